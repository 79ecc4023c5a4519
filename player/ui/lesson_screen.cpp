#include <algorithm>
#include <cmath>

#include "player/ui/lesson_parts.h"

#include <imgui.h>

namespace ui {

namespace {

void draw_lesson_bar(const Rect& place, const LessonView& view, LessonDrawn& drawn) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect room = place.inset(px(space::large), 0);
    ButtonSpec film{.id = "back to film",
                    .label = _("To the film"),
                    .icon = Icon::Play,
                    .command = "stage_screen"};
    ButtonSpec end{.id = "end lesson", .label = _("End the lesson"), .icon = Icon::Close};
    ButtonSpec record{.id = "lesson record",
                      .label = _("Keep a record"),
                      .icon = Icon::Check,
                      .command = "export"};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    std::vector<ButtonSpec*> buttons{&film};
    if (view.under_way) buttons = {&film, &end, &record};
    buttons.push_back(&help);
    const auto needed = [&] {
        float sum = 0;
        for (const ButtonSpec* spec : buttons)
            sum += button_width(*spec) + px(space::small);
        return sum;
    };
    for (auto spec = buttons.rbegin(); spec != buttons.rend() && needed() > room.width * 0.6F;
         ++spec) {
        (*spec)->words = false;
    }
    layer().begin_area(Area::Ways);
    std::vector<std::pair<Rect, const ButtonSpec*>> placed;
    for (const ButtonSpec* spec : buttons) {
        const Rect strip = room.cut_right(button_width(*spec));
        room.cut_right(px(space::small));
        placed.emplace_back(strip.centred(strip.width, look().control_px()), spec);
    }
    const Rect mark = room.cut_left(px(size_of(IconSize::Medium)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::Talk, IconSize::Medium, p.accent);
    room.cut_left(px(space::small));
    const std::string& title = view.under_way ? view.title : _("Lesson");
    const float used = paint::text(room, Type::Title, p.text, title);
    room.cut_left(used + px(space::large));
    if (room.width > px(60)) paint::text(room, Type::Body, p.quiet, view.module_title);
    for (auto at = placed.rbegin(); at != placed.rend(); ++at) {
        const auto& [strip, spec] = *at;
        if (!button(strip, *spec)) continue;
        if (spec == &end) {
            drawn.lesson.push_back(EndLesson{});
        } else {
            drawn.asked.push_back(Command{std::string(spec->command)});
        }
    }
}

// A passing sentence takes its room from the words: it never lies over them.
void cut_toast(Rect& room, const LessonView& view) {
    if (!view.toast) return;
    const float bottom = draw_toast(room, *view.toast);
    room.cut_top(bottom - room.y);
}

}  // namespace

LessonDrawn lesson_screen(const LessonView& view, const catalogue::KeyTable& keys, UiState& ui,
                          LessonState& state) {
    LessonDrawn drawn;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    layer().set_keys(&keys);
    begin_surface("lesson", display);
    if (view.black) {
        paint::fill(display, black_screen);
        end_surface();
        return drawn;
    }
    Rect room = display;
    const bool class_alone = view.under_way && view.for_the_class;
    if (!class_alone) {
        draw_lesson_bar(room.cut_top(look().control_px() + 2 * px(space::small)), view, drawn);
    }
    if (view.under_way) {
        if (!class_alone) {
            draw_steps(room.cut_left(std::round(room.width * 0.3F)), view, state, drawn);
        }
        cut_toast(room, view);
        draw_prompt(room, view, drawn);
    } else {
        cut_toast(room, view);
        draw_plans(room, view, ui, state, drawn);
    }
    if (ui.panel == Panel::Help) draw_veil(display);
    end_surface();
    if (ui.panel == Panel::Help) draw_help(display, keys, ui);
    return drawn;
}

}  // namespace ui
