#include "tests/ui/made_up_lesson.h"

#include "catalogue/words.h"

namespace ui_tests {

using catalogue::_;

namespace {

std::string fits(const std::string& taken, const std::string& there) {
    return _("Fits: {} of {}, {}", taken, there,
             catalogue::plural("{} step left out", "{} steps left out", 1));
}

}  // namespace

ui::LessonView made_up_plans() {
    ui::LessonView view;
    view.module_title = "A cross-section of twenty people at work";
    for (int i = 0; i < 10; ++i) {
        ui::PlanRow row;
        row.title = i == 3
                        ? "A plan with a title that is far longer than any sensible title would be"
                        : "Plan " + std::to_string(i + 1);
        row.about = "Times when something was decided for somebody, and where it turned.";
        row.time = "40 min \u00b7 5 to 26 pupils";
        row.needs = "One screen with sound \u00b7 Chairs in circles";
        row.areas = "Manage career, See the big picture \u00b7 Gatsby benchmarks 3, 8";
        row.note =
            "People speak about being turned away, about money, illness and looking after "
            "somebody. It may be close to home.";
        view.plans.push_back(std::move(row));
    }
    for (int i = 0; i < 9; ++i) {
        ui::StepRow step;
        step.title = "Step " + std::to_string(i + 1) + ", which has a title of several words";
        step.time = i == 5 ? "" : "4 min";
        step.note = "3 clips \u00b7 In circles of 5 to 13";
        step.left_out = i == 5;
        view.steps.push_back(std::move(step));
    }
    view.fitting = fits("34", "35 minutes");
    return view;
}

ui::LessonView made_up_lesson() {
    using Kind = catalogue::TextBlock::Kind;
    ui::LessonView view;
    view.module_title = "A cross-section of twenty people at work";
    view.under_way = true;
    view.title = "What does the number say?";
    view.steps = {
        {"One number", "4 min", lessons::talk_text(catalogue::Talk::Pair), false, true, false},
        {"What the pay allows", "8 min",
         "3 clips \u00B7 " + lessons::talk_text(catalogue::Talk::Four), true, false, false},
        {"What lifts the mood", "", _("Left out: {} does not fit before the bell", "6 min"), false,
         false, true},
        {"Ask the number", "6 min", lessons::talk_text(catalogue::Talk::All), false, false, false}};
    view.prompt.title = "What the pay allows";
    view.prompt.blocks = {
        {Kind::Paragraph, 0, "What do they say that no figure can?"},
        {Kind::Bullet, 0, "Take one thing that money cannot buy them"},
        {Kind::Bullet, 0, "Take one thing that it can"},
        {Kind::Numbered, 1, "Say who you would ask, and why"},
    };
    view.prompt.talk = catalogue::Talk::Four;
    view.timer = "3:40";
    view.next_text = "Ask the number";
    view.can_go_back = true;
    view.notes =
        "It is an old figure on purpose: a number has a date. Put the newest one beside it.";
    view.bell = _("Bell in {} min", 12);
    view.fitting = fits("11 min", "12 min");
    return view;
}

}  // namespace ui_tests
