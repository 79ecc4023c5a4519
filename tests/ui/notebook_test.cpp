// The notebook screen, and the thought beside the film.
#include <doctest/doctest.h>
#include <algorithm>
#include <string>
#include <variant>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_notebook.h"

namespace {

using namespace ui_tests;
using catalogue::NoteKind;

template <class Ask>
const Ask* last(const Driver& driver) {
    const Ask* found = nullptr;
    for (const ui::NotebookAsk& ask : driver.notes) {
        if (const Ask* one = std::get_if<Ask>(&ask)) found = one;
    }
    return found;
}

TEST_CASE("a press on a still plays the pin, unless it may not be played") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    driver.click("Play: Person 1, Label 1");
    REQUIRE(last<ui::PlayPin>(driver) != nullptr);
    CHECK(last<ui::PlayPin>(driver)->id == "pin1");
    CHECK_FALSE(driver.control("Play: Person 4, Label 4").enabled);
}

TEST_CASE("what is typed beside a pin is told with the pin's id, character by character") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    driver.click("Thought beside Person 1, Label 1");
    driver.type("\U0001F600");
    REQUIRE(last<ui::WriteNote>(driver) != nullptr);
    CHECK(last<ui::WriteNote>(driver)->id == "pin1");
    CHECK(last<ui::WriteNote>(driver)->kind == NoteKind::Pin);
    CHECK(last<ui::WriteNote>(driver)->text.find("\U0001F600") != std::string::npos);
}

TEST_CASE("a pin is taken out only when that was asked and answered") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    driver.click("Take out: Person 1, Label 1");
    CHECK(last<ui::RemoveNote>(driver) == nullptr);
    driver.click("Leave it");
    CHECK(last<ui::RemoveNote>(driver) == nullptr);
    CHECK_FALSE(driver.has("Take it out"));
    driver.click("Take out: Person 1, Label 1");
    driver.click("Take it out");
    REQUIRE(last<ui::RemoveNote>(driver) != nullptr);
    CHECK(last<ui::RemoveNote>(driver)->id == "pin1");
}

TEST_CASE("any line of the sheet for a talk is taken out by one press, and put back") {
    Driver driver({1366, 768, 1});
    ui::NotebookView view = made_up_notebook();
    view.sheet = made_up_sheet();
    driver.show(view);
    driver.click("For a talk");
    driver.click("That is what my aunt says, too.");
    REQUIRE(last<ui::LeaveOut>(driver) != nullptr);
    CHECK(last<ui::LeaveOut>(driver)->id == "pin1/words");
    CHECK(last<ui::LeaveOut>(driver)->out);
    driver.click("Person 2 \u00b7 Yesterday");
    CHECK(last<ui::LeaveOut>(driver)->id == "pin2/quote");
    CHECK_FALSE(last<ui::LeaveOut>(driver)->out);
    CHECK(driver.says("Sheet for a talk"));
    CHECK(driver.has("Print this sheet"));
    driver.click("Back to the notebook");
    CHECK(driver.has("Play: Person 1, Label 1"));
}

TEST_CASE("the whole notebook is cleared only when that was asked and answered") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    driver.click("Finish and clear");
    CHECK(last<ui::ClearNotebook>(driver) == nullptr);
    driver.click("Leave it");
    CHECK(last<ui::ClearNotebook>(driver) == nullptr);
    driver.notebook.take_along = {"my documents", "STICK"};
    driver.click("Finish and clear");
    driver.click("Copy to STICK");
    REQUIRE(last<ui::TakeAlong>(driver) != nullptr);
    CHECK(last<ui::TakeAlong>(driver)->where == 1);
    CHECK(last<ui::ClearNotebook>(driver) == nullptr);
    driver.click("Clear everything");
    CHECK(last<ui::ClearNotebook>(driver) != nullptr);
}

TEST_CASE("where a projector has 1366 pixels the way to finish is said in words") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    const auto texts = ui::drawn_texts();
    for (const char* words : {"Finish and clear", "Hand in", "For a talk", "To the film"}) {
        CAPTURE(words);
        CHECK(std::ranges::find(texts, words, &ui::TextRecord::text) != texts.end());
    }
}

TEST_CASE("the board asks about oneself only when three people lie on it, and never must") {
    Driver driver({1366, 768, 1});
    ui::NotebookView view = made_up_notebook();
    driver.notebook_state.page = ui::NotebookPage::Board;
    driver.show(view);
    CHECK(driver.has("And you? Only if you like."));
    view.asks_about_oneself = false;
    view.people_on_board = 2;
    driver.show(view);
    CHECK_FALSE(driver.has("And you? Only if you like."));
    CHECK(driver.says("People side by side: 2 of at least 3."));
    // What is written already is never hidden.
    view.myself[0].text = "words";
    driver.show(view);
    CHECK(driver.has("And you? Only if you like."));
}

TEST_CASE("a pin is laid on the board and taken from it by its button") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_notebook());
    driver.click("Take from the board: Person 1");
    REQUIRE(last<ui::LayOnBoard>(driver) != nullptr);
    CHECK_FALSE(last<ui::LayOnBoard>(driver)->on);
}

TEST_CASE("an empty notebook says what to do, with the keys that do it") {
    Driver driver({1366, 768, 1});
    driver.show(empty_notebook());
    CHECK(driver.says("Nothing is kept yet."));
    CHECK(
        driver.says_in_lines("While somebody speaks, press Ctrl+Enter to keep what they have just "
                             "said, or T to write what you think. It then stands here, and one "
                             "press plays it again."));
}

TEST_CASE("copies are offered to be brought together") {
    Driver driver({1366, 768, 1});
    ui::NotebookView view = made_up_notebook();
    driver.show(view);
    CHECK_FALSE(driver.has("Bring together"));
    view.copies = {"ann (copy A7F3)"};
    driver.show(view);
    driver.click("Bring together");
    CHECK(last<ui::BringTogether>(driver) != nullptr);
}

TEST_CASE("in large letters copies can be brought together beside all else that is said") {
    Driver driver({1366, 768, 2});
    ui::NotebookView view = made_up_notebook();
    view.status =
        "The folder /media/share/year-8/class-8b cannot be reached: what you write is kept on this "
        "computer, and goes there when it is back. Ask whoever looks after the computers when that "
        "is, and do not switch this one off before; the next class needs it as well.";
    view.copies = {"ann (copy A7F3)"};
    view.toast = "Taken out: Ctrl+Z brings it back";
    driver.show(view);
    CHECK(driver.says(*view.toast));
    driver.click("Next message (1 of 2)");
    CHECK(driver.says(*view.toast));
    driver.click("Bring together");
    CHECK(last<ui::BringTogether>(driver) != nullptr);
}

TEST_CASE("the thought takes the keyboard when it comes up, and its room from the film") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_stage());
    const ui::FilmPlace without = driver.film;
    driver.thought = made_up_thought();
    driver.state.panel = ui::Panel::Thought;
    driver.state.request_focus = true;
    driver.frames(3);
    CHECK(driver.interface->typing());
    driver.type("!");
    REQUIRE(last<ui::WriteNote>(driver) != nullptr);
    CHECK(last<ui::WriteNote>(driver)->text == "A thought!");
    CHECK(driver.film.width < without.width + 1);
    const auto asked = driver.click("Close");
    REQUIRE(asked.size() == 1);
    CHECK(std::get<ui::Command>(asked[0]).name == "thought");
}

TEST_CASE("in large letters handing in keeps its words") {
    Driver driver({1366, 768, 2});
    driver.show(made_up_notebook());
    CHECK(driver.says("Hand in"));
}

}  // namespace
