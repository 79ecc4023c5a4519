// A lesson's worth by the few keys that a presenter's clicker has: forward, back, black, and the
// one that starts a show and ends it in turn (F5, Escape).
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

constexpr int hung_on = 2;  // the question of the first step

// The numbered films with a plan of their own: a row of answers to one question, then two answers
// that have nothing in common.
class ModuleWithPlan {
public:
    ModuleWithPlan() {
        std::filesystem::copy(room().module.folder(), folder(),
                              std::filesystem::copy_options::recursive);
        std::filesystem::create_directories(folder() / "plans");
        std::ofstream(folder() / "plans" / "by-clicker.yaml", std::ios::binary)
            << "format: 1\ntitle: By clicker\nminutes: 5\ncues:\n"
               "  - title: A row\n"
               "    clips:\n      - {question: q2, people: 3}\n"
               "    before: What do they share?\n    after: What did you hear?\n"
               "    talk: pair\n    minutes: 2\n"
               "  - title: A mix\n"
               "    clips:\n      - {question: q4, person: eli}\n"
               "      - {question: q0, person: bo}\n"
               "    after: What has changed?\n    talk: all\n    minutes: 2\n";
    }

    std::filesystem::path folder() const { return scratch_.path() / "module"; }

private:
    support::ScratchFolder scratch_;
};

// The numbered films, with two people in whose answers the same word is said: Ada's to question 2
// and Dot's to question 4.
class ModuleWithAWord {
public:
    ModuleWithAWord() {
        std::filesystem::copy(room().module.folder(), folder(),
                              std::filesystem::copy_options::recursive);
        add_captions("ada", "00:15.700 --> 00:16.600\nWe saw a lighthouse.\n");
        add_captions("dot", "00:25.100 --> 00:26.300\nA lighthouse stood there.\n");
    }

    std::filesystem::path folder() const { return scratch_.path() / "module"; }

    static constexpr Cell adas{0, 2};
    static constexpr Cell dots{3, 4};

private:
    void add_captions(const std::string& person, const std::string& cue) const {
        std::ofstream(folder() / "captions" / (person + ".vtt"), std::ios::binary) << "WEBVTT\n\n"
                                                                                   << cue;
        std::ofstream(folder() / "people" / (person + ".yaml"), std::ios::binary | std::ios::app)
            << "captions: captions/" << person << ".vtt\n";
    }

    support::ScratchFolder scratch_;
};

bool says_word(Cell cell) {
    return cell == ModuleWithAWord::adas || cell == ModuleWithAWord::dots;
}

// Brings the menu of the clicker up and chooses what is so many lines below the first, or above it.
void choose(PlayerOnDisplay& player, int lines, const char* by = ".") {
    player.press(".");
    REQUIRE(player.wait_no_film());
    player.press("PageUp");
    player.press(lines > 0 ? "PageDown" : "PageUp", std::abs(lines));
    player.press(by);
}

// Nothing bright is where films are, and beside them where the strip for the room would be.
bool wait_dark() {
    return room().watcher.wait_screen(
        [](const Screenshot& shot) {
            for (int y = shot.height_px / 4; y < shot.height_px * 3 / 4; y += 2) {
                for (int x = shot.width_px / 4; x < shot.width_px * 17 / 20; x += 2) {
                    if (shot.green(x, y) > 20) return false;
                }
            }
            return true;
        },
        patience);
}

// The last lesson ended at this answer.
void leave_at(const Home& home, const std::filesystem::path& module, Cell cell) {
    PlayerOnDisplay player(home, {.module = module});
    player.go_to(player.opening(), cell);
    REQUIRE(player.wait_cell(cell));
    player.press("Ctrl+Q");
    REQUIRE(player.wait_ended() == 0);
}

// The start screen, once its modules are there.
bool wait_something_to_be_seen() {
    return room().watcher.wait_screen(
        [](const Screenshot& shot) {
            int bright = 0;
            for (int y = 0; y < shot.height_px / 2; ++y) {
                for (int x = shot.width_px / 2; x < shot.width_px; ++x)
                    bright += shot.green(x, y) > 120 ? 1 : 0;
            }
            return bright > 500;
        },
        patience);
}

void wait_film_is_over(PlayerOnDisplay& player, Cell cell) {
    REQUIRE(player.wait_picture(room().module.clip(cell)->last_picture()));
}

// The film that is on the screen, which was not there before.
Cell film_after(PlayerOnDisplay& player, Cell before) {
    const std::optional<Cell> cell = player.wait_other_than(before);
    REQUIRE(cell);
    return *cell;
}

}  // namespace

TEST_CASE("open, watch, black, a row, a mix and the end: by a clicker's keys alone") {
    const ModuleWithPlan module;
    const Home home;
    leave_at(home, module.folder(), {1, 1});
    PlayerOnDisplay player(home, {.start_screen = true});
    REQUIRE(wait_something_to_be_seen());
    player.press("PageDown");  // on with the module that was open last
    REQUIRE(player.wait_cell({1, 1}));
    player.press("PageDown");
    REQUIRE(player.wait_cell({1, 2}));
    player.press("PageUp");
    REQUIRE(player.wait_cell({1, 1}));
    for (const char* dark : {".", "B"}) {
        CAPTURE(dark);
        player.press(dark);
        REQUIRE(player.wait_no_film());
        player.press(dark);
        REQUIRE(player.wait_cell({1, 1}));
    }
    player.press(".");
    REQUIRE(player.wait_no_film());
    player.press("PageDown");  // nobody is left in the dark
    REQUIRE(player.wait_cell({1, 2}));

    player.press("Escape");  // one press too many: the start screen
    REQUIRE(player.wait_no_film());
    player.press("PageDown");
    REQUIRE(player.wait_cell({1, 2}));

    player.press("F5");  // the plans; the module's own comes first
    REQUIRE(player.wait_no_film());
    player.press("Escape");
    REQUIRE(player.wait_cell({1, 2}));
    player.press("F5");
    REQUIRE(player.wait_no_film());
    player.press("PageDown");  // it starts, with what it asks before the films
    REQUIRE(player.wait_no_film());

    std::set<int> people;
    Cell film{-1, -1};
    for (int i = 0; i < 3; ++i) {
        player.press("PageDown");
        film = film_after(player, film);
        CHECK(film.question == hung_on);
        CHECK(people.insert(film.person).second);
        wait_film_is_over(player, film);
    }
    player.press("PageDown");  // what did you hear?
    REQUIRE(player.wait_no_film());
    player.press("PageUp");
    REQUIRE(player.wait_cell(film));
    player.press("F5");  // what the film is for
    REQUIRE(player.wait_no_film());
    player.press("Escape");
    REQUIRE(player.wait_cell(film));
    player.press("PageDown");
    REQUIRE(player.wait_no_film());

    player.press("PageDown");
    REQUIRE(player.wait_cell({4, 4}));
    wait_film_is_over(player, {4, 4});
    player.press("PageDown");
    REQUIRE(player.wait_cell({1, 0}));
    player.press("Shift+F5");  // that film once more
    REQUIRE(player.wait_cell({1, 0}));
    wait_film_is_over(player, {1, 0});
    for (int i = 0; i < 3; ++i) {  // the talk, the end, and one press too many
        player.press("PageDown");
        REQUIRE(player.wait_no_film());
    }
    player.press("Escape");
    REQUIRE(player.wait_cell({1, 0}));
    CHECK(player.alive());
}

TEST_CASE("open, wall, hang, mix, search, room, black and close: by a clicker's keys alone") {
    const ModuleWithAWord module;
    const Home home;
    leave_at(home, room().module.folder(), {4, 4});
    leave_at(home, module.folder(), {1, 1});
    PlayerOnDisplay player(home, {.start_screen = true});
    REQUIRE(wait_something_to_be_seen());
    player.press("PageUp");  // among the modules, of which the one that was open last comes first
    player.press("PageDown");
    player.press("F5");
    REQUIRE(player.wait_cell({4, 4}));
    choose(player, -2);  // another module
    REQUIRE(wait_something_to_be_seen());
    player.press("PageDown");
    player.press(".");
    REQUIRE(player.wait_cell({1, 1}));

    choose(player, 2);         // the wall
    player.press("PageDown");  // from question 1 to question 2
    player.press("F5");
    player.press("PageDown");  // from Bo to Cy
    player.press(".");
    REQUIRE(player.wait_cell({2, 2}));

    choose(player, 4, "F5");  // hang on this question
    REQUIRE(player.wait_cell({3, 2}));

    choose(player, 4);  // mix it up
    player.press("PageDown");
    Cell mixed = film_after(player, {3, 2});
    while (says_word(mixed)) {
        player.press("PageDown");
        mixed = film_after(player, mixed);
    }

    choose(player, 3);  // the words worth looking for: there is one
    player.press(".");
    const Cell first = film_after(player, mixed);
    CHECK(says_word(first));
    const bool ada_first = first == ModuleWithAWord::adas;
    player.press("PageDown");
    const Cell second = ada_first ? ModuleWithAWord::dots : ModuleWithAWord::adas;
    REQUIRE(player.wait_cell(second));

    choose(player, 4);  // the words again, a line lower while passages are heard in turn
    for (const char* back : {"Escape", "Escape", "."})  // the list, the black screen, the film
        player.press(back);
    REQUIRE(player.wait_cell(second));

    choose(player, -3);  // the room: on one display beside a strip
    REQUIRE(player.wait_cell(second));
    player.press(".");
    REQUIRE(player.wait_no_film());
    REQUIRE(wait_something_to_be_seen());  // of the strip
    player.press("PageUp");
    player.press("PageUp", 3);
    player.press(".");
    REQUIRE(player.wait_cell(second));
    player.press(".");
    CHECK(wait_dark());
    player.press(".");
    REQUIRE(player.wait_cell(second));

    choose(player, -1);        // the end
    player.press("PageDown");  // which is asked for once more
    CHECK(player.alive());
    player.press(".");
    CHECK(player.wait_ended() == 0);
}
