#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

bool destination_row(const Rect& place, const Destination& to, const StageView& view, bool chosen,
                     std::size_t number) {
    const Palette& p = palette();
    const Touch touch = layer().control({.id = id_of("destination", number),
                                         .role = Role::ListItem,
                                         .name = to.words,
                                         .value = to.detail,
                                         .place = place,
                                         .chosen = chosen});
    if (chosen || touch.hovered) paint::fill(place, chosen ? p.chosen : p.hover);
    if (chosen) paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
    Rect room = place.inset(px(space::medium), 0);
    const Rect mark = room.cut_left(px(44));
    room.cut_left(px(space::medium));
    if (!to.person) {
        paint::theme_marker(mark.middle_x(), mark.middle_y(), px(14), to.number);
    } else if (to.number < view.faces.size()) {
        const FaceView& face = view.faces[to.number];
        const Rect tile = mark.centred(mark.width, place.height - px(space::small));
        paint::fill(tile, p.pressed);
        if (face.image != 0) {
            paint::picture(tile, face.image, face.image_aspect);
        } else {
            paint::text(tile, Type::Small, p.quiet, initials(face.name), paint::Align::Middle);
        }
    }
    const float used = paint::text(room, Type::BodyStrong, p.text, to.words);
    room.cut_left(used + px(space::medium));
    if (room.width > paint::text_width(Type::Body, to.detail) * 0.5F)
        paint::text(room, Type::Body, p.quiet, to.detail);
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch.clicked;
}

}  // namespace

void draw_go_to(const Rect& display, const StageView& view, UiState& state, Actions& asked) {
    const Palette& p = palette();
    const float width = std::min(display.width - 2 * px(space::large), px(860));
    const Rect place =
        display.centred(width, std::min(display.height - 2 * px(space::large), px(600)));
    const PanelRoom panel = begin_panel(
        place, {.id = "go to panel", .title = _("Go to"), .icon = Icon::GoTo, .command = "go_to"});
    Rect room = panel.inside;
    const bool opened = ImGui::IsWindowAppearing() || state.request_focus;
    if (opened) state.chosen = 0;
    state.request_focus = false;
    const float field = look().control_px() + px(space::hair);
    const FieldEdit edit =
        text_field(room.cut_top(field), "where to", _("Name, job or question"),
                   _("Part of a name, a job or a question"), state.typed, opened);
    room.cut_top(px(space::medium));
    if (edit.changed) state.chosen = 0;

    const std::vector<Destination> found = destinations(view, state.typed);
    const int last = static_cast<int>(found.size()) - 1;
    if (layer().typing()) {
        if (layer().pressed(UiKey::Down)) ++state.chosen;
        if (layer().pressed(UiKey::Up)) --state.chosen;
        if (layer().pressed(UiKey::PageDown)) state.chosen += 8;
        if (layer().pressed(UiKey::PageUp)) state.chosen -= 8;
    }
    state.chosen = std::clamp(state.chosen, 0, std::max(0, last));

    const std::string_view how =
        _("Up and Down choose, Enter goes there. Name and question together go to one answer.");
    const float said = paint::paragraph_height(Type::Small, how, room.width, 2);
    paint::paragraph(room.cut_bottom(said + 1), Type::Small, p.quiet, how, 2);
    room.cut_bottom(px(space::small));
    if (found.empty()) {
        const bool nothing = view.faces.empty() && view.questions.empty();
        paint::paragraph(room, Type::Body, p.quiet,
                         nothing
                             ? _("This module has nobody and no questions yet. Esc goes back.")
                             : _("Nobody and no question begins with these words. Type less, or "
                                 "another part of the name."));
    }
    const float row = std::max(px(44), look().line_px(Type::Body) + px(space::medium));
    const float y_chosen = static_cast<float>(state.chosen) * row;
    const std::uint32_t scroll = id_of("destinations");
    const Layer::Scrolled scrolled = layer().begin_scroll(
        scroll, room, Axis::Down, static_cast<float>(found.size()) * row,
        static_cast<std::uint64_t>(state.chosen) + 1, {0, y_chosen, room.width, row});
    layer().begin_list(scroll, Axis::Down);
    std::optional<std::size_t> taken;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Rect at{room.x, room.y + static_cast<float>(i) * row - scrolled.offset,
                      room.width - px(space::small), row};
        const bool chosen = static_cast<int>(i) == state.chosen;
        if (at.common(room).empty()) {
            layer().unseen({.id = id_of("destination", i),
                            .role = Role::ListItem,
                            .name = found[i].words,
                            .place = at,
                            .chosen = chosen});
        } else if (destination_row(at, found[i], view, chosen, i)) {
            taken = i;
        }
    }
    layer().end_list();
    layer().end_scroll();
    if (edit.entered && !found.empty()) taken = static_cast<std::size_t>(state.chosen);
    end_panel();
    if (taken) asked.push_back(found[*taken].action);
    if (taken || panel.closed) {
        state.panel = Panel::None;
        state.typed.clear();
    }
}

}  // namespace ui
