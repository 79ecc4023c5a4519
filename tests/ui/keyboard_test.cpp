#include <doctest/doctest.h>
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;
using ui::UiKey;

// Everything that Tab comes to, until it is round.
std::vector<std::string> tab_round(Driver& driver, bool backwards = false) {
    std::vector<std::string> names;
    for (int i = 0; i < 200; ++i) {
        driver.interface->focus_next(backwards);
        driver.frames(2);
        const std::string name = driver.focused();
        if (!names.empty() && name == names.front()) return names;
        names.push_back(name);
    }
    return names;
}

TEST_CASE("Tab reaches every control, and a list is one stop with arrows inside") {
    Driver driver;
    ui::StageView view = made_up_stage(30, 30);
    view.line = "Everybody was heard";
    view.line_asks = true;
    view.next_text = "Go on";
    driver.show(view);
    std::set<std::string> wanted;
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.enabled && record.list == 0) wanted.insert(record.name);
    }
    wanted.insert("Person 1 of Many");
    wanted.insert("Label 2");
    const std::vector<std::string> round = tab_round(driver);
    CHECK(std::set<std::string>(round.begin(), round.end()) == wanted);
    CHECK(round.size() == wanted.size());

    std::vector<std::string> back = tab_round(driver, true);
    std::reverse(back.begin(), back.end());
    CHECK(std::set<std::string>(back.begin(), back.end()) == wanted);
}

TEST_CASE("Tab goes as one reads: the ways, the line, the questions, the faces, the film") {
    Driver driver;
    driver.show(made_up_stage());
    const std::vector<std::string> round = tab_round(driver);
    std::vector<std::string> seen;
    for (const std::string& name : round) {
        for (const char* landmark :
             {"Stop and talk", "Label 2", "Person 1 of Many", "Position", "Pause", "Full screen"}) {
            if (name == landmark) seen.push_back(name);
        }
    }
    CHECK(seen == std::vector<std::string>{"Stop and talk", "Label 2", "Person 1 of Many",
                                           "Position", "Pause", "Full screen"});
}

TEST_CASE("arrows reach every face and every question, and bring them into sight") {
    Driver driver;
    driver.show(made_up_stage(40, 35));
    for (const auto& [first, key, last, count] :
         {std::tuple{"Person 1 of Many", UiKey::Right, "Person 40 of Many", 39},
          std::tuple{"Label 2", UiKey::Down, "Label 35", 33}}) {
        while (driver.focused() != first) {
            driver.interface->focus_next(false);
            driver.frames(2);
        }
        std::set<std::string> passed{driver.focused()};
        for (int i = 0; i < count; ++i) {
            CHECK(driver.interface->focus_move(key));
            driver.frames(3);
            CAPTURE(driver.focused());
            CHECK(driver.control(driver.focused()).visible);
            CHECK(!driver.control(driver.focused()).cut);
            passed.insert(driver.focused());
        }
        CHECK(driver.focused() == last);
        CHECK(passed.size() == static_cast<std::size_t>(count) + 1);
        driver.interface->focus_move(UiKey::Home);
        driver.frames(3);
        CHECK(driver.control(driver.focused()).visible);
    }
}

TEST_CASE("arrows across a list belong to the player") {
    Driver driver;
    driver.show(made_up_stage());
    CHECK(!driver.interface->focus_move(UiKey::Left));  // nothing has the keyboard
    while (driver.focused() != "Label 2") {
        driver.interface->focus_next(false);
        driver.frames(1);
    }
    CHECK(!driver.interface->focus_move(UiKey::Left));
    CHECK(driver.interface->focus_move(UiKey::Down));
}

TEST_CASE("Enter on the focused control is like a click") {
    Driver driver;
    driver.show(made_up_stage());
    CHECK(!driver.interface->activate_focused());
    while (driver.focused() != "Captions") {
        driver.interface->focus_next(false);
        driver.frames(1);
    }
    CHECK(driver.interface->activate_focused());
    CHECK(commands(driver.frames(1)) == std::vector<std::string>{"captions"});
    CHECK(driver.frames(2).empty());
}

TEST_CASE("Enter on a face in the keyboard's hands chooses that person") {
    Driver driver;
    driver.show(made_up_stage());
    driver.interface->focus_area_next(false);
    driver.frames(1);
    CHECK(driver.focused() == "Person 1 of Many");
    driver.interface->focus_move(UiKey::Right);
    driver.frames(1);
    REQUIRE(driver.interface->activate_focused());
    const auto people = walk_inputs<lessons::ChoosePerson>(driver.frames(1));
    REQUIRE(people.size() == 1);
    CHECK(people[0].person == 1);
}

TEST_CASE("F6 goes from faces to questions, the film's controls, the ways, and round") {
    Driver driver;
    driver.show(made_up_stage());
    std::vector<ui::Area> areas;
    for (int i = 0; i < 5; ++i) {
        driver.interface->focus_area_next(false);
        driver.frames(1);
        areas.push_back(driver.control(driver.focused()).area);
    }
    CHECK(areas == std::vector<ui::Area>{ui::Area::Faces, ui::Area::Questions, ui::Area::Transport,
                                         ui::Area::Ways, ui::Area::Faces});
    driver.interface->focus_area_next(true);
    driver.frames(1);
    CHECK(driver.control(driver.focused()).area == ui::Area::Ways);
}

TEST_CASE("the keyboard lets go at Escape and at a click") {
    Driver driver;
    driver.show(made_up_stage());
    CHECK(!driver.interface->has_focus());
    driver.interface->focus_next(false);
    CHECK(driver.interface->has_focus());
    driver.interface->drop_focus();
    CHECK(!driver.interface->has_focus());
    driver.interface->focus_next(false);
    driver.click_at(640, 330);
    CHECK(!driver.interface->has_focus());
}

TEST_CASE("the keyboard moves a bar in steps") {
    Driver driver;
    driver.show(made_up_stage());
    while (driver.focused() != "Position") {
        driver.interface->focus_next(false);
        driver.frames(1);
    }
    CHECK(!driver.interface->activate_focused());  // Space still plays and pauses
    CHECK(driver.interface->focus_move(UiKey::Right));
    const auto seeks = actions<ui::SeekTo>(driver.frames(1));
    REQUIRE(seeks.size() == 1);
    CHECK(seeks[0].fraction == doctest::Approx(0.25 + 0.05));
}

TEST_CASE("a panel that covers the screen keeps the keyboard, and gives it back") {
    Driver driver;
    driver.show(made_up_stage());
    while (driver.focused() != "Help") {
        driver.interface->focus_next(false);
        driver.frames(1);
    }
    driver.state.panel = ui::Panel::Help;
    driver.state.request_focus = true;
    driver.frames(3);
    CHECK(driver.focused() == "Close");
    for (int i = 0; i < 5; ++i) {
        driver.interface->focus_next(false);
        driver.frames(2);
        CHECK(driver.focused() == "Close");
    }
    REQUIRE(driver.interface->activate_focused());
    driver.frames(3);
    CHECK(driver.state.panel == ui::Panel::None);
    CHECK(driver.focused() == "Help");
}

TEST_CASE("a panel that was opened with the pointer shows no ring") {
    Driver driver;
    driver.show(made_up_stage());
    driver.click("About them");
    driver.state.panel = ui::Panel::Information;
    driver.state.request_focus = true;
    driver.frames(3);
    CHECK(driver.focused().empty());
    CHECK(!driver.interface->has_focus());
}

TEST_CASE("what lies under a panel is out of the keyboard's reach") {
    Driver driver;
    driver.show(made_up_stage());
    driver.state.panel = ui::Panel::Information;
    driver.frames(2);
    for (const std::string& name : tab_round(driver)) {
        CAPTURE(name);
        CHECK(driver.control(name).reachable);
        CHECK(name.find("Label") == std::string::npos);
    }
}

}  // namespace
