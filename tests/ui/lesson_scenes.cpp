#include "catalogue/words.h"
#include "tests/ui/made_up_lesson.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

// The view is made anew for each language that is spoken.
Scene lesson(std::string name, std::function<ui::LessonView()> view,
             ui::Panel panel = ui::Panel::None) {
    return {"lesson: " + std::move(name), [view = std::move(view), panel](Driver& driver) {
                clear(driver);
                driver.lesson_state = {};
                driver.state.panel = panel;
                driver.show(view());
                driver.frames(3);
            }};
}

Scene with_film_prompt(std::string name, std::string words, bool full_screen) {
    return {"stage: " + std::move(name), [=](Driver& driver) {
                clear(driver);
                ui::StageView view = lifelike_stage();
                view.transport.full_screen = full_screen;
                driver.state.questions_open = false;
                driver.film_prompt = words;
                driver.show(view);
                driver.frames(3);
            }};
}

}  // namespace

void add_lesson_scenes(std::vector<Scene>& all) {
    all.push_back(with_film_prompt("a prompt over the film", "What is on the wall?", false));
    all.push_back(with_film_prompt("a long prompt over the film, full screen",
                                   "Which two of these tools would you want to take home with you, "
                                   "and what for?",
                                   true));
    using Change = std::function<void(ui::LessonView&)>;
    const auto with = [](const Change& change) {
        return [change] {
            ui::LessonView view = made_up_lesson();
            change(view);
            return view;
        };
    };
    all.push_back(lesson("plans", made_up_plans));
    all.push_back(lesson("no plans", [] {
        ui::LessonView none = made_up_plans();
        none.plans.clear();
        return none;
    }));
    all.push_back(lesson("a prompt", made_up_lesson));
    all.push_back(lesson("settings", made_up_lesson, ui::Panel::Settings));
    all.push_back(lesson("help", made_up_lesson, ui::Panel::Help));
    all.push_back(lesson(
        "over time", with([](ui::LessonView& over) {
            over.timer = catalogue::_("{} over", "12:40");
            over.timer_over = true;
            over.toast = "The record is in /home/teacher/Documents/Crosscut/2026-11-28 a-plan.html";
        })));
    all.push_back(lesson("a prompt, full screen",
                         with([](ui::LessonView& whole) { whole.for_the_class = true; })));
    all.push_back(lesson(
        "ground rules", with([](ui::LessonView& rules) {
            rules.prompt.title = "Before we begin";
            rules.prompt.content_note = made_up_plans().plans[0].note;
            rules.prompt.talk.reset();
            rules.timer.clear();
            rules.can_go_back = false;
            rules.help = {"A trusted adult at school: your tutor, head of year or school nurse",
                          "Childline, for anyone under nineteen, free, any hour: 0800 1111"};
        })));
    all.push_back(lesson(
        "the end", with([](ui::LessonView& end) {
            end.prompt = {"A plan",
                          {{catalogue::TextBlock::Kind::Paragraph, 0, "That was the lesson."}},
                          "",
                          {},
                          {}};
            end.timer.clear();
            for (int i = 0; i < 12; ++i) {
                end.heard.push_back("Bartholomew Featherstonehaugh: A label of some length");
            }
            end.next_text.clear();
            end.done = true;
        })));
    all.push_back(lesson("one step, no notes, no bell", with([](ui::LessonView& bare) {
                             bare.steps.resize(1);
                             bare.notes.clear();
                             bare.bell.clear();
                             bare.fitting.clear();
                         })));
}

}  // namespace ui_tests
