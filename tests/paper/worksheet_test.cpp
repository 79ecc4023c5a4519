#include "player/paper/worksheet.h"

#include <doctest/doctest.h>

#include "tests/paper/made_up_sheets.h"

using namespace paper;
using namespace paper_test;
using namespace catalogue;

TEST_CASE(
    "a worksheet asks before, while and after, about oneself last, and names the job unless "
    "covered") {
    const std::string words = words_of(*worksheet_of(module(), 0, 0));
    CHECK(has(words, "Worksheet How did you become a hill farmer? Moira Lennox, hill farmer"));
    CHECK(words.find("Before the film") < words.find("While it plays"));
    CHECK(words.find("Afterwards") < words.find("If you like"));
    CHECK_FALSE(has(words, "0800 1111"));
    CHECK_FALSE(has(words_of(*worksheet_of(module(), 0, 0, {true, {}})), "hill farmer"));
}

TEST_CASE("the worksheet of a sensitive question carries the help lines") {
    CHECK(has(words_of(*worksheet_of(module(), 0, 1)), "0800 1111"));
}

TEST_CASE("there is no worksheet of what may not be shown") {
    Module made = module();
    made.cells[0] = {CellState::Withheld, {}};
    made.cells[1] = {CellState::Empty, {}};
    CHECK_FALSE(worksheet_of(made, 0, 0));
    CHECK_FALSE(worksheet_of(made, 0, 1));
    CHECK_FALSE(worksheet_of(made, 2, 0));  // who took back consent
    CHECK_FALSE(worksheet_of(made, 9, 0));
    CHECK_FALSE(worksheet_of(made, 0, 9));
}
