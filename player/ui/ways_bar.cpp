#include <algorithm>
#include <array>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

struct WayButton {
    lessons::Way way;
    const char* label;
    Icon icon;
    const char* command;  // whose key it has
};

constexpr std::array<WayButton, 4> way_buttons{{
    {lessons::Way::StopAndTalk, "Stop and talk", Icon::Talk, ""},
    {lessons::Way::WholeCase, "Whole case study", Icon::WholeCase, "whole_case"},
    {lessons::Way::HangOnQuestion, "Hang on this question", Icon::Hang, "hang"},
    {lessons::Way::MixItUp, "Mix it up", Icon::Mix, "mix"},
}};

bool way_button(const Rect& place, bool compact, const WayButton& way, bool current) {
    const Palette& p = palette();
    const Touch touch = layer().control({.id = id_of(way.label),
                                         .role = Role::Toggle,
                                         .name = way.label,
                                         .value = current ? "on" : "off",
                                         .place = place,
                                         .chosen = current,
                                         .tooltip = tooltip_for(way.label, way.command)});
    const Colour ground = current         ? (touch.held      ? p.accent_pressed
                                             : touch.hovered ? p.accent_hover
                                                             : p.accent)
                          : touch.held    ? p.pressed
                          : touch.hovered ? p.hover
                                          : p.raised;
    const Colour ink = current ? p.on_accent : p.text;
    paint::box(place, ground, current ? ground : p.edge, std::max(1.0F, std::floor(look().scale)));
    if (compact) {
        paint::icon(place.middle_x(), place.middle_y(), way.icon, IconSize::Small, ink);
    } else {
        Rect room = place.inset(px(space::medium), 0);
        const Rect mark = room.cut_left(px(size_of(IconSize::Small)));
        paint::icon(mark.middle_x(), mark.middle_y(), way.icon, IconSize::Small, ink);
        room.cut_left(px(space::medium));
        if (const std::string key = layer().key_of(way.command); !key.empty()) {
            const float cap = key_cap_width(key);
            key_cap(room.right() - cap + px(space::hair), room.middle_y(), key, ink,
                    current ? p.on_accent : p.edge);
            room.cut_right(cap);
        }
        const float height = std::min(
            room.height, paint::paragraph_height(Type::BodyStrong, way.label, room.width, 2));
        room.cut_top((room.height - height) / 2);
        paint::paragraph(room, Type::BodyStrong, ink, way.label, 2);
    }
    if (touch.focused) layer().ring(place);
    return touch.clicked;
}

// In a mix: its seed, to be typed on other machines, and another mix.
void draw_mix(Rect& room, bool compact, const StageView& view, UiState& state, Actions& asked) {
    const float control = look().control_px();
    const std::string label = "Mix " + view.seed;
    if (room.height >= control &&
        button(room.cut_top(control), {.id = "seed",
                                       .label = label,
                                       .icon = compact ? Icon::Reshuffle : Icon::None,
                                       .words = !compact})) {
        state.panel = Panel::Seed;
        state.typed.clear();
        state.request_focus = true;
    }
    room.cut_top(px(space::small));
    if (!compact && room.height >= control &&
        button(room.cut_top(control), {.id = "reshuffle",
                                       .label = "Reshuffle",
                                       .icon = Icon::Reshuffle,
                                       .command = "reshuffle"})) {
        asked.push_back(lessons::Input{lessons::Reshuffle{}});
    }
}

}  // namespace

void draw_ways(const Rect& place, bool compact, const StageView& view, UiState& state,
               Actions& asked) {
    const Palette& p = palette();
    layer().begin_area(Area::Ways);
    Rect room = place;
    room.cut_left(px(space::large) - (compact ? px(space::small) : 0));
    room.cut_right(px(space::medium));
    const float control = look().control_px();
    const float gap = px(space::small);
    if (!compact) {
        paint::text(room.cut_top(look().line_px(Type::Small) + px(space::small)), Type::Small,
                    p.quiet, "When a clip ends");
    }

    // What stands at the foot, taken off first.
    const std::string problems = std::to_string(view.problems.size()) +
                                 (view.problems.size() == 1 ? " problem" : " problems");
    struct Foot {
        const char* label;
        Icon icon;
        const char* command;
        bool shown;
    };
    const Foot feet[] = {
        {"All modules", Icon::Modules, "start_screen", true},
        {problems.c_str(), Icon::Problem, "problems", !view.problems.empty()},
        {"Go to", Icon::GoTo, "go_to", true},
    };
    Rect foot_places[std::size(feet)];
    for (std::size_t i = 0; i < std::size(feet); ++i) {
        if (!feet[i].shown) continue;
        foot_places[i] = room.cut_bottom(control);
        room.cut_bottom(px(space::hair));
    }

    const bool mixing = view.way == lessons::Way::MixItUp;
    const float below = mixing ? (control + gap) * (compact ? 1 : 2) : 0;
    const float each = std::clamp((room.height - below) / 4 - gap, control, px(60));
    for (const WayButton& way : way_buttons) {
        const bool current = view.way == way.way;
        if (way_button(room.cut_top(each), compact, way, current)) {
            if (way.way == lessons::Way::StopAndTalk) {
                asked.push_back(lessons::Input{lessons::SetWay{way.way}});
            } else {
                asked.push_back(lessons::Input{lessons::ToggleWay{way.way}});
            }
        }
        room.cut_top(gap);
    }
    if (mixing) draw_mix(room, compact, view, state, asked);

    for (std::size_t i = std::size(feet); i-- > 0;) {
        if (!feet[i].shown) continue;
        if (button(foot_places[i], {.id = feet[i].command,
                                    .label = feet[i].label,
                                    .icon = feet[i].icon,
                                    .command = feet[i].command,
                                    .style = ButtonStyle::Quiet,
                                    .words = !compact,
                                    .at_start = true})) {
            asked.push_back(Command{feet[i].command});
        }
    }
}

}  // namespace ui
