#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

void draw_person_row(const Rect& place, bool compact, const StageView& view, Actions& asked) {
    const Palette& p = palette();
    layer().begin_area(Area::Line);
    Rect room = place.inset(0, px(compact ? 2 : 6));

    // What the line has to say decides how much of the row is left for the name.
    const std::string next_text = view.next_text.empty() ? "Next" : view.next_text;
    const bool has_line = !view.line.empty() || (view.line_asks && !view.next_text.empty());
    const ButtonSpec next{.id = "line next",
                          .label = next_text,
                          .icon = Icon::Next,
                          .command = "next",
                          .style = ButtonStyle::Accent};
    Rect right;
    if (has_line) {
        const float button_px = view.line_asks ? button_width(next) + px(space::large) : 0;
        const float words_px = paint::text_width(Type::Body, view.line) + px(space::huge);
        const float wanted = std::max(words_px + button_px, room.width * 0.5F);
        right = room.cut_right(std::min(wanted, std::round(room.width * 0.68F)));
        room.cut_right(px(space::large));
    }

    if (compact) {
        const float used = paint::text(room, Type::Lead, p.text, view.person);
        room.cut_left(used + px(space::small));
        // Two letters and dots say nothing.
        if (room.width > look().em_px(Type::Body) * 5) {
            paint::text(room, Type::Body, p.quiet, view.turn.empty() ? view.job : view.turn);
        }
    } else {
        const float height = look().line_px(Type::Lead) + look().line_px(Type::Body);
        Rect names = room;
        names.cut_top((room.height - height) / 2);
        paint::text(names.cut_top(look().line_px(Type::Lead)), Type::Lead, p.text, view.person);
        paint::text(names.cut_top(look().line_px(Type::Body)), Type::Body, p.quiet,
                    upper_first(view.job));
    }
    if (!has_line) return;

    if (view.line_asks) {
        paint::fill(right, p.chosen);
        paint::fill(right.cut_left(std::max(3.0F, px(4))), p.accent);
        right = right.inset(px(space::small), 0);
        const float most = right.width * (view.line.empty() ? 1.0F : 0.5F);
        Rect place_of_button = right.cut_right(std::min(button_width(next), most));
        right.cut_right(px(space::medium));
        place_of_button = {place_of_button.x,
                           std::round(place_of_button.middle_y() - look().control_px() / 2),
                           place_of_button.width, look().control_px()};
        if (button(place_of_button, next)) asked.push_back(lessons::Input{lessons::GoNext{}});
    }
    right.cut_left(px(space::small));
    const bool one = paint::text_width(Type::Lead, view.line) <= right.width;
    if (one) {
        paint::text(right, Type::Lead, p.text, view.line,
                    view.line_asks ? paint::Align::Start : paint::Align::End);
        return;
    }
    const bool body = paint::wrapped(Type::Body, view.line, right.width).size() <= 2 &&
                      2 * paint::leading(Type::Body) <= right.height;
    const Type type = body ? Type::Body : Type::Small;
    const float height =
        std::min(right.height, paint::paragraph_height(type, view.line, right.width, 2));
    right.cut_top((right.height - height) / 2);
    paint::paragraph(right, type, p.text, view.line, 2,
                     view.line_asks ? paint::Align::Start : paint::Align::End);
}

}  // namespace ui
