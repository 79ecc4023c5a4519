#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "player/ui/look.h"
#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;
using catalogue::CellState;
using lessons::Cell;
using ui::UiKey;

std::string name_of(Cell cell) {
    return "Person " + std::to_string(cell.person + 1) + " of Many \u2013 Label " +
           std::to_string(cell.question + 1);
}

std::vector<lessons::ChooseCell> chosen(const std::vector<ui::Action>& asked) {
    return walk_inputs<lessons::ChooseCell>(asked);
}

// Opens the wall as the app does, and lets it come to rest.
void open(Driver& driver, const ui::WallView& view, Cell at = {0, 1}) {
    driver.wall_state = {};
    driver.wall_state.at = at;
    driver.show(view);
    driver.frames(3);
}

void press(Driver& driver, UiKey key) {
    REQUIRE(driver.interface->focus_move(key));
    driver.frames(30);
}

}  // namespace

TEST_CASE("the wall opens where the class is, with the keyboard on that cell") {
    Driver driver;
    ui::WallView view = made_up_wall(100, 40);
    view.here = {60, 30};
    open(driver, view, view.here);
    CHECK(driver.focused() == name_of({60, 30}));
    const ui::WidgetRecord record = driver.control(name_of({60, 30}));
    CHECK(record.visible);
    CHECK_FALSE(record.cut);
    CHECK_FALSE(driver.resting_on);  // nobody has moved: no card, nothing warmed
}

TEST_CASE("arrows walk the grid, and Enter chooses the cell they came to") {
    Driver driver;
    open(driver, made_up_wall(100, 40), {0, 0});
    for (const auto& [key, to] : std::vector<std::pair<UiKey, Cell>>{{UiKey::Right, {1, 0}},
                                                                     {UiKey::Down, {1, 1}},
                                                                     {UiKey::End, {99, 1}},
                                                                     {UiKey::Left, {98, 1}},
                                                                     {UiKey::Home, {0, 1}},
                                                                     {UiKey::Up, {0, 0}}}) {
        press(driver, key);
        CHECK(driver.focused() == name_of(to));
        CHECK_FALSE(driver.control(name_of(to)).cut);
    }
    press(driver, UiKey::PageDown);
    CHECK(driver.wall_state.at.question > 3);
    const Cell at = driver.wall_state.at;
    CHECK(driver.interface->activate_focused());
    const auto asked = chosen(driver.frames(2));
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].cell == at);
}

TEST_CASE("keys that are pressed faster than frames are drawn all count") {
    Driver driver;
    open(driver, made_up_wall(), {0, 0});
    for (int i = 0; i < 5; ++i)
        driver.interface->focus_move(UiKey::Right);
    driver.frames(2);
    CHECK(driver.wall_state.at == Cell{5, 0});
}

TEST_CASE("a click chooses the cell under it, a drag scrolls and chooses none") {
    Driver driver;
    open(driver, made_up_wall(100, 40), {0, 0});
    const auto asked = chosen(driver.click(name_of({2, 3})));
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].cell == Cell{2, 3});

    open(driver, made_up_wall(100, 40), {0, 0});
    const ui::PlacePx from = driver.control(name_of({4, 4})).place;
    CHECK(chosen(driver.drag(from.x, from.y, from.x - 300, from.y - 150)).empty());
    CHECK(driver.wall_state.shown.x == doctest::Approx(300).epsilon(0.1));
    CHECK(driver.wall_state.shown.y == doctest::Approx(150).epsilon(0.1));
}

TEST_CASE("the wheel scrolls, the headers stay, and the keyboard finds its cell again") {
    Driver driver;
    open(driver, made_up_wall(100, 40), {0, 0});
    const auto header_y = [&] {
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            if (text.text.starts_with("Person 2")) return text.place.y;
        }
        return -1.0F;
    };
    const float before = header_y();
    REQUIRE(before > 0);
    driver.wheel(800, 500, -20);
    driver.frames(40);
    CHECK(driver.wall_state.shown.y > 500);
    CHECK(header_y() == before);
    CHECK_FALSE(driver.control(name_of({0, 0})).visible);
    CHECK(driver.focused() == name_of({0, 0}));
    press(driver, UiKey::Down);
    CHECK(driver.control(name_of({0, 1})).visible);
}

TEST_CASE("whoever rests on a cell is told more of it, and its clip is warmed") {
    Driver driver;
    ui::WallView view = made_up_wall();
    view.card = ui::WallCard{{3, 2}, "What would you say to that?", {}, 0};
    open(driver, view);
    CHECK_FALSE(driver.says("What would you say to that?"));
    const ui::PlacePx place = driver.control(name_of({3, 2})).place;
    driver.interface->mouse_moved(place.x + 20, place.y + 20);
    driver.frames(3);
    CHECK_FALSE(driver.resting_on);  // passing over it is not resting
    CHECK(driver.wall.waiting);
    driver.frames(30);
    CHECK(driver.resting_on == Cell{3, 2});
    CHECK(driver.says_in_lines("What would you say to that?"));
    // The keyboard likewise, when it moved last.
    press(driver, UiKey::Right);
    CHECK(driver.resting_on == driver.wall_state.at);
    CHECK_FALSE(driver.says_in_lines("What would you say to that?"));
}

TEST_CASE("what is not there is said in words, and has no picture and no length") {
    Driver driver;
    ui::WallView view = made_up_wall(5, 5);
    const auto set = [&](Cell cell, CellState state) {
        ui::WallCell& changed =
            view.cells[static_cast<std::size_t>(cell.person * 5 + cell.question)];
        changed.state = state;
        changed.image = 77;
    };
    set({1, 1}, CellState::Empty);
    set({2, 1}, CellState::Withheld);
    set({3, 1}, CellState::Withdrawn);
    open(driver, view, {0, 0});
    CHECK(driver.control(name_of({1, 1})).value == "no answer");
    CHECK(driver.control(name_of({2, 1})).value == "withheld");
    CHECK(driver.says("no answer"));
    CHECK(driver.says("withheld"));
    CHECK(std::none_of(driver.drawn.commands.begin(), driver.drawn.commands.end(),
                       [](const ui::DrawnCommand& command) { return command.texture == 77; }));
    // Chosen by hand it is shown all the same, with the nearest answers.
    CHECK(chosen(driver.click(name_of({2, 1}))).size() == 1);
}

TEST_CASE("only cells in sight are drawn and asked for, of however many") {
    Driver driver({1366, 768, 1});
    ui::WallView view = made_up_wall(100, 40);
    open(driver, view, {50, 20});
    CHECK(driver.wall.in_sight.size() > 60);
    CHECK(driver.wall.in_sight.size() < 150);
    CHECK(ui::widgets().size() < 150);
    CHECK(driver.wall.picture_px.width > 100);
    CHECK(driver.wall.card_px.width > 2 * driver.wall.picture_px.width);
}

TEST_CASE("the list has the same cells as rows of words, and the same keys choose them") {
    Driver driver;
    ui::WallView view = made_up_wall(6, 5);
    view.cells[1].heard = true;
    open(driver, view, {0, 1});
    driver.click("As a list");
    driver.frames(3);
    CHECK(driver.wall_state.as_list);
    CHECK(driver.focused() == name_of({0, 1}));
    CHECK(driver.control(name_of({0, 1})).value == "0:52, heard");
    CHECK(driver.wall.in_sight.empty());  // no stills are read for it
    press(driver, UiKey::Down);
    CHECK(driver.focused() == name_of({1, 1}));
    press(driver, UiKey::End);
    CHECK(driver.focused() == name_of({5, 1}));
    press(driver, UiKey::Down);  // on to the next question
    CHECK(driver.focused() == name_of({0, 2}));
    press(driver, UiKey::Right);
    CHECK(driver.focused() == name_of({0, 3}));
    CHECK(driver.control(name_of({0, 3})).visible);
    CHECK(driver.interface->activate_focused());
    const auto asked = chosen(driver.frames(2));
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].cell == Cell{0, 3});
}

TEST_CASE("every row of the list can be reached, one after another") {
    Driver driver;
    open(driver, made_up_wall(4, 6), {0, 0});
    driver.wall_state.as_list = true;
    driver.frames(3);
    for (int step = 0; step < 4 * 6; ++step) {
        const Cell expected{step % 4, step / 4};
        CAPTURE(step);
        CHECK(driver.focused() == name_of(expected));
        CHECK_FALSE(driver.control(name_of(expected)).cut);
        driver.interface->focus_move(UiKey::Down);
        driver.frames(30);
    }
    CHECK(driver.wall_state.at == Cell{3, 5});
}

TEST_CASE("progress is said while pictures are made, and no longer") {
    Driver driver;
    ui::WallView view = made_up_wall(20, 30);
    view.stills_looked_for = 120;
    view.answers = 600;
    open(driver, view);
    CHECK(driver.says("Pictures 120 of 600"));
    view.stills_looked_for = 600;
    open(driver, view);
    CHECK_FALSE(driver.says("Pictures 600 of 600"));
}

TEST_CASE("a wall without people or questions says so") {
    Driver driver;
    open(driver, made_up_wall(0, 5), {0, 0});
    CHECK(driver.says("Nobody is in this module yet."));
    open(driver, made_up_wall(5, 0), {0, 0});
    CHECK(driver.says("This module has no questions yet."));
}

TEST_CASE("an empty wall says so in the letters of other empty screens") {
    Driver driver({1366, 768, 1});
    for (const auto& [people, questions, words] :
         {std::tuple{0, 3, "Nobody is in this module yet."},
          std::tuple{3, 0, "This module has no questions yet."}}) {
        open(driver, made_up_wall(people, questions), {0, 0});
        const auto texts = ui::drawn_texts();
        const auto what = std::ranges::find(texts, std::string{words}, &ui::TextRecord::text);
        REQUIRE(what != texts.end());
        CHECK(what->em_px == doctest::Approx(ui::look().em_px(ui::Type::Title)));
    }
}

TEST_CASE("a cell without a still has a border as controls have, in every theme") {
    for (const auto& [theme, theme_name] : catalogue::theme_names) {
        CAPTURE(theme_name);
        Driver driver({1366, 768, 1});
        driver.interface->set_theme(theme);
        ui::WallView view = made_up_wall(5, 5);
        for (ui::WallCell& cell : view.cells)
            cell.image = 0;
        view.cells[0].image = 77;
        view.cells[1].state = CellState::Empty;
        view.cells[2].state = CellState::Withheld;
        open(driver, view, {4, 4});
        const auto bordered = [&](Cell cell) {
            const ui::PlacePx at = driver.control(name_of(cell)).place;
            return driver.fills({at.x, at.y, at.width, 1}, ui::palette_of(theme).edge);
        };
        CHECK_FALSE(bordered({0, 0}));
        CHECK(bordered({0, 1}));
        CHECK(bordered({0, 2}));
        CHECK(bordered({0, 3}));
    }
}

TEST_CASE("what stands in the corners of a cell is whole inside of its focus ring") {
    for (const float scale : {0.75F, 1.0F, 2.0F}) {
        CAPTURE(scale);
        Driver driver({1366, 768, scale});
        ui::WallView view = made_up_wall(5, 5);
        view.here = {2, 2};
        open(driver, view, view.here);
        REQUIRE(driver.focused() == name_of(view.here));
        const ui::PlacePx cell = driver.control(driver.focused()).place;
        const float ring = 5 * ui::look().scale;
        bool seen = false;
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            const ui::PlacePx& at = text.place;
            const bool inside = at.x >= cell.x && at.x < cell.x + cell.width &&
                                at.y + at.height / 2 >= cell.y &&
                                at.y + at.height / 2 < cell.y + cell.height;
            if (!inside) continue;
            seen = true;
            CHECK(at.x >= cell.x + ring);
            CHECK(at.y + at.height <= cell.y + cell.height - ring);
        }
        CHECK(seen);
    }
}

TEST_CASE("Tab goes from the wall's buttons to its cells, which are one stop") {
    Driver driver;
    open(driver, made_up_wall());
    std::vector<std::string> round;
    for (int i = 0; i < 7; ++i) {
        driver.interface->focus_next(false);
        driver.frames(2);
        round.push_back(driver.focused());
    }
    for (const char* stop : {"As a list", "Help", "Back to the film", "More people"})
        CHECK(std::find(round.begin(), round.end(), stop) != round.end());
    CHECK(std::find(round.begin(), round.end(), name_of({0, 1})) != round.end());
}

TEST_CASE("long names and long questions are cut or wrapped, and stay in their places") {
    for (const Size size : {Size{1366, 768, 1}, Size{1920, 1080, 2}, Size{640, 400, 1}}) {
        Driver driver(size);
        ui::WallView view = made_up_wall(12, 12);
        for (ui::WallPerson& person : view.people)
            person.name = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley";
        for (ui::WallQuestion& question : view.questions)
            question.label = "What on earth would you have said to that if anybody had asked you?";
        open(driver, view);
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            CAPTURE(text.text);
            CHECK(text.place.x >= 0);
            CHECK(text.place.x + text.place.width <= static_cast<float>(size.width_px));
            CHECK(text.em_px >= 15.9F);
        }
    }
}
