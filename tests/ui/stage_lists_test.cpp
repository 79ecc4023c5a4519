// The faces and the questions beside the film.
#include <doctest/doctest.h>

#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;

TEST_CASE("clicking a face asks for that person and keeps the question") {
    Driver driver;
    driver.show(made_up_stage());
    const auto asked = driver.click("Person 3 of Many");
    const auto people = walk_inputs<lessons::ChoosePerson>(asked);
    REQUIRE(people.size() == 1);
    CHECK(people[0].person == 2);
    CHECK(asked.size() == 1);
}

TEST_CASE("clicking a question asks for it and keeps the person") {
    Driver driver;
    driver.show(made_up_stage());
    const auto asked = driver.click("Label 5");
    const auto questions = walk_inputs<lessons::ChooseQuestion>(asked);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].question == 4);
    CHECK(asked.size() == 1);
}

TEST_CASE("the answer that a press would choose is known while the pointer rests on it") {
    Driver driver;
    driver.show(made_up_stage());
    const lessons::Cell here = driver.stage.cell;
    CHECK_FALSE(driver.resting_on);
    const auto rest_on = [&](const char* name) {
        const auto place = driver.control(name).place;
        driver.interface->mouse_moved(place.x + place.width / 2, place.y + place.height / 2);
        CHECK(driver.frames(1).empty());
    };
    rest_on("Person 3 of Many");
    CHECK(driver.resting_on == lessons::Cell{2, here.question});
    rest_on("Label 5");
    CHECK(driver.resting_on == lessons::Cell{here.person, 4});
    driver.interface->mouse_moved(driver.film.x + 50, driver.film.y + 50);
    driver.frames(1);
    CHECK_FALSE(driver.resting_on);
}

TEST_CASE("those without an answer are marked in words as well") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.faces[1].state = catalogue::CellState::Empty;
    view.faces[2].state = catalogue::CellState::Withheld;
    view.faces[3].heard = true;
    view.questions[3].state = catalogue::CellState::Withdrawn;
    driver.show(view);
    CHECK(driver.control("Person 2 of Many").value == "no answer");
    CHECK(driver.control("Person 3 of Many").value == "withheld");
    CHECK(driver.control("Person 4 of Many").value == "heard");
    CHECK(driver.control("Label 4").value == "withdrawn");
    // They can be chosen all the same: the absence is shown, with the nearest answers.
    CHECK(walk_inputs<lessons::ChoosePerson>(driver.click("Person 2 of Many")).size() == 1);
}

TEST_CASE("every face has the same size") {
    Driver driver;
    ui::StageView view = made_up_stage(8, 10);
    view.faces[2].state = catalogue::CellState::Empty;
    view.faces[3].image = 5;
    view.faces[4].heard = true;
    driver.show(view);
    const ui::PlacePx first = driver.control("Person 1 of Many").place;
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.area != ui::Area::Faces || record.role != ui::Role::ListItem) continue;
        CHECK(record.place.width == first.width);
        CHECK(record.place.height == first.height);
    }
}

TEST_CASE("the current person and question are in sight, wherever they are in the lists") {
    for (const lessons::Cell cell : {lessons::Cell{0, 0}, {57, 20}, {99, 39}}) {
        Driver driver;
        ui::StageView view = made_up_stage(100, 40);
        view.cell = cell;
        driver.show(view);
        CAPTURE(cell.person);
        int current = 0;
        for (const ui::WidgetRecord& record : ui::widgets()) {
            if (record.role != ui::Role::ListItem || !record.chosen) continue;
            ++current;
            CHECK(record.visible);
            CHECK(!record.cut);
        }
        CHECK(current == 2);
        // Moving on within an open screen brings the next one into sight as well.
        view.cell = {99 - cell.person, 39 - cell.question};
        driver.show(view);
        for (const ui::WidgetRecord& record : ui::widgets()) {
            if (record.role == ui::Role::ListItem && record.chosen) CHECK(!record.cut);
        }
    }
}

TEST_CASE("the wheel scrolls the list under the pointer and nothing else") {
    Driver driver;
    driver.show(made_up_stage(60, 40));
    const ui::PlacePx question = driver.control("Label 3").place;
    const ui::PlacePx face = driver.control("Person 1 of Many").place;
    CHECK(driver.wheel(question.x + 20, question.y + 10, -2).empty());
    CHECK(driver.control("Label 3").place.y < question.y);
    CHECK(driver.control("Person 1 of Many").place.x == face.x);
    driver.wheel(face.x + 20, face.y + 10, -3);
    CHECK(!driver.control("Person 1 of Many").visible);
}

TEST_CASE("dragging a list scrolls it and presses nothing") {
    Driver driver;
    driver.show(made_up_stage(60, 40));
    const ui::PlacePx face = driver.control("Person 5 of Many").place;
    const float y = face.y + face.height / 2;
    CHECK(driver.drag(face.x + 20, y, face.x - 280, y).empty());
    CHECK(driver.control("Person 5 of Many").place.x < face.x - 200);
}

TEST_CASE("only rows in sight are drawn: a large module costs no more than a small one") {
    Driver driver;
    driver.show(made_up_stage(20, 30));
    const std::size_t usual = driver.drawn.vertices.size();
    driver.show(made_up_stage(100, 40));
    CHECK(driver.drawn.vertices.size() < usual * 12 / 10);
    CHECK(usual < 6000);
}

}  // namespace
