// What was kept: a still, who says it to what, the words, and the thought beside it.
#include <cmath>

#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

using catalogue::NoteKind;

float still_width(float room) {
    return std::round(std::min(px(176), room * 0.3F));
}

void draw_still(const Rect& place, const PinView& pin, NotebookDrawn& drawn) {
    const Palette& p = palette();
    const std::string name = _("Play: {}, {}", pin.who, pin.question);
    const Touch touch = layer().control({.id = id_of("play pin"),
                                         .role = Role::Button,
                                         .name = name,
                                         .place = place,
                                         .enabled = pin.playable(),
                                         .tooltip = pin.playable() ? name : pin.absence});
    paint::fill(place, p.pressed);
    if (pin.image != 0 && pin.playable())
        paint::picture(place, pin.image, place.width / place.height);
    if (pin.playable()) {
        const float side = std::min(place.height, look().control_px());
        const Rect corner{place.x, place.bottom() - side, side, side};
        paint::fill(corner, touch.hovered ? p.accent : p.backdrop);
        paint::icon(corner.middle_x(), corner.middle_y(), Icon::Play, IconSize::Small,
                    touch.hovered ? p.on_accent : p.text);
    } else {
        paint::icon(place.middle_x(), place.middle_y(), Icon::NoAnswer, IconSize::Medium, p.quiet);
    }
    if (touch.hovered || touch.held) paint::outline(place, p.accent, std::max(2.0F, px(2)));
    if (touch.focused) layer().ring(place);
    if (touch.clicked) drawn.notes.push_back(PlayPin{pin.thought.id});
}

// What they take of the width of a card's head.
float pin_buttons_px(const PinView& pin) {
    const float board = pin.kind == NoteKind::Pin ? look().control_px() : 0;
    return look().control_px() + px(space::hair) + board + px(space::small);
}

void draw_pin_buttons(Rect& head, const PinView& pin, NotebookState& state, NotebookDrawn& drawn) {
    const float control = look().control_px();
    const Rect bin = head.cut_right(control);
    head.cut_right(px(space::hair));
    const bool may_lie = pin.kind == NoteKind::Pin;
    const Rect board = may_lie ? head.cut_right(control) : Rect{};
    head.cut_right(px(space::small));
    const std::string on_board =
        pin.on_board ? _("Take from the board: {}", pin.who) : _("Lay on the board: {}", pin.who);
    if (may_lie && button({board.x, board.y, control, control}, {.id = "on board",
                                                                 .label = on_board,
                                                                 .icon = Icon::Board,
                                                                 .style = ButtonStyle::Quiet,
                                                                 .words = false,
                                                                 .chosen = pin.on_board,
                                                                 .toggle = true})) {
        drawn.notes.push_back(LayOnBoard{pin.thought.id, !pin.on_board});
    }
    const std::string take_away = _("Take out: {}, {}", pin.who, pin.question);
    if (button({bin.x, bin.y, control, control}, {.id = "take out",
                                                  .label = take_away,
                                                  .icon = Icon::Bin,
                                                  .style = ButtonStyle::Quiet,
                                                  .words = false})) {
        state.removing = pin.thought.id;
    }
}

// In place of the thought: it is not taken away by one press.
void draw_question(Column& column, const PinView& pin, NotebookState& state, NotebookDrawn& drawn) {
    column.words(Type::Body, palette().text,
                 pin.thought.text.empty() ? _("Take this out of the notebook?")
                                          : _("Take this out, with what is written beside it?"));
    column.gap(px(space::small));
    const ButtonSpec out{.id = "really", .label = _("Take it out"), .icon = Icon::Bin};
    const ButtonSpec stay{.id = "stay", .label = _("Leave it"), .style = ButtonStyle::Accent};
    Rect row = column.take(look().control_px());
    const Rect stay_place = row.cut_left(std::min(row.width * 0.48F, button_width(stay)));
    row.cut_left(px(space::small));
    const Rect out_place = row.cut_left(std::min(row.width, button_width(out)));
    if (button(stay_place, stay)) state.removing.clear();
    if (button(out_place, out)) {
        drawn.notes.push_back(RemoveNote{pin.thought.id});
        state.removing.clear();
    }
}

// Returns where the card ends.
float draw_card(const Rect& at, const PinView& pin, NotebookState& state, NotebookDrawn& drawn) {
    const Palette& p = palette();
    const float pad = px(space::medium);
    const float still = still_width(at.width);
    const float still_tall = std::round(still * 9 / 16);
    drawn.picture_px = {static_cast<int>(still), static_cast<int>(still_tall)};
    Column left{at.x, at.y, still};
    draw_still(left.take(still_tall), pin, drawn);

    Column right{at.x + still + pad, at.y, at.width - still - pad};
    const float line = look().line_px(Type::BodyStrong);
    const float marker = px(12);
    const float words_px = right.width - pin_buttons_px(pin) - marker - px(space::hair);
    const float asked =
        std::max(line, paint::paragraph_height(Type::Body, pin.question, words_px, 2));
    Rect head = right.take(std::max(look().control_px(), line + asked));
    draw_pin_buttons(head, pin, state, drawn);
    paint::text(head.cut_top(line), Type::BodyStrong, p.text, pin.who);
    Rect second = head.cut_top(asked);
    paint::theme_marker(second.x + marker / 2, second.y + line / 2, marker, pin.theme);
    second.cut_left(marker + px(space::hair));
    paint::paragraph(second, Type::Body, p.quiet, pin.question, 2);
    if (!pin.absence.empty()) right.words(Type::Small, p.quiet, pin.absence);
    if (!pin.moment.empty()) right.words(Type::Small, p.quiet, pin.moment);
    if (!pin.quoted.empty()) {
        right.gap(px(space::hair));
        right.words(Type::Body, p.text, "\u201C" + pin.quoted + "\u201D");
    }
    right.gap(px(space::small));
    if (state.removing == pin.thought.id) {
        draw_question(right, pin, state, drawn);
    } else {
        note_field(right, pin.thought,
                   {pin.kind, _("Thought beside {}, {}", pin.who, pin.question),
                    _("What do you think about it?"), 1},
                   state.writing, drawn.notes);
    }
    return std::max(left.y, right.y);
}

// Nothing kept yet: what to do.
void draw_no_pins(const Rect& place) {
    const std::string keep = layer().key_of("keep");
    const std::string thought = layer().key_of("thought");
    const std::string how = _(
        "While somebody speaks, press {} to keep what they have just said, or {} to write what you "
        "think. It then stands here, and one press plays it again.",
        keep, thought);
    draw_nothing_here(place, Icon::Pin, _("Nothing is kept yet."), how);
}

}  // namespace

void note_field(Column& column, const NoteView& note, const NoteField& field, Writing& writing,
                std::vector<NotebookAsk>& asked) {
    ImGui::PushID(note.id.c_str());
    const Rect place =
        column.take(writing_height(note.text, column.width, field.least_lines, Type::Body));
    const Written written = writing_field(place,
                                          {.id = "note",
                                           .name = field.name,
                                           .hint = field.hint,
                                           .text = note.text,
                                           .most_bytes = catalogue::most_note_text_bytes},
                                          writing);
    if (written.text || written.full) {
        asked.push_back(
            WriteNote{note.id, field.kind, written.text.value_or(note.text), written.full});
    }
    ImGui::PopID();
}

void draw_pins(const Rect& place, const NotebookView& view, NotebookState& state,
               NotebookDrawn& drawn) {
    layer().begin_area(Area::Wall);
    Rect room = place.inset(px(space::large), px(space::small));
    if (view.pins.empty()) {
        draw_no_pins(room);
        return;
    }
    // In little room the pins come first.
    const float line = look().line_px(Type::Body);
    if (room.height > 4 * line) {
        paint::text(room.cut_top(line), Type::Body, palette().quiet, view.variety);
        room.cut_top(px(space::small));
    }
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("pins"), room, Axis::Down, state.pins_px, 0, {});
    Column column{room.x, room.y - scrolled.offset, room.width - px(space::medium)};
    for (std::size_t i = 0; i < view.pins.size(); ++i) {
        ImGui::PushID(view.pins[i].thought.id.c_str());
        const float top = column.y;
        column.y = draw_card({column.x, column.y, column.width, 0}, view.pins[i], state, drawn);
        ImGui::PopID();
        if (top < room.bottom() && column.y > room.y) drawn.in_sight.push_back(i);
        column.gap(px(space::medium));
        paint::fill(column.take(1), palette().line);
        column.gap(px(space::medium));
    }
    state.pins_px = column.y - (room.y - scrolled.offset);
    layer().end_scroll();
}

}  // namespace ui
