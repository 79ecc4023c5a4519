// The teacher's hold on the room.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/driver.h"

using namespace ui_tests;

namespace {

ui::StageView stage_with_room(bool split) {
    ui::StageView view = made_up_stage();
    view.room = ui::RoomPanelView{};
    view.room->split = split;
    view.room->sees = "The room sees the film.";
    view.room->sound = "What you hear, the room hears.";
    view.room->next_person = "Person 2 of Many";
    view.room->next_question = "Label 2";
    view.room->timer = "3:20";
    return view;
}

bool asks(const std::vector<ui::Action>& asked, const std::string& command) {
    const std::vector<std::string> names = commands(asked);
    return std::find(names.begin(), names.end(), command) != names.end();
}

}  // namespace

TEST_CASE("each control of the room asks for its command") {
    struct Row {
        const char* name;
        const char* command;
    };
    for (const bool split : {false, true}) {
        for (const Row& row :
             std::initializer_list<Row>{{"The room sees the film", "room_film"},
                                        {"The room reads the question", "room_question"},
                                        {"Black screen for the room", "black"},
                                        {"White screen for the room", "room_white"},
                                        {"Freeze the room's picture", "room_freeze"},
                                        {"One minute more to talk", "timer_minute"},
                                        {"Five minutes more to talk", "timer_five"},
                                        {"Stop the timer", "timer_stop"},
                                        {"Close the room", "room"}}) {
            CAPTURE(row.name);
            CAPTURE(split);
            Driver driver({1920, 1080, 1});
            driver.state.questions_open = false;
            driver.show(stage_with_room(split));
            driver.frames(3);
            REQUIRE(driver.has(row.name));
            CHECK(asks(driver.click(row.name), row.command));
        }
    }
}

TEST_CASE("the teacher reads what the room sees, what comes next, and the time") {
    Driver driver;
    driver.state.questions_open = false;
    driver.show(stage_with_room(false));
    driver.frames(3);
    for (const char* words : {"The room sees the film.", "Person 2 of Many", "3:20"}) {
        CAPTURE(words);
        CHECK(driver.says_in_lines(words));
    }
}

TEST_CASE("in large letters what is pressed in a hurry is in sight, and the time") {
    for (const Size size : {Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        for (const bool frozen : {false, true}) {
            CAPTURE(size.width_px);
            CAPTURE(frozen);
            Driver driver(size);
            driver.state.questions_open = false;
            ui::StageView view = stage_with_room(false);
            view.room->frozen = frozen;
            if (frozen) view.room->sees = "The room\u2019s picture stands still.";
            driver.show(view);
            driver.frames(3);
            for (const char* name :
                 {"The room sees the film", "The room reads the question",
                  "Black screen for the room", "White screen for the room",
                  "Freeze the room's picture", "Stop the timer", "One minute more to talk"}) {
                CAPTURE(name);
                CHECK(driver.control(name).visible);
                CHECK_FALSE(driver.control(name).cut);
            }
            CHECK(driver.says("3:20"));
        }
    }
}

TEST_CASE(
    "in large letters the time stands below what the room sees, and who comes next is in sight") {
    for (const std::string timer : {"", "3:20"}) {
        CAPTURE(timer);
        Driver driver({1366, 768, 2});
        driver.state.questions_open = false;
        ui::StageView view = stage_with_room(false);
        view.room->sees = "The room\u2019s picture stands still.";
        view.room->frozen = true;
        view.room->timer = timer;
        driver.show(view);
        driver.frames(3);
        CHECK(driver.says_in_lines("Next: Person 2 of Many"));
        CHECK(driver.says_in_lines("Label 2"));
        CHECK_FALSE(driver.control("Close the room").cut);
        CHECK(driver.control("One minute more to talk").place.y <
              driver.control("The room sees the film").place.y);
    }
}

TEST_CASE("beside a split nothing but the strip is drawn: the class sees the rest") {
    Driver driver;
    driver.state.questions_open = false;
    driver.show(stage_with_room(true));
    driver.frames(3);
    const float strip = driver.film.x + driver.film.width;
    CHECK(driver.film.x == 0);
    CHECK(driver.film.height == 720);
    CHECK(strip < 1280);
    CHECK(strip > 1280 * 0.6F);
    for (const ui::WidgetRecord& widget : ui::widgets())
        CHECK(widget.place.x >= strip);
    for (const ui::TextRecord& text : ui::drawn_texts())
        CHECK(text.place.x >= strip);
}

TEST_CASE("Q brings the questions in place of the room's panel, and back") {
    Driver driver;
    driver.state.questions_open = true;
    driver.show(stage_with_room(false));
    driver.frames(3);
    CHECK_FALSE(driver.has("The room sees the film"));
    driver.state.questions_open = false;
    driver.frames(3);
    CHECK(driver.has("The room sees the film"));
}

TEST_CASE("whose turn it is is said to both") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.turn = "Left chooses, right writes";
    driver.show(view);
    driver.frames(3);
    CHECK(driver.says("Left chooses, right writes"));
}
