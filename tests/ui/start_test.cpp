#include <doctest/doctest.h>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_lesson.h"

namespace {

using namespace ui_tests;

TEST_CASE("a module is opened by its card") {
    Driver driver;
    driver.show(made_up_start());
    const auto opened = actions<ui::OpenModule>(driver.click("Two"));
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].folder == "/modules/two");
}

TEST_CASE("a card says what the module is, who paid, that people are invented, and how far") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_start());
    CHECK(driver.says("One"));
    CHECK(driver.says("People at work answer thirty questions."));
    CHECK(driver.says("The people are invented."));
    CHECK(driver.says("20 people, 30 questions  \u00B7  Paid for by a county"));
    CHECK(driver.says("Continue: Moira - Yesterday"));
    CHECK(driver.says("3 problems"));
    driver.wheel(900, 300, -20);
    CHECK(driver.says("2 of 20 people are ready"));
}

TEST_CASE("a module that cannot be opened yet is not") {
    Driver driver;
    driver.show(made_up_start());
    driver.wheel(900, 300, -20);
    CHECK(!driver.control("Three").enabled);
    CHECK(driver.click("Three").empty());
}

TEST_CASE("a folder can be typed, and Enter opens it") {
    Driver driver;
    driver.show(ui::StartView{});
    CHECK(driver.says("No module yet"));
    CHECK(!driver.control("Open").enabled);
    driver.state.request_focus = true;
    driver.frames(3);
    REQUIRE(driver.interface->typing());
    driver.type("/media/stick/\U0001F3AC w\u0177rk");
    CHECK(driver.control("Open").enabled);
    const auto opened = actions<ui::OpenModule>(driver.press(ui::UiKey::Enter));
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].folder == "/media/stick/\U0001F3AC w\u0177rk");
}

TEST_CASE("why a folder could not be opened is said, until it is closed") {
    Driver driver;
    ui::StartView view = made_up_start();
    view.sentence = "There is no module.yaml in this folder.";
    driver.show(view);
    CHECK(driver.says("There is no module.yaml in this folder."));
    CHECK(commands(driver.click("Close this message")) == std::vector<std::string>{"back_out"});
}

TEST_CASE("help opens over the start screen as well") {
    Driver driver;
    driver.show(made_up_start());
    CHECK(commands(driver.click("Help")) == std::vector<std::string>{"help"});
    driver.state.panel = ui::Panel::Help;
    driver.frames(2);
    CHECK(driver.says("Every key"));
}

}  // namespace

TEST_CASE(
    "a clicker brings the keyboard to a card, whose title is seen also where it is too tall") {
    for (const float scale : {1.0F, 2.0F}) {
        CAPTURE(scale);
        Driver driver({1366, 768, scale});
        ui::StartView view = made_up_start();
        view.hint = "Forward and back choose a module.";
        driver.show(view);
        driver.frames(3);
        for (const std::size_t module : {1UL, 0UL}) {
            driver.state.to_module = module;
            driver.frames(4);
            const std::string& title = view.modules[module].title;
            CHECK(driver.focused() == title);
            CHECK(driver.says(title));
            CHECK(driver.says_in_lines(view.hint));
        }
        CHECK_FALSE(driver.has("Folder or file of a module"));
    }
}

TEST_CASE(
    "in large letters a field's hint leaves out whole parts rather than letters, and says so") {
    Driver driver({1366, 768, 2});
    driver.show(made_up_start());
    CHECK(driver.says("Folder or .crosscut file of a module \u2026"));
    driver.show(made_up_lesson());
    driver.wheel(200, 500, -30);
    CHECK(driver.says("35 min \u2026"));
}

TEST_CASE("a tooltip lies where it hides nothing that can be pressed") {
    Driver driver({1366, 768, 2});
    ui::StartView view = made_up_start();
    view.modules[0].folder = "/home/teacher/Documents/Crosscut/modules/a-cross-section";
    view.hint = "Forward and back choose a module.";
    driver.state.to_module = 0;
    driver.show(view);
    driver.frames(20);
    const ui::PlacePx settings = driver.control("Settings").place;
    bool seen = false;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (text.text.size() < 8 || view.modules[0].folder.find(text.text) == std::string::npos)
            continue;
        seen = true;
        CHECK((text.place.y >= settings.y + settings.height ||
               text.place.x + text.place.width <= settings.x));
    }
    CHECK(seen);
}
