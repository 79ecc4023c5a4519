#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

struct HelpLine {
    const catalogue::KeyBinding* binding = nullptr;  // nothing: a heading
    std::string heading;
    float height = 0;
};

float keys_width(const catalogue::KeyBinding& binding) {
    float width = 0;
    for (const catalogue::Chord& chord : binding.chords) {
        width += key_cap_width(to_text(chord)) + px(space::hair);
    }
    return width;
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

}  // namespace

void draw_help(const Rect& display, const catalogue::KeyTable& keys, UiState& state) {
    const Palette& p = palette();
    const PanelRoom panel = begin_panel(
        display, {.id = "help panel", .title = "Every key", .icon = Icon::Help, .command = "help"});
    if (state.request_focus) {
        layer().enter_panel(id_of("close"));
        state.request_focus = false;
    }
    const Rect room = panel.inside;
    // As many columns as letters have room in; the keys of one column stand under each other.
    const float gap = px(space::huge);
    const float least = look().em_px(Type::Small) * 24;
    const int columns = std::clamp(static_cast<int>((room.width + gap) / (least + gap)), 1, 4);
    const float width = std::floor((room.width - gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    const float row = look().line_px(Type::Small) + px(1);

    std::vector<HelpLine> lines;
    std::vector<float> groups;  // heights
    for (const catalogue::KeyGroup& group : keys.groups) {
        if (group.bindings.empty()) continue;
        lines.push_back({nullptr, group.title, row + px(space::small)});
        groups.push_back(lines.back().height);
        for (const catalogue::KeyBinding& binding : group.bindings) {
            const float words = width - keys_width(binding) - px(space::small);
            const bool two = paint::text_width(Type::Small, binding.says) > words;
            lines.push_back({&binding, {}, two ? row + look().line_px(Type::Small) : row});
            groups.back() += lines.back().height;
        }
    }
    if (lines.empty()) {
        paint::paragraph(room, Type::Body, p.quiet, "There are no keys: the key table is missing.");
    }
    // Whole groups in every column when that fits on the screen; else the rows flow on.
    const float whole = lowest_columns(groups, columns);
    const bool keep_groups = whole <= room.height;
    const float total = std::accumulate(groups.begin(), groups.end(), 0.0F);
    const float flowing = std::ceil(total / static_cast<float>(columns)) + 1.6F * row;
    const float tall = keep_groups ? whole : flowing;
    std::size_t group = 0;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("help"), room, Axis::Down, tall, 0, {});
    float x = room.x;
    float used = 0;
    int column = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const HelpLine& line = lines[i];
        // A heading stays with its group, or at least with the first row of it.
        float needed = line.height;
        if (line.binding == nullptr) {
            needed = keep_groups ? groups[group] : line.height + lines[i + 1].height;
            ++group;
        }
        if (used > 0 && used + needed > tall && column + 1 < columns) {
            ++column;
            x += width + gap;
            used = 0;
        }
        Rect place{x, room.y + used - scrolled.offset, width, line.height};
        used += line.height;
        if (line.binding == nullptr) {
            place.cut_bottom(px(space::hair));
            paint::text(place.cut_bottom(look().line_px(Type::SmallStrong)), Type::SmallStrong,
                        p.accent, line.heading);
            continue;
        }
        float at = place.right() - keys_width(*line.binding) + px(space::hair);
        const float words = at - place.x - px(space::small);
        for (const catalogue::Chord& chord : line.binding->chords) {
            at += key_cap(at, place.y + row / 2, to_text(chord), p.text, p.edge) + px(space::hair);
        }
        const float middle = (row - look().line_px(Type::Small)) / 2;
        if (place.height > row) {
            paint::paragraph({place.x, place.y + middle, words, place.height}, Type::Small, p.text,
                             line.binding->says, 2);
        } else {
            paint::text({place.x, place.y, words, row}, Type::Small, p.text, line.binding->says);
        }
    }
    layer().end_scroll();
    end_panel();
    if (panel.closed) state.panel = Panel::None;
}

}  // namespace ui
