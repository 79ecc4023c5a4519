// The hook sheet as it will be on paper, with a tick for every line.
#include <cmath>

#include "player/ui/choices.h"
#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

void draw_line(Column& column, const SheetLineView& line, NotebookDrawn& drawn) {
    using Kind = SheetLineView::Kind;
    const Palette& p = palette();
    if (line.kind == Kind::Heading) {
        column.gap(px(space::large));
        column.words(Type::BodyStrong, p.text, line.words);
        column.gap(px(space::hair));
        return;
    }
    if (line.id.empty()) {
        column.words(Type::Body, p.quiet, line.words);
        return;
    }
    ImGui::PushID(line.id.c_str());
    const std::string words =
        line.kind == Kind::Quote ? "\u201C" + line.words + "\u201D" : line.words;
    const SwitchSpec tick{
        .id = "line", .label = words, .on = line.on, .type = Type::Body, .most_lines = 1000};
    if (switch_row(column.take(switch_height(tick, column.width)), tick)) {
        drawn.notes.push_back(LeaveOut{line.id, line.on});
    }
    Column below{column.x + switch_indent(), column.y, column.width - switch_indent()};
    below.words(Type::Small, p.quiet, line.source);
    if (!line.on) {
        below.words(Type::Small, p.quiet, _("Not on the sheet."));
    } else if (!line.has_room) {
        below.words(Type::Small, p.quiet, _("No room for it on one side: take out another line."));
    }
    column.y = below.y;
    column.gap(px(space::hair));
    ImGui::PopID();
}

// What this is, what is done with it, and the way back from it.
void draw_head(Rect head, NotebookState& state, NotebookDrawn& drawn) {
    ButtonSpec back{
        .id = "back to notebook", .label = _("Back to the notebook"), .icon = Icon::Notebook};
    const ButtonSpec print{.id = "print sheet",
                           .label = _("Print this sheet"),
                           .icon = Icon::Print,
                           .command = "print",
                           .style = ButtonStyle::Accent};
    const float gap = px(space::small);
    const float title = paint::text_width(Type::Lead, _("Sheet for a talk")) + px(space::medium);
    back.words = title + button_width(print) + gap + button_width(back) <= head.width;
    const Rect print_place = head.cut_right(button_width(print));
    head.cut_right(gap);
    const Rect back_place = head.cut_right(button_width(back));
    head.cut_right(px(space::medium));
    paint::heading(head, palette().text, _("Sheet for a talk"));
    if (button(back_place, back)) state.sheet_open = false;
    if (button(print_place, print)) drawn.asked.push_back(Command{"print"});
}

}  // namespace

void draw_hook_sheet(Rect room, const SheetView& sheet, NotebookState& state,
                     NotebookDrawn& drawn) {
    const Palette& p = palette();
    // As wide as can be read, in the middle.
    const float width = std::min(room.width, look().em_px(Type::Body) * 46);
    room = Rect{std::round(room.middle_x() - width / 2), room.y, width, room.height}.inset(
        px(space::large), px(space::small));
    layer().begin_area(Area::Wall);
    draw_head(room.cut_top(look().control_px()), state, drawn);
    room.cut_top(px(space::small));
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("hook sheet"), room, Axis::Down, state.sheet_px, 0, {});
    Column column{room.x, room.y - scrolled.offset, room.width - px(space::medium)};
    column.words(Type::Body, p.text,
                 _("One side of paper for a talk with an adviser. You see it first: what is not "
                   "ticked is not on it, and nobody is told that it was there."));
    column.gap(px(space::hair));
    column.words(Type::Body, p.quiet, sheet.fitting);
    for (const SheetLineView& line : sheet.lines)
        draw_line(column, line, drawn);
    column.gap(px(space::large));
    state.sheet_px = column.y - (room.y - scrolled.offset);
    layer().end_scroll();
}

}  // namespace ui
