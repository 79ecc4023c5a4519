#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("in full screen the class sees neither steps nor notes") {
    Driver driver;
    ui::LessonView view = made_up_lesson();
    view.for_the_class = true;
    driver.show(view);
    CHECK_FALSE(driver.has("What lifts the mood"));
    CHECK_FALSE(driver.says("For you, not for the class"));
    CHECK(driver.says("What do they say that no figure can?"));
    CHECK(driver.has("Next: Ask the number"));
}

TEST_CASE("a short prompt is larger than a long one") {
    Driver driver({1920, 1080, 1});
    ui::LessonView view = made_up_lesson();
    view.prompt.blocks.resize(1);
    driver.show(view);
    const float brief = largest_em_of(view.prompt.blocks[0].text);
    CHECK(brief >= 70);
    for (int i = 0; i < 6; ++i)
        view.prompt.blocks.push_back(view.prompt.blocks[0]);
    driver.show(view);
    CHECK(largest_em_of(view.prompt.blocks[0].text) < brief);
}

TEST_CASE("Enter starts the plan that the keyboard is on, a click only chooses it") {
    Driver driver;
    driver.state.request_focus = true;
    driver.show(made_up_plans());
    CHECK(driver.focused() == "Plan 1");
    CHECK(driver.interface->focus_move(ui::UiKey::Down));
    driver.frames();
    driver.lesson_asked.clear();
    CHECK(driver.interface->activate_focused());
    driver.frames();
    const auto started = asks<ui::StartLesson>(driver);
    REQUIRE(started.size() == 1);
    CHECK(started[0].plan == 1);
    driver.lesson_asked.clear();
    driver.click("Plan 3");
    driver.click("Plan 3");
    CHECK(asks<ui::StartLesson>(driver).empty());
}

TEST_CASE("what a plan does is shown before it starts, as the bell leaves it") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_plans());
    CHECK(driver.says("What happens"));
    CHECK(driver.control("Minutes to the bell, pupils, headsets").visible);
    CHECK(driver.says("Fits: 34 of 35 minutes, 1 step left out"));
}

TEST_CASE("a black screen shows nothing of a lesson") {
    Driver driver;
    ui::LessonView view = made_up_lesson();
    view.black = true;
    driver.show(view);
    CHECK_FALSE(driver.says("3:40"));
}

TEST_CASE("letters for posters are in the atlas only while they are wanted") {
    Driver driver({1366, 768, 1});
    const int whole_px = driver.interface->atlas().height_px;

    CHECK(driver.interface->set_posters(false));
    CHECK(driver.interface->atlas().height_px < whole_px * 3 / 4);
    CHECK_FALSE(driver.interface->set_posters(false));
    CHECK_FALSE(driver.interface->set_display(1366, 768, 1));

    CHECK(driver.interface->set_posters(true));
    CHECK(driver.interface->atlas().height_px == whole_px);
}

TEST_CASE("a passing message moves nothing of what the class reads, and hides none of it") {
    for (const float scale : {1.0F, 2.0F}) {
        CAPTURE(scale);
        Driver driver({1366, 768, scale});
        ui::LessonView view = made_up_lesson();
        driver.show(view);
        const auto of_the_class = [&] {
            const float left = driver.control("What the pay allows").place.width;
            std::vector<std::pair<std::string, float>> all;
            for (const ui::TextRecord& text : ui::drawn_texts()) {
                if (text.place.x > left && text.place.y > 130)
                    all.push_back({text.text, text.place.y});
            }
            return all;
        };
        const auto before = of_the_class();
        CHECK(before.size() > 4);
        view.toast = "The record is in /home/teacher/Documents/Crosscut/2026-11-28 a-plan.html";
        driver.show(view);
        const bool nothing_moved = of_the_class() == before;
        CHECK(nothing_moved);
        CHECK(driver.says(view.timer));
        CHECK(driver.says_in_lines(lessons::talk_text(*view.prompt.talk)));
        CHECK(driver.says_in_lines("2026-11-28 a-plan.html"));
    }
}

TEST_CASE("a passing message that fits into a line leaves the lesson its title") {
    Driver driver({1366, 768, 1});
    ui::LessonView view = made_up_lesson();
    view.toast = "The record is in /home/teacher/Documents/Crosscut/2026-11-28 a-plan.html";
    driver.show(view);
    CHECK(driver.says(view.title));
    CHECK(driver.says(*view.toast));
}

TEST_CASE("in full screen, too, a passing message leaves who talks and how long") {
    Driver driver({1366, 768, 2});
    ui::LessonView view = made_up_lesson();
    view.for_the_class = true;
    view.toast = "The record is kept";
    driver.show(view);
    CHECK(driver.says(*view.toast));
    CHECK(driver.says(view.timer));
    CHECK(driver.says_in_lines(lessons::talk_text(*view.prompt.talk)));
}

TEST_CASE("in large letters no line of a task is out of sight or too small for the back row") {
    for (const auto& [width, height] : {std::pair{1366, 768}, std::pair{1920, 1080}}) {
        CAPTURE(width);
        Driver driver({width, height, 2});
        ui::LessonView view = made_up_lesson();
        driver.show(view);
        for (const catalogue::TextBlock& block : view.prompt.blocks) {
            CAPTURE(block.text);
            CHECK(driver.says_in_lines(block.text));
            CHECK(largest_em_of(block.text) >= static_cast<float>(height) / 22);
        }
        CHECK(driver.says(view.timer));
    }
}

TEST_CASE("whom to talk to is said as large as the task where there is room") {
    Driver driver({1366, 768, 1});
    ui::LessonView view = made_up_lesson();
    view.prompt.blocks.resize(1);
    view.prompt.talk.reset();
    view.timer.clear();
    view.help = {"Ask your tutor"};
    driver.show(view);
    CHECK(largest_em_of(view.help[0]) == largest_em_of(view.prompt.blocks[0].text));
}

TEST_CASE("what scrolls in a lesson does not lie under the mark of how far down one is") {
    Driver driver({1366, 768, 2});
    ui::LessonView view = made_up_lesson();
    view.prompt.talk.reset();
    view.timer.clear();
    view.prompt.content_note =
        "People speak about being turned away, about money, illness and looking after somebody.";
    driver.show(view);
    const ui::PlacePx next = driver.control("Next: Ask the number").place;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (text.place.x < 420 || text.place.y < 120 || text.place.y > next.y - 60) continue;
        CAPTURE(text.text);
        CHECK(text.place.x + text.place.width <= next.x + next.width - 8);
    }
}

TEST_CASE("notes that scroll do not lie under the mark of how far down one is") {
    Driver driver({1366, 768, 2});
    ui::LessonView view = made_up_lesson();
    for (int i = 0; i < 5; ++i)
        view.notes += " " + view.notes.substr(0, 90);
    view.fitting.clear();
    driver.show(view);
    const ui::PlacePx step = driver.control("What the pay allows").place;
    int lines = 0;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (view.notes.find(text.text) == std::string::npos || text.text.size() < 4) continue;
        CAPTURE(text.text);
        ++lines;
        CHECK(text.place.x + text.place.width <= step.x + step.width);
    }
    CHECK(lines > 2);
}

TEST_CASE("in large letters what is sensitive in a plan is in sight beside its start") {
    Driver driver({1366, 768, 2});
    driver.show(made_up_plans());
    CHECK(driver.has("Start this lesson"));
    CHECK(driver.says("Please note"));
    CHECK(driver.says_in_lines(made_up_plans().plans[0].note));
}

TEST_CASE(
    "in large letters the step that it is now is whole, and so is the beginning of its notes") {
    for (const Size size : {Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        const ui::LessonView view = made_up_lesson();
        driver.show(view);
        CHECK(driver.says_in_lines("8 min \u00B7 3 clips \u00B7 In fours"));
        CHECK(driver.says_in_lines("It is an old figure on purpose: a number has a date."));
    }
}

TEST_CASE(
    "in large letters how a lesson ends is said in words, and how one goes to the film is not") {
    Driver driver({1366, 768, 2});
    driver.show(made_up_lesson());
    CHECK(driver.says("End the lesson"));
    CHECK(driver.has("To the film"));
    CHECK_FALSE(driver.says("To the film"));
}

TEST_CASE("who talks is whole beside a time that is over") {
    Driver driver({1366, 768, 2});
    ui::LessonView view = made_up_lesson();
    view.timer = "112:40 over";
    view.timer_over = true;
    driver.show(view);
    CHECK(driver.says(view.timer));
    CHECK(driver.says_in_lines(lessons::talk_text(*view.prompt.talk)));
}

TEST_CASE("a line that the edge of what scrolls goes through does not count as read") {
    Driver driver({1366, 768, 2});
    ui::LessonView view = made_up_lesson();
    for (int i = 0; i < 4; ++i)
        view.prompt.blocks.push_back(view.prompt.blocks[0]);
    driver.show(view);
    for (const float notches : {0.0F, -0.3F, -0.4F}) {
        driver.wheel(1000, 300, notches);
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            CAPTURE(text.text);
            CHECK(text.place.height >= text.em_px);
        }
    }
}
