#include <doctest/doctest.h>
#include <algorithm>

#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;

TEST_CASE("a line that asks has one button, and it goes on") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.line = "Everybody has been heard.";
    driver.show(view);
    CHECK(driver.says("Everybody has been heard."));
    CHECK(!driver.has("Next question: Aged ten"));
    view.line_asks = true;
    view.next_text = "Next question: Aged ten";
    driver.show(view);
    CHECK(walk_inputs<lessons::GoNext>(driver.click("Next question: Aged ten")).size() == 1);
}

TEST_CASE("in large letters the button at an answer's end says Next before it shows its picture") {
    Driver driver({1366, 768, 2});
    ui::StageView view = made_up_stage();
    view.transport.state = ui::PlayState::Ended;
    view.line = "Left school at 16, then at 21. An apprenticeship, then a university.";
    view.line_asks = true;
    view.next_text = "Where from";
    driver.show(view);
    driver.frames(3);
    CHECK(driver.says_in_lines(view.line));
    CHECK(driver.says("Next"));
    CHECK_FALSE(driver.control("Where from").cut);
}

TEST_CASE("a covered job says so below any name, and uncovering it has its word") {
    Driver driver({1366, 768, 1});
    ui::StageView view = made_up_stage();
    view.guesses.cover = ui::JobCover::Covered;
    view.person = "Moira";
    driver.show(view);
    CHECK(driver.says("Uncover"));
    CHECK(driver.control("Uncover the job").tooltip.starts_with("Uncover the job"));
    view.person = "Bartholomew Featherstonehaugh-Winterbottom";
    view.line = "Everybody has been heard. Next is another question.";
    view.line_asks = true;
    view.next_text = "Next question: Somebody of your age";
    driver.show(view);
    CHECK(driver.says("The job comes last"));
    CHECK(driver.has("Uncover the job"));
}

TEST_CASE("at the end of an answer the line is read, with large letters instead of the name") {
    ui::StageView view = made_up_stage();
    view.line = "All 20 were heard.";
    view.line_asks = true;
    view.next_text = "Next question: Label 3";
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        Driver driver(size);
        driver.show(view);
        CHECK(driver.says_in_lines(view.line));
        if (size.scale == 1) CHECK(driver.says(view.next_text));
    }
}

TEST_CASE(
    "a very long name, the line at an answer's end and what comes next are whole at 1366 pixels") {
    ui::StageView view = made_up_stage();
    view.person = "Bartholomew Featherstonehaugh-Winterbottom";
    view.job = "an assistant to the deputy head of a school for music";
    view.line_asks = true;
    Driver driver({1366, 768, 1});
    for (const auto& [line, next] :
         {std::pair{"That was the last answer.", "Next: Person 2 of Many"},
          std::pair{"All 20 were heard.", "Next question: Somebody of your age"},
          std::pair{"Left school at 16, then at 21. An apprenticeship, then a university.",
                    "Where from"}}) {
        view.line = line;
        view.next_text = next;
        driver.show(view);
        CAPTURE(line);
        CHECK(driver.says_in_lines(line));
        CHECK(driver.says_in_lines(next));
        CHECK(driver.says_in_lines("Bartholomew Featherstonehaugh- Winterbottom"));
    }
}

TEST_CASE("a name of usual length stands above the job, beside a line in large letters") {
    ui::StageView view = made_up_stage();
    view.line_asks = true;
    view.line = "Stop and talk.";
    view.next_text = "Label 3";
    Driver driver({1366, 768, 1});
    driver.show(view);
    for (const char* words : {"Person 1 of Many", "A 1th hand", "Stop and talk.", "Label 3"}) {
        CAPTURE(words);
        CHECK(driver.says(words));
    }
}

TEST_CASE("where a covered job's buttons have no room the line has it all") {
    ui::StageView view = made_up_stage();
    view.person = "Bartholomew Featherstonehaugh-Winterbottom";
    view.guesses.cover = ui::JobCover::Covered;
    view.line = "Everybody has been heard.";
    view.line_asks = true;
    view.next_text = "Where from";
    Driver driver({1366, 768, 2});
    driver.show(view);
    CHECK(driver.says_in_lines(view.line));
    CHECK(driver.says(view.next_text));
}

}  // namespace
