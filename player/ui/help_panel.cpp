#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

constexpr std::size_t most_caps = 4;  // of more keys in a row, one cap holds all
constexpr std::size_t most_lines = 3;

struct HelpLine {
    std::string words;
    std::vector<std::string> keys;  // none: a heading
    float keys_px = 0;
    float height = 0;
};

// The rows of a group: what follows each other and says the same is one, as the ten digits are.
std::vector<HelpLine> rows_of(const catalogue::KeyGroup& group) {
    std::vector<HelpLine> rows;
    for (const catalogue::KeyBinding& binding : group.bindings) {
        const char* says = _(binding.says.c_str());
        if (rows.empty() || rows.back().words != says) rows.push_back({says, {}});
        for (const catalogue::Chord& chord : binding.chords)
            rows.back().keys.push_back(to_text(chord));
    }
    for (HelpLine& row : rows) {
        if (row.keys.size() > most_caps) {
            row.keys = {fmt::format("{}", fmt::join(row.keys, " "))};
        }
        for (const std::string& key : row.keys)
            row.keys_px += key_cap_width(key) + px(space::hair);
    }
    return rows;
}

// What a text of so many lines takes beyond its row.
float further_lines(std::size_t lines) {
    const std::size_t further = std::clamp<std::size_t>(lines, 1, most_lines) - 1;
    return static_cast<float>(further) * paint::leading(Type::Small);
}

// The height of the tallest column when groups are not divided and keep their order.
float lowest_columns(const std::vector<float>& groups, int columns) {
    const auto fits = [&](float height) {
        int column = 1;
        float used = 0;
        for (const float group : groups) {
            if (used > 0 && used + group > height) {
                ++column;
                used = 0;
            }
            used += group;
        }
        return column <= columns;
    };
    const float total = std::accumulate(groups.begin(), groups.end(), 0.0F);
    float height = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end());
    while (height < total && !fits(height))
        height += 1;
    return height;
}

// What has to stand together from this line on: a heading goes with its first row.
float height_together(const std::vector<HelpLine>& lines, std::size_t at) {
    return lines[at].height + (lines[at].keys.empty() ? lines[at + 1].height : 0);
}

// The height of the tallest column when groups may be divided.
float flowing_height(const std::vector<HelpLine>& lines, int columns) {
    const auto fits = [&](float height) {
        int column = 1;
        float used = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (used > 0 && used + height_together(lines, i) > height) {
                ++column;
                used = 0;
            }
            used += lines[i].height;
        }
        return column <= columns;
    };
    float total = 0;
    for (const HelpLine& line : lines)
        total += line.height;
    float height = std::ceil(total / static_cast<float>(columns));
    while (height < total && !fits(height))
        height += 1;
    return height;
}

}  // namespace

void draw_help(const Rect& display, const catalogue::KeyTable& keys, UiState& state) {
    const Palette& p = palette();
    const PanelRoom panel = begin_panel(
        display,
        {.id = "help panel", .title = _("Every key"), .icon = Icon::Help, .command = "help"});
    if (state.request_focus) {
        layer().enter_panel(id_of("close"));
        state.request_focus = false;
    }
    const Rect with_scroll_bar = panel.inside;
    Rect room = with_scroll_bar;
    room.width -= px(space::small);
    // As many columns as letters have room in; the keys of one column stand under each other.
    const float gap = px(space::huge);
    const float least = look().em_px(Type::Small) * 18;
    const int columns = std::clamp(static_cast<int>((room.width + gap) / (least + gap)), 1, 4);
    const float width = std::floor((room.width - gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    float row = 0;
    float above = 0;  // a heading
    std::vector<HelpLine> lines;
    std::vector<float> groups;  // heights
    const auto measure = [&](float row_px, float above_px) {
        row = row_px;
        above = above_px;
        lines.clear();
        groups.clear();
        for (const catalogue::KeyGroup& group : keys.groups) {
            if (group.bindings.empty()) continue;
            const char* title = _(group.title.c_str());
            const auto title_lines = paint::wrapped(Type::SmallStrong, title, width).size();
            lines.push_back({title, {}, 0, row + above + further_lines(title_lines)});
            groups.push_back(lines.back().height);
            for (HelpLine& line : rows_of(group)) {
                const float words = width - line.keys_px + px(space::hair) - px(space::small);
                const auto folds = paint::wrapped(Type::Small, line.words, words).size();
                line.height = row + further_lines(folds);
                groups.back() += line.height;
                lines.push_back(std::move(line));
            }
        }
        return flowing_height(lines, columns) <= room.height;
    };
    // As airy as all of them have room for, or as may be where they scroll.
    for (const float air : {6.0F, 5.0F, 4.0F, 3.0F, 2.0F, 1.0F, 6.0F}) {
        const float over_heading = px(air < 2 ? space::hair : space::small);
        if (measure(std::round(look().line_px(Type::Small) + px(air)), over_heading)) break;
    }
    if (lines.empty()) {
        paint::paragraph(room, Type::Body, p.quiet,
                         _("There are no keys: the key table is missing. Install Crosscut again."));
    }
    // Whole groups in every column when that fits on the screen; else the rows flow on.
    const float whole = lowest_columns(groups, columns);
    const bool keep_groups = whole <= room.height;
    const float tall = keep_groups ? whole : flowing_height(lines, columns);
    std::size_t group = 0;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("help"), with_scroll_bar, Axis::Down, tall, 0, {});
    float x = room.x;
    float used = 0;
    int column = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const HelpLine& line = lines[i];
        // A heading stays with its group, or at least with the first row of it.
        float needed = height_together(lines, i);
        if (line.keys.empty()) {
            if (keep_groups) needed = groups[group];
            ++group;
        }
        if (used > 0 && used + needed > tall && column + 1 < columns) {
            ++column;
            x += width + gap;
            used = 0;
        }
        Rect place{x, room.y + used - scrolled.offset, width, line.height};
        used += line.height;
        if (line.keys.empty()) {
            const float one = row + above;
            const Rect heading{place.x,
                               place.y + one - px(space::hair) - look().line_px(Type::SmallStrong),
                               width, line.height};
            if (line.height > one) {
                paint::paragraph(heading, Type::SmallStrong, p.accent, line.words, most_lines);
            } else {
                paint::text({heading.x, heading.y, width, look().line_px(Type::SmallStrong)},
                            Type::SmallStrong, p.accent, line.words);
            }
            continue;
        }
        float at = place.right() - line.keys_px + px(space::hair);
        const float words = at - place.x - px(space::small);
        for (const std::string& key : line.keys) {
            at += key_cap(at, place.y + row / 2, key, p.text, p.edge) + px(space::hair);
        }
        const float middle = (row - look().line_px(Type::Small)) / 2;
        if (place.height > row) {
            const float lines_px = most_lines * paint::leading(Type::Small) + 1;
            paint::paragraph({place.x, place.y + middle, words, lines_px}, Type::Small, p.text,
                             line.words, most_lines);
        } else {
            paint::text({place.x, place.y, words, row}, Type::Small, p.text, line.words);
        }
    }
    layer().end_scroll();
    end_panel();
    if (panel.closed) state.panel = Panel::None;
}

}  // namespace ui
