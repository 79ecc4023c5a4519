#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

constexpr std::size_t most_caps = 4;  // of more keys in a row, one cap holds all
constexpr int most_columns = 4;

struct HelpRow {
    std::vector<std::string> lines;
    std::vector<std::string> keys;
    float keys_px = 0;
};

struct HelpGroup {
    std::vector<std::string> title;  // in lines
    std::vector<HelpRow> rows;
};

// What follows each other and says the same is one row, as the ten digits are.
std::vector<HelpRow> rows_of(const catalogue::KeyGroup& group, float width) {
    std::vector<HelpRow> rows;
    std::vector<const char*> words;
    for (const catalogue::KeyBinding& binding : group.bindings) {
        const char* says = _(binding.says.c_str());
        if (words.empty() || std::string_view{words.back()} != says) {
            words.push_back(says);
            rows.emplace_back();
        }
        for (const catalogue::Chord& chord : binding.chords)
            rows.back().keys.push_back(to_text(chord));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        HelpRow& row = rows[i];
        if (row.keys.size() > most_caps) {
            row.keys = {fmt::format("{}", fmt::join(row.keys, " "))};
        }
        for (const std::string& key : row.keys)
            row.keys_px += key_cap_width(key) + px(space::hair);
        row.lines = paint::wrapped(Type::Small, words[i],
                                   width - row.keys_px + px(space::hair) - px(space::small));
    }
    return rows;
}

// How close together rows are, and room over a heading.
struct Air {
    float row_px = 0;
    float above_px = 0;

    // Lines of one row are closer together than rows.
    float of(const HelpRow& row) const {
        return row_px + static_cast<float>(row.lines.size() - 1) * look().line_px(Type::Small);
    }
    float heading(const HelpGroup& group, bool at_top) const {
        const float lines = static_cast<float>(group.title.size());
        return (at_top ? 0 : above_px) + lines * look().line_px(Type::SmallStrong) +
               px(space::hair);
    }
    float of(const HelpGroup& group, bool at_top) const {
        float height = heading(group, at_top);
        for (const HelpRow& row : group.rows)
            height += of(row);
        return height;
    }
};

struct Placed {
    const HelpGroup* group = nullptr;
    const HelpRow* row = nullptr;  // nothing: the group's heading
    int column = 0;
    float y = 0;
};

// The groups in columns of a height, one below the other. A group that goes on in the next column
// has its heading there, too.
class Columns {
public:
    Columns(const std::vector<HelpGroup>& groups, const Air& air, int columns, float height_px)
        : groups_(groups), air_(air), columns_(columns), height_px_(height_px) {}

    // Whether all have room when no group is divided.
    bool fit_whole() const {
        int column = 0;
        float y = 0;
        for (const HelpGroup& group : groups_) {
            if (y > 0 && y + air_.of(group, false) > height_px_) {
                ++column;
                y = 0;
            }
            y += air_.of(group, y == 0);
            if (y > height_px_) return false;
        }
        return column < columns_;
    }

    std::vector<Placed> placed() const {
        std::vector<Placed> all;
        int column = 0;
        float y = 0;
        const auto put = [&](const HelpGroup& group, const HelpRow* row, float height) {
            all.push_back({&group, row, column, y});
            y += height;
        };
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const HelpGroup& group = groups_[i];
            const float first = air_.heading(group, false) + air_.of(group.rows.front());
            const bool divided = y > 0 && y + air_.of(group, false) > height_px_;
            if (divided && (y + first > height_px_ || rest_fits(i, column + 1))) {
                ++column;
                y = 0;
            }
            put(group, nullptr, air_.heading(group, y == 0));
            for (const HelpRow& row : group.rows) {
                if (y + air_.of(row) > height_px_) {
                    ++column;
                    y = 0;
                    put(group, nullptr, air_.heading(group, true));
                }
                put(group, &row, air_.of(row));
            }
        }
        return all;
    }

    bool fit() const { return placed().back().column < columns_; }

private:
    // From a group on, from the top of a column on, divided wherever that has to be.
    bool rest_fits(std::size_t from, int column) const {
        float y = 0;
        for (std::size_t i = from; i < groups_.size(); ++i) {
            const HelpGroup& group = groups_[i];
            const float first = air_.heading(group, false) + air_.of(group.rows.front());
            if (y > 0 && y + first > height_px_) {
                ++column;
                y = 0;
            }
            y += air_.heading(group, y == 0);
            for (const HelpRow& row : group.rows) {
                if (y + air_.of(row) > height_px_) {
                    ++column;
                    y = air_.heading(group, true);
                }
                y += air_.of(row);
            }
        }
        return column < columns_;
    }

    const std::vector<HelpGroup>& groups_;
    const Air& air_;
    int columns_;
    float height_px_;
};

Air air_of(float units) {
    return {std::round(look().line_px(Type::Small) + px(units)),
            px(std::max(space::small, 2 * units + space::hair))};
}

// As airy as all have room for, rather than that a group is divided; as may be where they scroll.
Air air_for(const std::vector<HelpGroup>& groups, int columns, float height_px) {
    constexpr float most = 8;
    constexpr float least_whole = 3;
    for (float units = most; units >= least_whole; --units) {
        const Air air = air_of(units);
        if (Columns(groups, air, columns, height_px).fit_whole()) return air;
    }
    for (float units = most; units >= 1; --units) {
        const Air air = air_of(units);
        if (Columns(groups, air, columns, height_px).fit()) return air;
    }
    return air_of(6);
}

void draw_heading(const Rect& place, const HelpGroup& group) {
    const float line = look().line_px(Type::SmallStrong);
    float y = place.y;
    for (const std::string& words : group.title) {
        paint::text({place.x, y, place.width, line}, Type::SmallStrong, palette().accent, words);
        y += line;
    }
}

void draw_row(const Rect& place, const HelpRow& row, float row_px) {
    const Palette& p = palette();
    float at = place.right() - row.keys_px + px(space::hair);
    const float words = at - place.x - px(space::small);
    for (const std::string& key : row.keys) {
        at += key_cap(at, place.y + row_px / 2, key, p.text, p.edge) + px(space::hair);
    }
    const float line = look().line_px(Type::Small);
    float y = place.y + std::round((row_px - line) / 2);
    for (const std::string& part : row.lines) {
        paint::text({place.x, y, words + 1, line}, Type::Small, p.text, part);
        y += line;
    }
}

// All groups, in as many columns as letters have room in; over each other where they scroll.
void draw_groups(const Rect& with_scroll_bar, const std::vector<catalogue::KeyGroup>& all) {
    Rect room = with_scroll_bar;
    room.width -= px(space::small);
    const float gap = px(space::huge);
    const float least = look().em_px(Type::Small) * 18;
    const int columns =
        std::clamp(static_cast<int>((room.width + gap) / (least + gap)), 1, most_columns);
    const float width = std::floor((room.width - gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    std::vector<HelpGroup> groups;
    for (const catalogue::KeyGroup& group : all) {
        if (group.bindings.empty()) continue;
        groups.push_back({paint::wrapped(Type::SmallStrong, _(group.title.c_str()), width),
                          rows_of(group, width)});
    }
    const Air air = air_for(groups, columns, room.height);
    const float step = air.row_px;
    float tall = room.height;
    while (!Columns(groups, air, columns, tall).fit())
        tall += step;
    // Of nearly one length.
    const auto as_good = [&](float height) {
        const Columns now(groups, air, columns, tall);
        const Columns shorter(groups, air, columns, height);
        return now.fit_whole() ? shorter.fit_whole() : shorter.fit();
    };
    while (tall > step && as_good(tall - step))
        tall -= step;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("help"), with_scroll_bar, Axis::Down, tall, 0, {});
    for (const Placed& one : Columns(groups, air, columns, tall).placed()) {
        const float x = room.x + static_cast<float>(one.column) * (width + gap);
        const float y = room.y + one.y - scrolled.offset;
        if (one.row != nullptr) {
            draw_row({x, y, width, air.of(*one.row)}, *one.row, air.row_px);
        } else {
            const float above = one.y > 0 ? air.above_px : 0;
            draw_heading({x, y + above, width, 0}, *one.group);
        }
    }
    layer().end_scroll();
}

}  // namespace

void draw_help(const Rect& display, const catalogue::KeyTable& keys, UiState& state) {
    // Its key stands among the others: a tooltip would cover them.
    const PanelRoom panel =
        begin_panel(display, {.id = "help panel", .title = _("Every key"), .icon = Icon::Help});
    if (state.request_focus) {
        layer().enter_panel(id_of("close"));
        state.request_focus = false;
    }
    const bool any = std::ranges::any_of(
        keys.groups, [](const catalogue::KeyGroup& group) { return !group.bindings.empty(); });
    if (any) {
        draw_groups(panel.inside, keys.groups);
    } else {
        paint::paragraph(panel.inside, Type::Body, palette().quiet,
                         _("There are no keys: the key table is missing. Install Crosscut again."));
    }
    end_panel();
    if (panel.closed) state.panel = Panel::None;
}

}  // namespace ui
