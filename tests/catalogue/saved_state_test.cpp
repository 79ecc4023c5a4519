#include "catalogue/saved_state.h"

#include <doctest/doctest.h>

using namespace catalogue;
using namespace std::chrono_literals;

TEST_CASE("a saved sitting comes back as it was") {
    SavedSitting sitting;
    sitting.module = {"a-cross-section"};
    sitting.guesses = {{{"dev"}, {"a \"cook\"?", "something: outside"}, "may"},
                       {{"moira"}, {}, {}}};
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
    settings.preferences.theme = ThemeChoice::HighContrast;
    settings.preferences.interface_size = 1.25;
    settings.preferences.reduced_motion = true;
    settings.preferences.loudness_lufs = -18.5;
    settings.preferences.single_keys = false;
    settings.preferences.captions = {.shown = false,
                                     .size = 1.5,
                                     .font = CaptionFont::OpenDyslexic,
                                     .colours = CaptionColours::BlackOnCream,
                                     .ground = CaptionGround::Outline,
                                     .position = CaptionPosition::BelowPicture,
                                     .speakers = true};
    settings.full_screen = true;
    settings.window = SavedWindow{-10, 20, 1366, 768};
    settings.hints_done = {"play", "wall"};
    settings.recent = {"/home/x/a \"quoted\" module", "/srv/two"};
    settings.hand_in_folder = "/media/share/class \"8b\"";
    settings.collects_hand_ins = true;
    settings.marks_films = true;
    const auto read = read_saved_settings(to_yaml(settings), "settings.yaml");
    REQUIRE(read);
    CHECK(*read == settings);
}

TEST_CASE("every choice comes back as it was") {
    const auto comes_back = [](const Preferences& preferences) {
        SavedSettings settings;
        settings.preferences = preferences;
        const auto read = read_saved_settings(to_yaml(settings), "settings.yaml");
        REQUIRE(read);
        CHECK(read->preferences == preferences);
    };
    for (const auto& [choice, name] : theme_names)
        comes_back({.theme = choice});
    comes_back({.job_last = true});
    comes_back({.read_aloud = true, .voice_rate = -60});
    for (const auto& [choice, name] : caption_font_names)
        comes_back({.captions = {.font = choice}});
    for (const auto& [choice, name] : caption_colours_names) {
        comes_back({.captions = {.colours = choice}});
    }
    for (const auto& [choice, name] : caption_ground_names) {
        comes_back({.captions = {.ground = choice}});
    }
    for (const auto& [choice, name] : caption_position_names) {
        comes_back({.captions = {.position = choice}});
    }
    comes_back({.descriptions = true});
    for (const auto& [choice, name] : keep_day_names)
        comes_back({.keep_until = choice});
    for (const auto& [choice, name] : caption_languages_names) {
        comes_back({.captions = {.languages = choice}});
    }
    for (const double size : interface_sizes)
        comes_back({.interface_size = size});
    for (const double size : caption_sizes)
        comes_back({.captions = {.size = size}});
}

TEST_CASE("sizes go from one step to the next, also from between two, and stop at the ends") {
    CHECK(larger_size(interface_sizes, 1.0) == 1.1);
    CHECK(smaller_size(interface_sizes, 1.0) == 0.9);
    CHECK(larger_size(interface_sizes, 1.3) == 1.5);
    CHECK(smaller_size(interface_sizes, 1.3) == 1.25);
    CHECK(larger_size(interface_sizes, 1.0999) == 1.25);
    CHECK(larger_size(interface_sizes, 2.0) == std::nullopt);
    CHECK(smaller_size(interface_sizes, 0.75) == std::nullopt);
    CHECK(larger_size(caption_sizes, 2.75) == 3.0);
}

TEST_CASE("single values that make no sense keep their defaults") {
    const auto read = read_saved_settings(
        "format: 1\nvolume: 7\nmuted: perhaps\nloudness: 0\ncaption_size: nan\n"
        "theme: mauve\ninterface_size: 3\ncaption_font: [Inter]\nsingle_keys: 1\n"
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

TEST_CASE("a lesson under way is read as it was written") {
    SavedLesson lesson;
    lesson.plan = "one-row";
    lesson.week = 3;
    lesson.seed = "K7QM-2F";
    lesson.part = "clip";
    lesson.item = 2;
    lesson.clip = 1;
    lesson.timer_left_s = -75;
    lesson.bell_left_s = 1200;
    lesson.pupils = 28;
    lesson.headsets = 12;
    lesson.picked = {{{"moira"}, {"w1"}}};
    lesson.seen = {{0, {{"dev"}, {"w2"}}}, {2, {{"moira"}, {"w1"}}}};
    lesson.weeks = {{"a-circle", 2, {{"moira"}, {"dev"}, {"moira"}}}, {"b", 1, {}}};
    const auto read = read_saved_lesson(to_yaml(lesson), "lesson.yaml");
    REQUIRE(read);
    CHECK(*read == lesson);
    const auto empty = read_saved_lesson(to_yaml(SavedLesson{}), "lesson.yaml");
    REQUIRE(empty);
    CHECK(*empty == SavedLesson{});
    const auto nonsense = read_saved_lesson(
        "format: 1\nplan: [a]\nweek: -3\nitem: x\nseen: [1, {cue: -1}]\nweeks: 3\n", "lesson.yaml");
    REQUIRE(nonsense);
    CHECK(nonsense->week == 1);
    CHECK(nonsense->seen.size() == 1);
}
