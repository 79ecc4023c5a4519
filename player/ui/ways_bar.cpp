#include <algorithm>
#include <array>
#include <string>
#include <vector>

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
    {lessons::Way::StopAndTalk, catalogue::said_later("Stop and talk"), Icon::Talk, ""},
    {lessons::Way::WholeCase, catalogue::said_later("Whole case study"), Icon::WholeCase,
     "whole_case"},
    {lessons::Way::HangOnQuestion, catalogue::said_later("Hang on this question"), Icon::Hang,
     "hang"},
    {lessons::Way::MixItUp, catalogue::said_later("Mix it up"), Icon::Mix, "mix"},
}};

bool way_button(const Rect& place, bool compact, const WayButton& way, bool current) {
    const Palette& p = palette();
    const char* label = _(way.label);
    const std::string key = layer().key_of(way.command);
    const std::string tip =
        compact || !key.empty() ? tooltip_for(label, way.command) : std::string{};
    const Touch touch = layer().control({.id = id_of(way.label),
                                         .role = Role::Toggle,
                                         .name = label,
                                         .value = current ? _("on") : _("off"),
                                         .place = place,
                                         .chosen = current,
                                         .tooltip = tip});
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
        room.cut_left(px(10));
        // Long words come before the key, which the tooltip says as well, and before large letters.
        const float cap = key.empty() ? 0 : key_cap_width(key);
        const auto fits = [label](Type type, float width) {
            return paint::wrapped(type, label, width).size() <= 2;
        };
        if (cap > 0 && fits(Type::BodyStrong, room.width - cap)) {
            key_cap(room.right() - cap + px(space::hair), room.middle_y(), key, ink,
                    current ? p.on_accent : p.edge);
            room.cut_right(cap);
        }
        const Type type = fits(Type::BodyStrong, room.width) ? Type::BodyStrong : Type::SmallStrong;
        const int most_lines =
            std::clamp(static_cast<int>((room.height + 1) / paint::leading(type)), 1, 3);
        const float height = paint::paragraph_height(type, label, room.width, most_lines);
        room.cut_top(std::max(0.0F, (room.height - height) / 2));
        paint::paragraph(room, type, ink, label, most_lines);
    }
    if (touch.focused) layer().ring(place);
    return touch.clicked;
}

void draw_four(Rect& room, bool compact, float each, float gap, const StageView& view,
               Actions& asked) {
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
}

// In a mix: its code, to be typed on other machines, and another mix.
void draw_mix(Rect room, bool compact, const StageView& view, UiState& state, Actions& asked) {
    const float control = look().control_px();
    Rect row = room.cut_top(control);
    const Rect other =
        compact ? room.moved(0, px(space::hair)).cut_top(control) : row.cut_right(control);
    if (!compact) row.cut_right(px(space::hair));
    const std::string said = _("Code of the mix: {}", view.seed);
    if (button(row, {.id = "seed",
                     .label = view.seed,
                     .said = said,
                     .icon = compact ? Icon::Code : Icon::None,
                     .words = !compact})) {
        state.panel = Panel::Seed;
        state.typed.clear();
        state.request_focus = true;
    }
    if (button(other, {.id = "reshuffle",
                       .label = _("Reshuffle"),
                       .icon = Icon::Reshuffle,
                       .command = "reshuffle",
                       .words = false})) {
        asked.push_back(lessons::Input{lessons::Reshuffle{}});
    }
}

}  // namespace

void draw_ways(const Rect& place, bool compact, const StageView& view, UiState& state,
               Actions& asked) {
    layer().begin_area(Area::Ways);
    const float control = look().control_px();
    const float margin = compact ? px(space::small) : px(space::large);
    const float margin_right = compact ? px(space::small) : px(space::medium);
    Rect room = place;
    room.cut_bottom(px(space::hair));

    const std::string problems = plural("{} problem", "{} problems", view.problems.size());
    struct Foot {
        const char* label;
        Icon icon;
        const char* command;
    };
    std::vector<Foot> feet{{_("Another path"), Icon::OtherPath, "contrast"},
                           {_("Search"), Icon::GoTo, "search"},
                           {_("Lesson"), Icon::Talk, "lesson_screen"}};
    if (!view.problems.empty()) feet.push_back({problems.c_str(), Icon::Problem, "problems"});
    feet.push_back({_("Settings"), Icon::Settings, "settings"});
    feet.push_back({_("All modules"), Icon::Modules, "start_screen"});

    // Quiet ones need no frame around them, so they may be lower than others.
    const float quiet = look().line_px(Type::BodyStrong) + px(space::small);
    const float low = compact ? control : std::max(smallest_button_px, quiet);
    const float foot = static_cast<float>(feet.size()) * (low + px(space::hair));
    const bool mixing = view.way == lessons::Way::MixItUp;
    const float two_lines = 2 * look().leading_px(Type::BodyStrong) + px(6);
    const float least = compact ? control : two_lines;
    // Rather closer together than a last button that is cut off.
    const float rows = 4 * least + foot + (mixing ? control : 0);
    const float apart = px(space::small);
    const float gap =
        compact ? apart
                : std::clamp(std::floor((room.height - rows) / (mixing ? 5 : 4)), px(2), apart);
    const float mix = !mixing ? 0 : compact ? 2 * control + px(space::hair) + gap : control + gap;
    // Rather no heading than a last button that is cut off.
    const float words = compact ? 0 : look().line_px(Type::Small) + px(6);
    const float heading = room.height - mix - foot - 4 * (least + gap) < words ? 0 : words;
    const float spare = room.height - heading - mix - foot;
    const float each = std::clamp(std::floor(spare / 4 - gap), least, px(62));
    const float content = heading + 4 * (each + gap) + mix + foot;
    if (compact && content > room.height) {  // half a button looks like a mistake
        room.height = std::max(1.0F, std::floor(room.height / (control + gap))) * (control + gap);
    }

    // With large letters on a small display the whole rail scrolls.
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("ways"), room, Axis::Down, content, 0, {});
    Rect flow{room.x, room.y - scrolled.offset, room.width, std::max(content, room.height)};
    flow.cut_left(margin);
    flow.cut_right(margin_right);
    if (heading > 0) {
        paint::text(flow.cut_top(heading), Type::Small, palette().quiet, _("When a clip ends"));
    }
    draw_four(flow, compact, each, gap, view, asked);
    if (mixing) draw_mix(flow.cut_top(mix), compact, view, state, asked);
    Rect last = flow.cut_bottom(foot);
    for (const Foot& one : feet) {
        last.cut_top(px(space::hair));
        if (button(last.cut_top(low), {.id = one.command,
                                       .label = one.label,
                                       .icon = one.icon,
                                       .command = one.command,
                                       .style = ButtonStyle::Quiet,
                                       .words = !compact,
                                       .at_start = true})) {
            asked.push_back(Command{one.command});
        }
    }
    layer().end_scroll();
}

}  // namespace ui
