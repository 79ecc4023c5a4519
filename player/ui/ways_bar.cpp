#include <algorithm>
#include <string>
#include <vector>

#include "player/ui/ways_parts.h"

namespace ui {

namespace {

bool way_button(const Rect& place, bool compact, const WaysRow& way, bool current) {
    const Palette& p = palette();
    const std::string& label = way.label;
    const std::string key = layer().key_of(way.command);
    const std::string tip =
        compact || !key.empty() ? tooltip_for(label, way.command) : std::string{};
    const Touch touch = layer().control({.id = id_of("way", static_cast<std::size_t>(way.way)),
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
        const auto fits = [&label](Type type, float width) {
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
        open_seed(state);
    }
    if (button(other, {.id = "reshuffle",
                       .label = _("Reshuffle"),
                       .icon = Icon::Reshuffle,
                       .command = "reshuffle",
                       .words = false})) {
        asked.push_back(lessons::Input{lessons::Reshuffle{}});
    }
}

void draw_row(const Rect& place, bool compact, const WaysRow& row, const StageView& view,
              UiState& state, Actions& asked) {
    switch (row.kind) {
        case WaysRow::Kind::Way:
            if (way_button(place, compact, row, view.way == row.way)) {
                asked.push_back(input_of_way(row.way));
            }
            break;
        case WaysRow::Kind::Mix:
            draw_mix(place, compact, view, state, asked);
            break;
        case WaysRow::Kind::Command:
            if (button(place, {.id = row.command,
                               .label = row.label,
                               .icon = row.icon,
                               .command = row.command,
                               .style = ButtonStyle::Quiet,
                               .words = !compact,
                               .at_start = true})) {
                asked.push_back(Command{row.command});
            }
            break;
    }
}

// The warning among what has no room is to be seen all the same: above the dots, where there are no
// words, or alone in a low button.
void draw_more_button(const Rect& place, bool compact, std::span<const WaysRow> hidden,
                      UiState& state) {
    const auto problem = std::ranges::find(hidden, Icon::Problem, &WaysRow::icon);
    const bool warns = problem != hidden.end();
    const std::string said = warns ? _("More: {}", problem->label) : std::string{_("More")};
    if (button(place, {.id = "more",
                       .label = said,
                       .icon = compact && warns ? Icon::None
                               : warns          ? Icon::Problem
                                                : Icon::More,
                       .style = compact ? ButtonStyle::Plain : ButtonStyle::Quiet,
                       .words = !compact,
                       .at_start = true})) {
        state.panel = Panel::More;
        state.request_focus = true;
    }
    if (!compact || !warns) return;
    const bool low = place.height < 2 * px(size_of(IconSize::Small)) + px(space::small);
    const float apart = low ? 0 : std::round(place.height / 5);
    paint::icon(place.middle_x(), place.middle_y() - apart, Icon::Problem, IconSize::Small,
                palette().alert);
    if (low) return;
    paint::icon(place.middle_x(), place.middle_y() + apart * 1.5F, Icon::More, IconSize::Small,
                palette().text);
}

}  // namespace

void draw_ways(const Rect& place, bool compact, const StageView& view, UiState& state,
               Actions& asked) {
    layer().begin_area(Area::Ways);
    Rect room = place;
    room.cut_bottom(px(space::hair));
    room.cut_left(compact ? px(space::small) : px(space::large));
    room.cut_right(compact ? px(space::small) : px(space::medium));
    const std::vector<WaysRow> rows = ways_rows(view);
    const WaysShare share = share_ways(room.height, compact, rows);
    const std::span<const WaysRow> shown{rows.data(), share.shown};
    const auto commands = std::ranges::find(shown, WaysRow::Kind::Command, &WaysRow::kind);

    if (share.heading > 0) {
        paint::text(room.cut_top(share.heading), Type::Small, palette().quiet,
                    _("When a clip ends"));
    }
    for (const WaysRow& row : std::span{shown.begin(), commands}) {
        const bool mix = row.kind == WaysRow::Kind::Mix;
        draw_row(room.cut_top(mix ? share.mix : share.way), compact, row, view, state, asked);
        room.cut_top(share.gap);
    }
    const bool more = shown.size() < rows.size();
    const auto below = static_cast<float>(shown.end() - commands) + (more ? 1.0F : 0.0F);
    Rect last = room.cut_bottom(below * (px(space::hair) + share.command));
    const auto next = [&] {
        last.cut_top(px(space::hair));
        return last.cut_top(share.command);
    };
    for (const WaysRow& row : std::span{commands, shown.end()})
        draw_row(next(), compact, row, view, state, asked);
    if (more) draw_more_button(next(), compact, std::span{rows}.subspan(share.shown), state);
}

}  // namespace ui
