#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/driver.h"

namespace {

using ui_tests::actions;
using ui_tests::Driver;
using State = ui::TranscriptView::State;

std::string sentence(int number) {
    return "This is sentence number " + std::to_string(number) + " of what is said in this answer.";
}

// A long answer: many more lines than there is room for, two seconds each.
ui::StageView stage_with_transcript(int lines = 60) {
    ui::StageView view = ui_tests::made_up_stage();
    view.transport.length_s = lines * 2;
    view.transport.position_s = 0;
    view.transcript.state = State::Ready;
    for (int i = 0; i < lines; ++i) {
        view.transcript.lines.push_back({i < lines / 2 ? "Ann" : "Bob", sentence(i), i * 2.0});
    }
    return view;
}

Driver opened(const ui::StageView& view) {
    Driver driver;
    driver.state.transcript.open = true;
    driver.show(view);
    driver.frames(3);
    return driver;
}

void play_to(Driver& driver, double position_s) {
    driver.stage.transport.position_s = position_s;
    driver.frames(3);
}

bool in_sight(const Driver& driver, int line) {
    const auto records = ui::widgets();
    const std::string name = sentence(line);
    (void)driver;
    return std::any_of(records.begin(), records.end(), [&](const ui::WidgetRecord& one) {
        return one.name == name && one.visible;
    });
}

}  // namespace

TEST_CASE("the transcript stands in the place of the questions") {
    Driver driver = opened(stage_with_transcript());
    CHECK(driver.has("Close the transcript"));
    CHECK_FALSE(driver.has("Close the questions"));
    driver.state.transcript.open = false;
    driver.frames();
    CHECK(driver.has("Close the questions"));
    CHECK_FALSE(driver.has("Close the transcript"));
}

TEST_CASE("words that only a machine has heard are marked once, above all of them") {
    static constexpr const char* mark = "Heard by a machine, not checked: words may be wrong";
    ui::StageView view = stage_with_transcript();
    CHECK_FALSE(opened(view).says_in_lines(mark));
    view.transcript.by_machine = true;
    Driver driver = opened(view);
    CHECK(driver.says_in_lines(mark));
    CHECK(in_sight(driver, 0));
    // Where nothing is to be read there is nothing to doubt.
    view.transcript.state = State::NoAnswer;
    CHECK_FALSE(opened(view).says_in_lines(mark));
}

TEST_CASE("the sentence that is spoken is the current one, and only that") {
    Driver driver = opened(stage_with_transcript(5));
    struct Row {
        double position_s;
        int current;
    };
    for (const Row& row : {Row{0, 0}, Row{1.9, 0}, Row{2, 1}, Row{7, 3}, Row{9.99, 4}}) {
        CAPTURE(row.position_s);
        play_to(driver, row.position_s);
        for (int line = 0; line < 5; ++line) {
            CHECK(driver.control(sentence(line)).chosen == (line == row.current));
        }
    }
}

TEST_CASE("a click on a sentence goes to its time and plays") {
    Driver driver = opened(stage_with_transcript(5));
    const auto seeks = actions<ui::SeekTo>(driver.click(sentence(3)));
    REQUIRE(seeks.size() == 1);
    CHECK(seeks[0].fraction == doctest::Approx(0.6));
    CHECK(seeks[0].plays);
    CHECK_FALSE(seeks[0].dragged);
}

TEST_CASE("while the film is not open yet a sentence goes nowhere") {
    ui::StageView view = stage_with_transcript(5);
    view.transport.length_s = 0;
    Driver driver = opened(view);
    CHECK(actions<ui::SeekTo>(driver.click(sentence(3))).empty());
}

TEST_CASE("the keyboard walks from sentence to sentence and goes to one with Enter") {
    Driver driver = opened(stage_with_transcript());
    for (int tab = 0; tab < 60 && driver.focused() != sentence(0); ++tab) {
        driver.interface->focus_next(false);
        driver.frames();
    }
    REQUIRE(driver.focused() == sentence(0));
    for (int line = 1; line <= 40; ++line) {
        REQUIRE(driver.interface->focus_move(ui::UiKey::Down));
        driver.frames(3);
        REQUIRE(driver.focused() == sentence(line));
        REQUIRE(in_sight(driver, line));
    }
    REQUIRE(driver.interface->activate_focused());
    const auto seeks = actions<ui::SeekTo>(driver.frames());
    REQUIRE(seeks.size() == 1);
    CHECK(seeks[0].fraction == doctest::Approx(40.0 / 60));
}

TEST_CASE("a long answer is followed: what is spoken stays in sight") {
    Driver driver = opened(stage_with_transcript());
    for (int line = 0; line < 60; ++line) {
        play_to(driver, line * 2 + 0.5);
        CAPTURE(line);
        CHECK(in_sight(driver, line));
    }
}

TEST_CASE("who scrolls away from what is spoken is left in peace, who comes back is followed") {
    Driver driver = opened(stage_with_transcript());
    const ui::WidgetRecord first = driver.control(sentence(0));
    const float x = first.place.x + 20;
    const float y = first.place.y + 10;
    driver.wheel(x, y, -100);
    driver.frames(3);
    REQUIRE_FALSE(in_sight(driver, 0));
    play_to(driver, 2.5);
    CHECK(in_sight(driver, 59));
    driver.wheel(x, y, 100);
    driver.frames(3);
    play_to(driver, 80.5);
    CHECK(in_sight(driver, 40));
}

TEST_CASE("another answer begins where it is spoken, wherever the last one was scrolled to") {
    Driver driver = opened(stage_with_transcript());
    const ui::WidgetRecord first = driver.control(sentence(0));
    driver.wheel(first.place.x + 20, first.place.y + 10, -100);
    driver.frames(3);
    REQUIRE_FALSE(in_sight(driver, 0));
    driver.stage.cell.question += 1;
    driver.frames(4);
    CHECK(in_sight(driver, 0));
}

TEST_CASE("a search tells how often something is said, and Enter goes from one to the next") {
    ui::StageView view = stage_with_transcript();
    view.transcript.lines[50].text = "We had caf\u00e9 au lait, and then some more.";
    view.transcript.lines[55].text = "Another CAFE it was.";
    Driver driver = opened(view);
    driver.click("Search the transcript");
    driver.type("cafe");
    CHECK(driver.says("2 found: Enter goes there"));
    CHECK(driver.press(ui::UiKey::Enter).empty());
    driver.frames(3);
    CHECK(driver.says("1 of 2 found"));
    CHECK(driver.control(view.transcript.lines[50].text).visible);
    driver.press(ui::UiKey::Enter);
    driver.frames(3);
    CHECK(driver.says("2 of 2 found"));
    driver.press(ui::UiKey::Enter);
    driver.frames(3);
    CHECK(driver.says("1 of 2 found"));  // round again
    driver.type("xyz");
    CHECK(driver.says("Not said in this answer"));
}

TEST_CASE("a search looks at words, not at signs that mean something elsewhere") {
    ui::StageView view = stage_with_transcript(3);
    view.transcript.lines[1].text = "It cost 50% of [everything] (and more).";
    Driver driver = opened(view);
    driver.click("Search the transcript");
    driver.type("% of [");
    CHECK(driver.says("1 found: Enter goes there"));
}

TEST_CASE("a speaker is named where another one begins") {
    Driver driver = opened(stage_with_transcript(4));
    const auto texts = ui::drawn_texts();
    for (const char* name : {"Ann", "Bob"}) {
        CHECK(std::count_if(texts.begin(), texts.end(),
                            [&](const ui::TextRecord& one) { return one.text == name; }) == 1);
    }
}

TEST_CASE("what is described stands among what is said, and says that it is a description") {
    ui::StageView view = stage_with_transcript(4);
    view.transcript.lines.insert(view.transcript.lines.begin() + 1,
                                 {"", "She opens a gate.", 1, true});
    Driver driver = opened(view);
    CHECK(driver.says("Description"));
    play_to(driver, 1.5);
    CHECK_FALSE(driver.control("She opens a gate.").chosen);
    CHECK(driver.control(sentence(0)).chosen);  // what is spoken is followed
}

TEST_CASE("the button for descriptions is there where the answer has some") {
    ui::StageView view = ui_tests::made_up_stage();
    Driver driver;
    driver.show(view);
    driver.frames();
    CHECK_FALSE(driver.has("Description"));
    driver.stage.transport.descriptions_available = true;
    driver.frames();
    CHECK(ui_tests::commands(driver.click("Description")) ==
          std::vector<std::string>{"descriptions"});
}

TEST_CASE("where there is nothing to read it is said why") {
    struct Row {
        State state;
        const char* words;
    };
    for (const Row& row : {Row{State::NoCaptions, "No captions yet: ask the author."},
                           Row{State::NoAnswer, "There is no answer here to read."},
                           Row{State::NothingSaid, "The captions have no words for this answer."},
                           Row{State::Reading, "Reading the captions"}}) {
        CAPTURE(std::string(row.words));
        ui::StageView view = stage_with_transcript(0);
        view.transcript.state = row.state;
        Driver driver = opened(view);
        CHECK(driver.says_in_lines(row.words));
        CHECK_FALSE(driver.has("Search the transcript"));
    }
}

TEST_CASE("a line longer than its room is seen from its beginning when it is said") {
    Driver driver({1366, 768, 2});
    ui::StageView view = stage_with_transcript(10);
    for (int i = 0; i < 12; ++i)
        view.transcript.lines[4].text += " It goes on.";
    driver.state.transcript.open = true;
    driver.show(view);
    driver.frames(3);
    play_to(driver, 9);
    const auto texts = ui::drawn_texts();
    const auto begins = std::ranges::find_if(texts, [](const ui::TextRecord& text) {
        return text.text.starts_with("This is sentence") && text.place.x > 800;
    });
    REQUIRE(begins != texts.end());
    CHECK(begins->place.height >= begins->em_px);
    CHECK(driver.says_in_lines("This is sentence number 4 of what is said in this answer. It"));
}
