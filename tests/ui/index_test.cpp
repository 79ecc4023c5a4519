// Pointing on the index screen.
#include <doctest/doctest.h>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_index.h"

using ui_tests::Driver;

TEST_CASE("a click on the whole film goes there, one on a question names it") {
    Driver driver;
    driver.show(ui_tests::made_up_index());
    driver.frames(3);
    const ui::WidgetRecord lane = driver.control("The whole film");
    driver.click_at(lane.place.x + lane.place.width / 4, lane.place.y + lane.place.height / 2);
    REQUIRE(driver.index_seek);
    CHECK(driver.index_seek->to_s == doctest::Approx(900).epsilon(0.01));
    CHECK_FALSE(driver.index_question);
    driver.click("Label 3");
    CHECK(driver.index_question == 2);
}

TEST_CASE("the minute around the position is the one that a click goes into") {
    Driver driver;
    driver.show(ui_tests::made_up_index());
    driver.frames(3);
    const ui::WidgetRecord lane = driver.control("The minute around here");
    driver.click_at(lane.place.x + lane.place.width * 0.75F, lane.place.y + 10);
    REQUIRE(driver.index_seek);
    CHECK(driver.index_seek->to_s == doctest::Approx(395 + 15).epsilon(0.002));
}

TEST_CASE("what is done by key is done by button as well") {
    Driver driver;
    driver.show(ui_tests::made_up_index());
    driver.frames(3);
    const std::pair<const char*, const char*> rows[] = {
        {"Begins here", "mark_in"},     {"Ends here", "mark_out"}, {"Divide here", "split_answer"},
        {"Take away", "remove_answer"}, {"Undo", "undo"},          {"Next proposal", "next"},
    };
    for (const auto& [name, command] : rows) {
        CAPTURE(std::string(name));
        CHECK(ui_tests::commands(driver.click(name)) == std::vector<std::string>{command});
    }
}
