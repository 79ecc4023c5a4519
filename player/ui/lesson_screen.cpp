#include <cmath>
#include <string>
#include <vector>

#include "player/ui/lesson_parts.h"

namespace ui {

namespace {

void draw_bar(Rect& room, const LessonView& view, LessonDrawn& drawn) {
    const ButtonSpec end{
        .id = "end lesson", .label = _("End the lesson"), .icon = Icon::Stop, .words_last = true};
    const ButtonSpec record{.id = "lesson record",
                            .label = _("Keep a record"),
                            .icon = Icon::Keep,
                            .command = "export"};
    std::vector<ButtonSpec> buttons{film_button()};
    if (view.under_way) buttons.insert(buttons.end(), {end, record});
    buttons.push_back(screen_help_button());
    const std::string_view title = view.under_way ? std::string_view{view.title} : _("Lesson");
    const ScreenBar bar{Icon::Talk, title, view.module_title,
                        view.under_way ? view.toast : std::nullopt};
    const auto pressed = draw_screen_bar(room, bar, buttons);
    if (!pressed) return;
    if (buttons[*pressed].command.empty()) {
        drawn.lesson.push_back(EndLesson{});
    } else {
        drawn.asked.push_back(Command{std::string(buttons[*pressed].command)});
    }
}

}  // namespace

LessonDrawn lesson_screen(const LessonView& view, const catalogue::KeyTable& keys, UiState& ui,
                          LessonState& state) {
    LessonDrawn drawn;
    if (!begin_screen("lesson", keys, view.black)) {
        end_screen(keys, ui, true);
        return drawn;
    }
    Rect room = whole_display();
    const bool class_alone = view.under_way && view.for_the_class;
    if (!class_alone) draw_bar(room, view, drawn);
    if (view.under_way) {
        if (class_alone) {
            cut_toast(room, view.toast);
        } else {
            const float part = large_letters() ? 0.34F : 0.3F;
            draw_steps(room.cut_left(std::round(room.width * part)), view, state, drawn);
        }
        draw_prompt(room, view, drawn);
    } else {
        cut_toast(room, view.toast);
        draw_plans(room, view, ui, state, drawn);
    }
    end_screen(keys, ui, false);
    return drawn;
}

}  // namespace ui
