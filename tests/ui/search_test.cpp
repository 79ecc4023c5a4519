#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "player/ui/marked_text.h"
#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;
using ui::UiKey;

// As the app opens it.
void open(Driver& driver, const ui::SearchView& view, const std::string& typed = "") {
    driver.search_state = {};
    driver.search_state.typed = typed;
    driver.taken.reset();
    driver.show(view);
    driver.frames(4);
}

std::string chosen(const Driver&) {
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.role == ui::Role::ListItem && record.chosen) return record.name;
    }
    return {};
}

}  // namespace

TEST_CASE("the search opens with the cursor in its field, and what is there is typed over") {
    Driver driver;
    open(driver, made_up_search(), "old words");
    REQUIRE(driver.interface->typing());
    driver.type("new");
    CHECK(driver.search_state.typed == "new");
    driver.show(made_up_start());
    open(driver, made_up_search(), driver.search_state.typed);
    driver.type("again");
    CHECK(driver.search_state.typed == "again");
}

TEST_CASE("what was typed before the field had the cursor is gone on with") {
    Driver driver;
    driver.search_state = {};
    driver.search_state.typed = "uni";
    driver.search_state.goes_on = true;
    driver.show(made_up_search());
    driver.frames(4);
    REQUIRE(driver.interface->typing());
    driver.type("form");
    CHECK(driver.search_state.typed == "uniform");
}

TEST_CASE("arrows choose while one types, Enter takes, and typing begins at the top again") {
    Driver driver;
    const ui::SearchView view = made_up_search();
    open(driver, view, "word");
    CHECK(driver.search_state.chosen == 0);
    for (int i = 0; i < 4; ++i)
        driver.press(UiKey::Down);
    CHECK(driver.search_state.chosen == 4);
    CHECK(driver.search_state.moved);
    CHECK(chosen(driver).starts_with("Person 2 of Many \u2013 Label 2"));
    driver.press(UiKey::Up);
    driver.press(UiKey::Enter);
    CHECK(driver.taken == 3);

    open(driver, view, "word");
    driver.press(UiKey::PageDown);
    CHECK(driver.search_state.chosen > 2);
    driver.type("s");
    CHECK(driver.search_state.chosen == 0);
    driver.press(UiKey::Up);
    CHECK(driver.search_state.chosen == 0);
    for (int i = 0; i < 40; ++i)
        driver.press(UiKey::Down);
    CHECK(driver.search_state.chosen == view.names.size() + view.passages.size() - 1);
}

TEST_CASE("the chosen row is always in sight, whole") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 1}}) {
        Driver driver(size);
        const ui::SearchView view = made_up_search(30);
        open(driver, view, "word");
        for (std::size_t i = 0; i + 1 < view.names.size() + view.passages.size(); ++i) {
            driver.press(UiKey::Down);
            driver.frames(2);
            CAPTURE(i);
            const ui::WidgetRecord row = driver.control(chosen(driver));
            CHECK(row.visible);
            CHECK_FALSE(row.cut);
        }
    }
}

TEST_CASE("a click takes a row, and Tab reaches the list, where arrows and Enter go on") {
    Driver driver;
    const ui::SearchView view = made_up_search();
    open(driver, view, "word");
    driver.click("Wordsworth");
    CHECK(driver.taken == 1);

    open(driver, view, "word");
    for (int i = 0; i < 8 && driver.focused() != "Person 1 of Many"; ++i) {
        driver.interface->focus_next(false);
        driver.frames(2);
    }
    REQUIRE(driver.focused() == "Person 1 of Many");
    driver.interface->focus_move(UiKey::Down);
    driver.frames(2);
    CHECK(driver.search_state.chosen == 1);
    driver.taken.reset();
    CHECK(driver.interface->activate_focused());
    driver.frames(2);
    CHECK(driver.taken == 1);
}

TEST_CASE("Enter with nothing to take takes nothing") {
    Driver driver;
    ui::SearchView view;
    view.nothing = "Find the moment.";
    open(driver, view);
    driver.press(UiKey::Enter);
    CHECK_FALSE(driver.taken);
}

TEST_CASE("the words that were meant are drawn for themselves") {
    Driver driver({1920, 1080, 1});
    open(driver, made_up_search(), "word");
    CHECK(driver.says("word"));
    CHECK(driver.says("Not a "));
    CHECK(driver.says("Word"));  // of a name
}

TEST_CASE("a word far behind is brought into the lines that there are") {
    Driver driver;
    driver.show(made_up_search());
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "nothing here ";
    const std::size_t at = text.size();
    text += "uniform and more of it";
    const ui::MarkedText whole{text, {{at, at + 7}}};
    const ui::MarkedText part = ui::excerpt(whole, ui::Type::Lead, 500, 2);
    REQUIRE(part.marks.size() == 1);
    CHECK(part.text.starts_with("\u2026 "));
    CHECK(part.text.substr(part.marks[0].from, 7) == "uniform");
    CHECK(part.marks[0].from < 60);
    CHECK(part.text[std::string("\u2026 ").size()] == 'n');  // at the beginning of a word
    // What is in sight anyway stays as it is.
    CHECK(ui::excerpt({"a uniform", {{2, 9}}}, ui::Type::Lead, 500, 2).text == "a uniform");
    CHECK(ui::excerpt({text, {}}, ui::Type::Lead, 500, 2).text == text);
    const std::string one(3000, 'x');
    const ui::MarkedText long_word = ui::excerpt({one, {{0, 3000}}}, ui::Type::Lead, 100, 2);
    CHECK(long_word.text == one);
}

TEST_CASE("only passages in sight are asked for, with the size of their stills") {
    Driver driver({1366, 768, 1});
    open(driver, made_up_search(200), "word");
    CHECK(driver.search.in_sight.size() >= 3);
    CHECK(driver.search.in_sight.size() < 12);
    CHECK(driver.search.picture_px.width > 100);
    driver.wheel(600, 500, -60);
    driver.frames(3);
    CHECK(driver.search.in_sight.front() > 10);
}

TEST_CASE("where nothing is found a press looks for something else") {
    Driver driver;
    ui::SearchView view;
    view.nothing = "Nobody says it.";
    view.hint = "Fewer letters find more.";
    view.instead = {"uniform", "bakery"};
    open(driver, view, "unifrom bakery");
    driver.click("Look for \u201Cuniform\u201D");
    CHECK(driver.search_state.typed == "uniform");
    driver.frames(4);
    CHECK(driver.interface->typing());
}

TEST_CASE("the buttons of the search ask for its commands") {
    Driver driver({1920, 1080, 1});
    open(driver, made_up_search(), "word");
    CHECK(commands(driver.click("Hear them in turn")) == std::vector<std::string>{"found_in_turn"});
    CHECK(commands(driver.click("Help")) == std::vector<std::string>{"help"});
    CHECK(commands(driver.click("Back to the film")) == std::vector<std::string>{"back_out"});
    open(driver, made_up_search(0), "word");
    CHECK_FALSE(driver.control("Hear them in turn").enabled);
}

TEST_CASE("the strip says which passage this is, goes to the others, and takes its room") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_stage());
    const ui::FilmPlace without = driver.film;
    driver.strip = ui::FoundStripView{"uniform", 2, 14, false, true};
    driver.frames(3);
    CHECK(driver.film.height < without.height);
    CHECK(driver.film.y == without.y);
    CHECK(driver.says("3 of 14"));
    CHECK(driver.says("\u201Cuniform\u201D"));
    CHECK(commands(driver.click("The next passage")) == std::vector<std::string>{"next_found"});
    CHECK(commands(driver.click("The passage before")) ==
          std::vector<std::string>{"previous_found"});
    CHECK(commands(driver.click("Hear them in turn")) == std::vector<std::string>{"found_in_turn"});
    CHECK(commands(driver.click("All of them")) == std::vector<std::string>{"search"});
    CHECK(commands(driver.click("Put away what was found")) ==
          std::vector<std::string>{"drop_found"});
    driver.strip = ui::FoundStripView{"uniform", 13, 14, true, true};
    driver.frames(3);
    CHECK_FALSE(driver.control("The next passage").enabled);
    CHECK(driver.has("Stay with this answer"));
    driver.strip = ui::FoundStripView{"uniform", 13, 14, false, false};
    driver.frames(3);
    CHECK(driver.says("14 passages"));
}
