// Whoever has nothing but a clicker: forward, back, a key for a black screen, and one that sends F5
// and Escape in turn.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "tests/app/machine.h"
#include "tests/app/running_program.h"

namespace {

using lessons::Cell;
using lessons::Way;

// The line that the next press of the black key takes; nothing while there is no such list.
std::optional<std::string> line() {
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.chosen && record.focused && record.role == ui::Role::ListItem) {
            return record.name;
        }
    }
    return std::nullopt;
}

bool is_listed(const std::string& name) {
    const auto all = ui::widgets();
    return std::any_of(all.begin(), all.end(),
                       [&](const ui::WidgetRecord& record) { return record.name == name; });
}

// Ann and Bob answer two questions each; in the first one both speak of a uniform.
struct Program : made_up::RunningProgram {
    Program() { made_up::write_two_who_speak(module); }
    void begin(bool remember = false) {
        app::AppOptions options = made_up::off_screen(module);
        options.remember = remember;
        auto opened = app::App::open(options);
        REQUIRE(opened.has_value());
        app = std::move(*opened);
        REQUIRE(wait([&] { return app->stage() != nullptr; }));
        ticks(4);
    }
    void bring_menu() {
        if (!app->stage()->black) press(".");
        press("PageUp");
        REQUIRE(line().has_value());
    }
    // Walks to the line and chooses it.
    void choose(const std::string& words, const char* key = ".") {
        for (int i = 0; i < 20 && line() != words; ++i)
            press("PageDown");
        REQUIRE(line() == words);
        press(key);
    }
    Cell cell() const { return app->stage()->cell; }
    Way way() const { return app->stage()->way; }
    bool black() const { return app->stage() != nullptr && app->stage()->black; }
};

}  // namespace

TEST_CASE("back on a black screen brings the menu, and Escape leads back out") {
    Program program;
    program.begin();
    program.press("PageUp");
    CHECK_FALSE(line().has_value());  // on the stage it is the clip before
    program.press(".");
    REQUIRE(program.black());
    program.press("PageUp");
    CHECK(line() == "Go on with the film");
    CHECK(program.black());
    program.press("Escape");
    CHECK_FALSE(line().has_value());
    CHECK(program.black());
    program.press("Escape");
    CHECK_FALSE(program.black());
}

TEST_CASE("every key that may choose takes the same line, and the film is seen again") {
    for (const char* key : {".", "B", "F5", "Enter"}) {
        CAPTURE(key);
        Program program;
        program.begin();
        program.bring_menu();
        program.choose("Hang on this question", key);
        CHECK(program.way() == Way::HangOnQuestion);
        CHECK_FALSE(program.black());
        CHECK_FALSE(line().has_value());
    }
}

TEST_CASE("the film stands while the menu is there, and goes on after it") {
    Program program;
    program.begin();
    program.press("Space");
    REQUIRE(program.playing());
    program.bring_menu();
    CHECK(program.silent());
    program.choose("Go on with the film");
    CHECK(program.playing());
}

TEST_CASE("all four ways are reached by a clicker") {
    Program program;
    program.begin();
    for (const auto& [words, way] : {std::pair{"Mix it up", Way::MixItUp},
                                     {"Whole case study", Way::WholeCase},
                                     {"Hang on this question", Way::HangOnQuestion},
                                     {"Stop and talk", Way::StopAndTalk}}) {
        program.bring_menu();
        program.choose(words);
        CHECK(program.way() == way);
    }
}

TEST_CASE("on the wall a question is chosen first, then a person, and the answer plays") {
    Program program;
    program.begin();
    const Cell before = program.cell();
    program.bring_menu();
    program.choose("The wall: any answer");
    REQUIRE(program.app->wall() != nullptr);
    CHECK_FALSE(program.app->wall()->hint.empty());
    program.press("PageDown");
    program.press("F5");
    REQUIRE(program.app->wall() != nullptr);
    program.press("PageDown");
    program.press(".");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.cell() == Cell{1 - before.person, 1 - before.question});
    CHECK_FALSE(program.black());
    CHECK(program.playing());
}

TEST_CASE("Escape on the wall leads from the people to the questions, and to the film") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("The wall: any answer");
    program.press("PageDown");
    program.press(".");
    const std::string people = program.app->wall()->hint;
    program.press("Escape");
    REQUIRE(program.app->wall() != nullptr);
    CHECK(program.app->wall()->hint != people);
    program.press("Escape");
    REQUIRE(program.app->stage() != nullptr);
    CHECK_FALSE(program.black());
}

TEST_CASE("on a wall that a keyboard brought up, keys go about as ever") {
    Program program;
    program.begin();
    program.press("F4");
    REQUIRE(program.app->wall() != nullptr);
    program.press("F5");
    CHECK(program.app->wall() == nullptr);  // the lesson
}

TEST_CASE("a word that several people say is found without a letter, and forward is the next one") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("Search: choose a word");
    const std::string word = "\u201cuniform\u201d";
    REQUIRE(program.wait([&] { return is_listed(word); }));
    program.choose(word);
    REQUIRE(program.app->stage() != nullptr);
    const Cell first = program.cell();
    CHECK(first.question == 0);
    CHECK_FALSE(program.black());
    CHECK(program.playing());
    program.press("PageDown");
    CHECK(program.cell() == Cell{1 - first.person, 0});
    program.press("PageUp");
    CHECK(program.cell() == first);
    program.bring_menu();
    program.choose("Hear this answer to its end");
    CHECK(program.cell() == first);
}

TEST_CASE("a line of the list of words leads back to all") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("Search: choose a word");
    program.choose("Back");
    CHECK(line() == "Search: choose a word");
}

TEST_CASE("the room opens and closes by a clicker, and is black as long as the menu is there") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("The room's window");
    REQUIRE(program.app->stage()->room.has_value());
    CHECK(program.app->stage()->room->shows == ui::RoomShows::Film);
    program.press(".");
    program.press("PageUp");
    REQUIRE(line().has_value());
    CHECK(program.app->stage()->room->shows == ui::RoomShows::Black);
    program.choose("Mix it up");
    CHECK(program.app->stage()->room->shows == ui::RoomShows::Film);
    program.press(".");
    program.press("PageUp");
    program.choose("Close the room");
    CHECK_FALSE(program.app->stage()->room.has_value());
}

TEST_CASE("the program ends by a clicker, and asks first") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("End the program");
    CHECK_FALSE(program.app->finished());
    CHECK(line() == "Go on teaching");
    program.press(".");
    CHECK(line() == "End the program");
    program.press(".");
    program.press("PageDown");
    CHECK(line() == "End the program");
    program.press(".");
    CHECK(program.app->finished());
}

TEST_CASE("another module is chosen on the start screen") {
    Program program;
    program.begin();
    program.bring_menu();
    program.choose("Another module");
    CHECK(program.app->stage() == nullptr);
    program.press("PageUp");  // there is one: it stays
    program.press("F5");
    REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
    CHECK_FALSE(program.black());
}

TEST_CASE(
    "where letters are no shortcuts the menu comes from the list of plans, and is used as ever") {
    Program program;
    program.begin();
    catalogue::Preferences preferences;
    preferences.single_keys = false;
    program.app->act(ui::SetPreferences{preferences});
    program.ticks(4);
    program.press(".");
    CHECK_FALSE(program.black());
    program.press("F5");
    CHECK(program.app->stage() == nullptr);
    program.press("PageUp");
    REQUIRE(line() == "Go on with the film");
    program.choose("Mix it up", ".");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.way() == Way::MixItUp);
}

TEST_CASE("a key that means something else puts the menu away and does what it means") {
    Program program;
    program.begin();
    program.bring_menu();
    program.press("F4");
    CHECK(program.app->wall() != nullptr);
    CHECK_FALSE(line() == "Go on with the film");
    program.press("F4");
    program.press(catalogue::Chord{true, false, false, "8"});
    REQUIRE(line() == "Go on with the film");
    CHECK(program.black());
    program.press(catalogue::Chord{true, false, false, "8"});
    CHECK_FALSE(line().has_value());
}

TEST_CASE("a key that is held walks no list") {
    Program program;
    program.begin();
    program.bring_menu();
    const catalogue::Chord forward{false, false, false, "PageDown"};
    program.tick({screen::KeyDown{forward, true, {}}});
    program.ticks(4);
    CHECK(line() == "Go on with the film");
}

TEST_CASE(
    "whoever ends a black screen by a clicker is told of the menu, once, and not who knows it") {
    const made_up::Machine machine;
    for (const bool knows : {false, true}) {
        CAPTURE(knows);
        Program program;
        program.begin(true);
        if (knows) {
            program.bring_menu();
            program.choose("Go on with the film");
        }
        program.press("B");
        program.press("B");
        const auto told = [&] {
            const auto& toast = program.app->stage()->toast;
            return toast && toast->find("clicker") != std::string::npos;
        };
        CHECK_FALSE(told());
        program.press(".");
        program.press(".");
        CHECK(told() == !knows);
        REQUIRE(program.wait([&] { return !program.app->stage()->toast.has_value(); }));
        program.press(".");
        program.press(".");
        CHECK_FALSE(told());
    }
}
