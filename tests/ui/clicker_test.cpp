// The list that a clicker walks, in pixels.
#include <doctest/doctest.h>

#include "player/ui/theme.h"
#include "tests/ui/driver.h"

using namespace ui_tests;

namespace {

void show_menu(Driver& driver, std::size_t items) {
    ui::StageView stage = made_up_stage();
    stage.black = true;
    driver.clicker.title = "With a clicker";
    driver.clicker.items.clear();
    for (std::size_t i = 0; i < items; ++i)
        driver.clicker.items.push_back({"Item " + std::to_string(i), "beside it"});
    driver.state.panel = ui::Panel::Clicker;
    driver.state.request_focus = true;
    driver.show(stage);
    driver.frames(3);
}

}  // namespace

TEST_CASE("the item that the black key takes is in sight, chosen and has the keyboard") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        Driver driver(size);
        show_menu(driver, 14);
        for (const std::size_t at : {0UL, 13UL, 6UL}) {
            CAPTURE(size.scale);
            CAPTURE(at);
            driver.clicker.at = at;
            driver.state.request_focus = true;
            driver.frames(3);
            const std::string name = "Item " + std::to_string(at);
            const ui::WidgetRecord record = driver.control(name);
            CHECK(record.visible);
            CHECK_FALSE(record.cut);
            CHECK(record.chosen);
            CHECK(driver.focused() == name);
        }
    }
}

TEST_CASE("what the keys do stands below the list, however long it is, and letters are large") {
    for (const std::size_t items : {2UL, 40UL}) {
        Driver driver({1366, 768, 1});
        show_menu(driver, items);
        CHECK(driver.says_in_lines(
            "Forward and back go through the list. The key for a black screen, or F5, chooses. "
            "Esc goes back."));
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            if (text.text.starts_with("Item")) {
                CHECK(text.em_px >= ui::style_of(ui::Type::Title).em);
            }
        }
    }
}

TEST_CASE("a click takes an item, and closing puts the list away") {
    Driver driver;
    show_menu(driver, 5);
    driver.click("Item 3");
    CHECK(driver.clicked_item == 3);
    CHECK(driver.state.panel == ui::Panel::Clicker);
    driver.click("Close");
    CHECK(driver.state.panel == ui::Panel::None);
}
