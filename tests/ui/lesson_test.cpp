#include <doctest/doctest.h>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_lesson.h"
#include "tests/ui/made_up_views.h"

using namespace ui_tests;

namespace {

template <class Kind>
std::vector<Kind> asks(const Driver& driver) {
    std::vector<Kind> found;
    for (const ui::LessonAsk& ask : driver.lesson_asked) {
        if (const auto* kind = std::get_if<Kind>(&ask)) found.push_back(*kind);
    }
    return found;
}

float largest_em_of(const std::string& words) {
    float largest = 0;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (words.find(text.text) != std::string::npos && text.text.size() > 3) {
            largest = std::max(largest, text.em_px);
        }
    }
    return largest;
}

}  // namespace

TEST_CASE("a prompt is at least 40 pixels high on a projector") {
    Driver driver({1920, 1080, 1});
    const ui::LessonView view = made_up_lesson();
    driver.show(view);
    for (const catalogue::TextBlock& block : view.prompt.blocks) {
        CAPTURE(block.text);
        CHECK(largest_em_of(block.text) >= 40);
    }
}

TEST_CASE("a plan is chosen by a click, and started by its button") {
    Driver driver;
    driver.show(made_up_plans());
    driver.click("Plan 3");
    CHECK(driver.lesson_state.chosen == 2);
    driver.lesson_asked.clear();
    driver.click("Start this lesson");
    const auto started = asks<ui::StartLesson>(driver);
    REQUIRE(started.size() == 1);
    CHECK(started[0].plan == 2);
}

TEST_CASE("next, back and more time are commands, so that their keys are said") {
    Driver driver;
    driver.show(made_up_lesson());
    CHECK(commands(driver.click("Next: Ask the number")) == std::vector<std::string>{"next"});
    CHECK(commands(driver.click("Back")) == std::vector<std::string>{"previous"});
    CHECK(commands(driver.click("2 more minutes")) == std::vector<std::string>{"extend"});
}

TEST_CASE("a step is gone to by a click") {
    Driver driver;
    driver.show(made_up_lesson());
    driver.lesson_asked.clear();
    driver.click("What lifts the mood");
    const auto inputs = asks<lessons::LessonInput>(driver);
    REQUIRE(inputs.size() == 1);
    const auto* to = std::get_if<lessons::GoToStep>(&inputs[0]);
    REQUIRE(to);
    CHECK(to->item == 2);
}

TEST_CASE("the end of a lesson offers to end it and nothing after it") {
    Driver driver;
    ui::LessonView view = made_up_lesson();
    view.done = true;
    view.timer.clear();
    view.next_text.clear();
    driver.show(view);
    CHECK_FALSE(driver.has("2 more minutes"));
    CHECK(driver.has("Back"));
}

TEST_CASE("a black screen shows nothing of a lesson") {
    Driver driver;
    ui::LessonView view = made_up_lesson();
    view.black = true;
    driver.show(view);
    CHECK_FALSE(driver.says("3:40"));
}
