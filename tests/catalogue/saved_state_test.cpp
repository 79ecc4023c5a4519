#include "catalogue/saved_state.h"

#include <doctest/doctest.h>

using namespace catalogue;
using namespace std::chrono_literals;

TEST_CASE("a saved sitting comes back as it was") {
    SavedSitting sitting;
    sitting.module = {"a-cross-section"};
    sitting.cell = {{"moira"}, {"w1"}};
    sitting.into_clip = 12'345ms;
    sitting.way = "mix-it-up";
    sitting.seed = "K7QM-2F";
    sitting.scope_people = {{"moira"}, {"dev"}};
    sitting.scope_questions = {{"l1"}};
    sitting.draws = {{{"dev"}, {"w1"}}, {{"moira"}, {"l1"}}};
    sitting.by_hand = {{{"dev"}, {"l1"}}};
    sitting.heard = sitting.draws;
    sitting.history = {{{"moira"}, {"w1"}}};
    sitting.ahead = {{{"dev"}, {"w2"}}};
    sitting.hang_question = QuestionId{"w1"};
    sitting.hang_people = {{"dev"}};
    const auto read = read_saved_sitting(to_yaml(sitting), "sitting.yaml");
    REQUIRE(read);
    CHECK(*read == sitting);
}

TEST_CASE("saved settings come back as they were") {
    SavedSettings settings;
    settings.volume = 0.35;
    settings.muted = true;
    settings.loudness_lufs = -18.5;
    settings.captions = false;
    settings.caption_size = 1.5;
    settings.interface_size = 1.25;
    settings.full_screen = true;
    settings.window = SavedWindow{-10, 20, 1366, 768};
    settings.recent = {"/home/x/a \"quoted\" module", "/srv/two"};
    const auto read = read_saved_settings(to_yaml(settings), "settings.yaml");
    REQUIRE(read);
    CHECK(*read == settings);
}

TEST_CASE("single values that make no sense keep their defaults") {
    const auto read = read_saved_settings(
        "format: 1\nvolume: 7\nmuted: perhaps\nloudness: 0\ncaption_size: nan\n"
        "window: {x: 1, y: 2, width: -5, height: 3}\nrecent: {not: a list}\n",
        "settings.yaml");
    REQUIRE(read);
    CHECK(*read == SavedSettings{});
}

TEST_CASE("what is no such document is a problem, not a crash") {
    for (const char* text : {"", "[]", "format: 2", "volume: 1", "\xff", "format: 1: 1"}) {
        CAPTURE(text);
        CHECK_FALSE(read_saved_settings(text, "s.yaml"));
        CHECK_FALSE(read_saved_sitting(text, "s.yaml"));
    }
}
