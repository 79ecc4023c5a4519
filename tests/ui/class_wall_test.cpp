// What is asked for on the class wall, by pointer and keyboard.
#include <doctest/doctest.h>

#include <algorithm>
#include <variant>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_class_wall.h"

using namespace ui_tests;

TEST_CASE("where one sits is typed while handing in, and stays to be seen") {
    Driver driver({1366, 768, 1});
    ui::ClassWallView view = made_up_class_wall();
    view.teachers = false;
    driver.class_wall_state.page = ui::ClassWallPage::HandIn;
    driver.show(view);
    CHECK(driver.says_in_lines("groups can part neighbours."));
    CHECK(driver.says("Seat: window 3, or a number"));
    driver.click("Where you sit");
    driver.type("door 4");
    CHECK(driver.class_wall_state.seat_text == "door 4");
    CHECK_FALSE(driver.says("Seat: window 3, or a number"));
}

TEST_CASE(
    "cards that came later are sorted in only when that is asked, and then the first is seen") {
    Driver driver({1366, 768, 1});
    ui::ClassWallView view = made_up_class_wall();
    driver.show(view);
    CHECK_FALSE(driver.has("Sort new cards in"));
    view.grew = true;
    driver.show(view);
    driver.wheel(600, 500, -30);
    const float scrolled = driver.control("Person 1").place.y;
    driver.click("Sort new cards in");
    CHECK(std::ranges::any_of(driver.class_wall_asked, [](const ui::ClassWallAsk& ask) {
        return std::holds_alternative<ui::LayOutAnew>(ask);
    }));
    driver.class_wall_state.to_first = true;
    driver.frames(4);
    CHECK(driver.control("Person 1").place.y > scrolled);
}

namespace {

ui::ClassWallView with_two_sentences() {
    ui::ClassWallView view = made_up_class_wall();
    view.sentences = {"The folder is not there. It is looked for: plug the stick in again.",
                      "Not all that was handed in arrived whole."};
    view.toast = "What you ticked is in the class\u2019s folder";
    return view;
}

}  // namespace

TEST_CASE("a success hides nothing of what is amiss on the class wall") {
    Driver driver({1366, 768, 1});
    const ui::ClassWallView view = with_two_sentences();
    driver.show(view);
    for (const std::string& sentence : view.sentences)
        CHECK(driver.says_in_lines(sentence));
    CHECK(driver.says(*view.toast));
}

TEST_CASE("in large letters what is amiss comes one at a time, and can be closed") {
    Driver driver({1366, 768, 2});
    ui::ClassWallView view = with_two_sentences();
    driver.show(view);
    CHECK(driver.says_in_lines(view.sentences[0]));
    CHECK_FALSE(driver.says_in_lines(view.sentences[1]));
    CHECK(driver.says("1 of 2"));
    CHECK(driver.says(*view.toast));
    driver.click("Next message (1 of 2)");
    CHECK(driver.says_in_lines(view.sentences[1]));
    driver.click("Close this message");
    CHECK(driver.says_in_lines(view.sentences[0]));
    driver.click("Close this message");
    CHECK_FALSE(driver.says_in_lines(view.sentences[0]));
    CHECK_FALSE(driver.has("Close this message"));
    // Said anew, it is seen anew.
    view.sentences = {"Not all that was handed in arrived whole."};
    driver.show(view);
    view.sentences = with_two_sentences().sentences;
    driver.show(view);
    CHECK(driver.says_in_lines(view.sentences[0]));
}

TEST_CASE("in large letters a thought is in sight below its picture") {
    for (const auto& [width, height] : {std::pair{1366, 768}, std::pair{1920, 1080}}) {
        CAPTURE(width);
        Driver driver({width, height, 2});
        driver.show(made_up_class_wall());
        CHECK(driver.says_in_lines("That is what my aunt says, too. But she laughs."));
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            if (text.text.find("my aunt") == std::string::npos) continue;
            CHECK(text.place.y + 2 * text.em_px <= static_cast<float>(height));
            break;
        }
    }
}

TEST_CASE("in large letters some lines of a long thought are in sight, and large enough") {
    Driver driver({1366, 768, 2});
    ui::ClassWallView view = made_up_class_wall();
    driver.class_wall_state.opened = 1;
    driver.show(view);
    driver.frames(3);
    const std::uint32_t panel = driver.control("Hear this answer").panel;
    int lines = 0;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (text.panel != panel || text.text.size() < 6) continue;
        if (view.cards[1].thought.find(text.text) == std::string::npos) continue;
        ++lines;
        CHECK(text.em_px >= 768 / 22.0F);
    }
    CHECK(lines >= 3);
}

TEST_CASE("in large letters the groups are in sight, and without any how they are made") {
    for (const Size size : {Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        ui::ClassWallView view = made_up_class_wall();
        driver.class_wall_state.page = ui::ClassWallPage::Groups;
        driver.show(view);
        CHECK(driver.says(view.groups.front().name));
        CHECK(driver.says(view.groups.front().members.front()));
        view.groups.clear();
        view.groups_asked = false;
        driver.show(view);
        CHECK(driver.says("No groups yet"));
        CHECK(driver.says_in_lines("Share out when everybody has handed in. Groups of four, far"));
    }
}

TEST_CASE("in large letters more than one note can be ticked without scrolling") {
    for (const char* sign : {"", "Crimson hedgehog"}) {
        CAPTURE(sign);
        Driver driver({1366, 768, 2});
        ui::ClassWallView view = made_up_class_wall();
        view.teachers = false;
        view.sign = sign;
        driver.class_wall_state.page = ui::ClassWallPage::HandIn;
        driver.show(view);
        CHECK(driver.says("Person 1, Label 2"));
        CHECK(driver.has("Person 3, Label 2"));
        driver.wheel(600, 500, -1);
        CHECK(driver.says("Person 3, Label 2"));
    }
}

TEST_CASE("a sign is whole in its group, however long it is") {
    Driver driver({1366, 768, 2});
    ui::ClassWallView view = made_up_class_wall();
    view.groups.resize(1);
    view.groups[0].members = {
        "Crimson hedgehog of the long and winding river beyond the second hill (ABCDEFGH)"};
    driver.class_wall_state.page = ui::ClassWallPage::Groups;
    driver.show(view);
    CHECK(driver.says_in_lines(view.groups[0].members[0]));
}
