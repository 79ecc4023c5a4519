// What stays in sight, and what gives way, with the largest letters on a small display.
#include <doctest/doctest.h>

#include "tests/ui/driver.h"

using namespace ui_tests;

namespace {

constexpr Size large_letters{1366, 768, 2};

ui::StageView long_named_stage() {
    ui::StageView view = made_up_stage();
    view.person = "Bartholomew Featherstonehaugh-Winterbottom";
    view.job = "a violin maker";
    return view;
}

bool whole_in_sight(const Driver& driver, std::string_view name) {
    if (!driver.has(name)) return false;
    const ui::WidgetRecord record = driver.control(name);
    return record.visible && !record.cut;
}

}  // namespace

TEST_CASE("what has no room beside the film is behind a last button, and nothing is cut") {
    Driver driver(large_letters);
    driver.show(made_up_stage());
    CHECK_FALSE(driver.has("Settings"));
    CHECK(whole_in_sight(driver, "Mix it up"));
    REQUIRE(whole_in_sight(driver, "More"));
    driver.click("More");
    REQUIRE(driver.state.panel == ui::Panel::More);
    driver.frames(3);
    for (const char* name : {"Another path", "Search", "Lesson", "Settings", "All modules"}) {
        CAPTURE(name);
        CHECK(whole_in_sight(driver, name));
    }
    CHECK(commands(driver.click("Settings")) == std::vector<std::string>{"settings"});
    CHECK(driver.state.panel == ui::Panel::None);
}

TEST_CASE("the keyboard opens what has no room beside the film, and is in it") {
    Driver driver(large_letters);
    driver.show(made_up_stage());
    while (driver.focused() != "More") {
        driver.interface->focus_next(false);
        driver.frames(1);
    }
    REQUIRE(driver.interface->activate_focused());
    driver.frames(3);
    CHECK(driver.focused() == "Another path");
}

TEST_CASE("where all has room beside the film there is no button for more") {
    for (const Size size : {Size{1366, 768, 1}, Size{1920, 1080, 1}}) {
        Driver driver(size);
        ui::StageView view = made_up_stage();
        view.problems.resize(2);
        driver.show(view);
        CHECK_FALSE(driver.has("More"));
        driver.state.panel = ui::Panel::More;
        driver.frames(2);
        CHECK(driver.state.panel == ui::Panel::None);
        CHECK(driver.has("2 problems"));
    }
}

TEST_CASE("the button for more warns of problems that are behind it") {
    Driver driver(large_letters);
    ui::StageView view = made_up_stage();
    view.problems.resize(2);
    driver.show(view);
    CHECK(whole_in_sight(driver, "More: 2 problems"));
    driver.click("More: 2 problems");
    driver.frames(3);
    CHECK(commands(driver.click("2 problems")) == std::vector<std::string>{"problems"});
}

TEST_CASE("a mix that has no room beside the film has its code and another mix behind more") {
    Driver driver(large_letters);
    ui::StageView view = made_up_stage();
    view.way = lessons::Way::MixItUp;
    driver.show(view);
    driver.click("More");
    driver.frames(3);
    CHECK(walk_inputs<lessons::Reshuffle>(driver.click("Reshuffle")).size() == 1);
    driver.click("More");
    driver.frames(3);
    driver.click("Code of the mix: K7QM-2F");
    CHECK(driver.state.panel == ui::Panel::Seed);
}

TEST_CASE("an uncovered job stands below the name, and so does whose turn it is") {
    Driver driver(large_letters);
    ui::StageView view = long_named_stage();
    view.guesses.cover = ui::JobCover::Uncovered;
    driver.show(view);
    CHECK(driver.says("A violin maker"));
    CHECK(whole_in_sight(driver, "Guesses"));
    view.guesses.cover = ui::JobCover::Off;
    view.turn = "Right chooses, left writes";
    driver.show(view);
    CHECK(driver.says(view.turn));
    CHECK(driver.says_in_lines("Bartholomew"));
}

TEST_CASE("whose turn it is is said beside a line that asks") {
    Driver driver(large_letters);
    ui::StageView view = long_named_stage();
    view.turn = "Right chooses, left writes";
    view.line = "All 20 were heard.";
    view.line_asks = true;
    view.next_text = "Next question: Label 3";
    driver.show(view);
    CHECK(driver.says_in_lines(view.turn));
    CHECK(driver.says_in_lines(view.line));
}

TEST_CASE("the line at an answer's end is as wide as the film") {
    Driver driver(large_letters);
    ui::StageView view = long_named_stage();
    view.line = "All 20 were heard.";
    view.line_asks = true;
    view.next_text = "Next question: Label 3";
    driver.show(view);
    const ui::PlacePx next = driver.control("Next question: Label 3").place;
    CHECK(next.x + next.width <= driver.film.x + driver.film.width);
}

TEST_CASE("a thought can be written with every button that a film may have") {
    Driver driver(large_letters);
    ui::StageView view = made_up_stage();
    for (const bool described : {false, true}) {
        CAPTURE(described);
        view.transport.descriptions_available = described;
        driver.show(view);
        CHECK(whole_in_sight(driver, "Thought"));
        CHECK(whole_in_sight(driver, "Mute"));
        CHECK(whole_in_sight(driver, "Full screen"));
    }
}

TEST_CASE("only whole names are in sight in the strip of faces, wherever it is scrolled to") {
    Driver driver(large_letters);
    driver.show(made_up_stage());
    for (const float notches : {0.0F, -1.0F, -2.0F, -5.0F, 3.0F}) {
        CAPTURE(notches);
        const ui::PlacePx strip = driver.control("Earlier people").place;
        driver.wheel(strip.x + 2 * strip.width, strip.y + 10, notches);
        driver.frames(2);
        int in_sight = 0;
        for (const ui::WidgetRecord& record : ui::widgets()) {
            if (record.area != ui::Area::Faces || !record.visible) continue;
            CAPTURE(record.name);
            CHECK_FALSE(record.cut);
            if (record.role != ui::Role::ListItem) continue;
            ++in_sight;
            CHECK(driver.says(record.name));
        }
        CHECK(in_sight >= 2);
    }
}

TEST_CASE("where there is an error the module can still be gone on with") {
    Driver driver(large_letters);
    ui::StartView view = made_up_start();
    view.sentence =
        "/home/teacher/modules/work: this folder is not a Crosscut module (choose the folder that "
        "holds module.yaml)";
    driver.show(view);
    driver.frames(3);
    CHECK(driver.says_in_lines(*view.sentence));
    CHECK(driver.says("Continue: Moira - Yesterday"));
    CHECK_FALSE(driver.control("One").cut);
}

TEST_CASE("the tooltip of what the keyboard is on lies over no sentence") {
    Driver driver(large_letters);
    ui::StartView view = made_up_start();
    view.hint = "Forward and back choose a module, the key for a black screen or F5 opens it.";
    driver.state.to_module = 0;
    driver.show(view);
    driver.frames(3);
    const ui::TextRecord* tip = nullptr;
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (text.text == "/modules/one") tip = &text;
    }
    REQUIRE(tip != nullptr);
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        if (&text == tip) continue;
        CAPTURE(text.text);
        const bool beside = text.place.x >= tip->place.x + tip->place.width ||
                            text.place.x + text.place.width <= tip->place.x ||
                            text.place.y >= tip->place.y + tip->place.height ||
                            text.place.y + text.place.height <= tip->place.y;
        CHECK(beside);
    }
}

TEST_CASE("what was searched for and how many there are stand beside the film in large letters") {
    Driver driver(large_letters);
    driver.strip = ui::FoundStripView{};
    driver.strip->words = "uniform";
    driver.strip->at = 2;
    driver.strip->of = 14;
    driver.strip->here = true;
    driver.show(made_up_stage());
    driver.frames(3);
    CHECK(driver.says("\u201cuniform\u201d"));
    CHECK(driver.says("3 of 14"));
}
