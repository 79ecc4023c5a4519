// Pointing on the index screen.
#include <doctest/doctest.h>

#include <algorithm>

#include "catalogue/words.h"
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
    driver.click("Label 6");
    CHECK(driver.index_question == 5);
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

namespace {

ui::IndexView without_a_film() {
    ui::IndexView view = ui_tests::made_up_index();
    view.playing = false;
    view.no_film = {"films/bartholomew.mp4 cannot be opened", "is the file whole?"};
    return view;
}

}  // namespace

TEST_CASE("without a film nothing can be marked, and no button says otherwise") {
    Driver driver;
    driver.show(without_a_film());
    driver.frames(3);
    for (const char* name : {"Play", "Begins here", "Ends here", "Next proposal", "Take it",
                             "Goes on", "Divide here", "Take away", "Undo", "Redo"}) {
        CAPTURE(std::string(name));
        CHECK_FALSE(driver.control(name).enabled);
    }
    CHECK(driver.control("See it").enabled);
    driver.index.no_film.reset();
    driver.frames(3);
    CHECK(driver.control("Begins here").enabled);
}

TEST_CASE("why there is no film, and what to do, is read on a ground of its own in every size") {
    for (const float scale : {0.75F, 1.0F, 1.5F, 2.0F}) {
        for (const auto& [theme, theme_name] : catalogue::theme_names) {
            CAPTURE(scale);
            CAPTURE(theme_name);
            Driver driver({1366, 768, scale});
            driver.interface->set_theme(theme);
            ui::IndexView view = without_a_film();
            view.safety =
                "Not in the module: could not be saved: nothing can be written there. Copy the "
                "module to a folder that can be written, with room left.";
            view.safety_alerts = true;
            driver.show(view);
            driver.frames(3);
            CHECK(
                driver.fills({driver.film.x, driver.film.y, driver.film.width, driver.film.height},
                             ui::palette_of(theme).backdrop));
            CHECK(driver.says_in_lines("films/bartholomew.mp4 cannot be opened"));
            CHECK(driver.says_in_lines(view.safety));
            const auto texts = ui::drawn_texts();
            const auto hint =
                std::ranges::find(texts, std::string{"is the file whole?"}, &ui::TextRecord::text);
            REQUIRE(hint != texts.end());
            CHECK(hint->place.height >= hint->em_px);
            CHECK(hint->place.y + hint->place.height <= driver.film.y + driver.film.height);
        }
    }
}

TEST_CASE("in large letters and long words the button that comes next keeps its words") {
    catalogue::Translation stretched;
    stretched.stretched = true;
    catalogue::speak(&stretched);
    const std::string begins = catalogue::_("Begins here");
    const std::string ends = catalogue::_("Ends here");
    for (const bool begun : {false, true}) {
        CAPTURE(begun);
        Driver driver({1366, 768, 2});
        ui::IndexView view = ui_tests::made_up_index();
        if (begun) view.begun_s = 380;
        driver.show(view);
        driver.frames(3);
        CHECK(driver.says(begins) != begun);
        CHECK(driver.says(ends) == begun);
    }
    catalogue::speak(nullptr);
}

TEST_CASE("without a film what is wrong with it is whole, and no film is drawn as lanes") {
    Driver driver({1366, 768, 2});
    ui::IndexView view = without_a_film();
    view.listening = "Its sound cannot be heard: films/bartholomew.mp4: this cannot be opened";
    view.questions.clear();
    driver.show(view);
    driver.frames(3);
    CHECK(driver.says_in_lines(view.listening));
    CHECK(driver.says_in_lines("This module has no questions yet: add them to its file"));
    CHECK_FALSE(driver.has("The whole film"));
}
