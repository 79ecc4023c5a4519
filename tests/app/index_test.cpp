// Marking a film in the running program.
#include <doctest/doctest.h>

#include "tests/app/marking.h"

using catalogue::Chord;
using made_up::Marking;

TEST_CASE("ten answers in the order of the questions are marked with three keys each") {
    Marking program;
    program.start();
    program.keys = 0;
    for (int i = 0; i < 10; ++i) {
        program.mark_ten_seconds();
    }
    CHECK(program.keys <= 30);
    REQUIRE(program.saved());
    CHECK(program.marked() ==
          "q0 0-10, q1 10-20, q2 20-30, q3 30-40, q4 40-50, q5 50-60, q6 60-70, q7 70-80, "
          "q8 80-90, q9 90-100");
}

TEST_CASE("answers in any order are marked and given to their questions with five keys at most") {
    const std::vector<int> order{10, 1, 5, 3, 9, 2, 8, 4, 7, 6};
    Marking program;
    program.start();
    for (const int question : order) {
        program.keys = 0;
        program.mark_ten_seconds();
        program.number(question);
        CHECK(program.keys <= 5);
    }
    REQUIRE(program.saved());
    CHECK(program.marked() ==
          "q0 10-20, q1 50-60, q2 30-40, q3 70-80, q4 20-30, q5 90-100, q6 80-90, q7 60-70, "
          "q8 40-50, q9 0-10");
}

TEST_CASE("what the film's own chapters propose is taken with two keys an answer") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {10'000, 20'000, "question 2?"},
                     {20'000, 30'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 3; }));
    for (std::size_t i = 0; i < 3; ++i) {
        program.keys = 0;
        program.key("N");
        REQUIRE(program.wait([&] { return program.app->index()->proposal_chosen; }));
        program.key("Enter");
        CHECK(program.keys == 2);
        CHECK(program.app->index()->blocks.size() == i + 1);
    }
    program.key("Enter");
    CHECK(program.app->index()->toast.value_or("").starts_with("Nothing more is proposed"));
    REQUIRE(program.saved());
    CHECK(program.marked() == "q2 10-20, q3 20-30, q4 0-10");
}

TEST_CASE("an answer with a pause for thought takes two keys more") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"}, {12'000, 20'000, "And how it went on"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 2; }));
    const Chord goes_on{false, false, true, "Enter"};
    const auto next = [&] {
        program.key("N");
        REQUIRE(program.wait([&] { return program.app->index()->proposal_chosen; }));
    };
    program.press(goes_on);
    CHECK(program.app->index()->toast == "Go to a proposal first");
    next();
    program.press(goes_on);
    CHECK(program.app->index()->toast.value_or("").starts_with("No answer is marked before it"));
    program.keys = 0;
    program.key("Enter");
    next();
    program.key(goes_on);
    CHECK(program.keys == 3);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20");
    CHECK(program.app->index()->proposals.empty());
}

TEST_CASE("who hears an answer go on past its end makes it longer with one key") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {10'000, 20'000, "And how it went on"},
                     {20'000, 30'000, "Another thing"},
                     {30'000, 40'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 4; }));
    program.key("N");
    program.key("Enter");
    program.key(Chord{false, false, true, "O"});
    program.key(Chord{false, false, true, "Enter"});
    program.key(Chord{false, false, true, "O"});
    CHECK(program.keys == 5);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20");
    // Not over an answer that lies between.
    program.key("N");
    program.key("Enter");
    REQUIRE(program.saved());
    program.key(Chord{true, false, false, "Left"});
    program.key(Chord{false, false, true, "Enter"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20, q5 20-30");
}

TEST_CASE("who listened on into a proposal goes to its beginning") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {12'000, 30'000, "question 2?"},
                     {30'000, 40'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 3; }));
    program.key("N");
    program.key("Enter");
    program.forward(2);
    program.key("N");
    REQUIRE(program.wait([&] { return std::abs(program.app->index()->position_s - 12) < 0.3; }));
    program.key("N");  // the one after it, although this one was not taken
    REQUIRE(program.wait([&] { return std::abs(program.app->index()->position_s - 30) < 0.3; }));
}

TEST_CASE("two digits are one question, and one step to undo") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.number(10);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q9 0-10");
    program.key(Chord{true, false, false, "Z"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
}

TEST_CASE("where there is nothing to mark the program says so") {
    struct Row {
        const char* what;
        const char* file;
        const char* text;
        const char* person;
    };
    const Row rows[] = {
        {"nobody of that name", "", "", "bob"},
        {"consent withdrawn", "people/ann.yaml",
         "format: 1\nname: Ann\nconsent: withdrawn\nfilm: films/ann.mp4\n", "ann"},
        {"no film", "people/ann.yaml", "format: 1\nname: Ann\nconsent: given\n", "ann"},
        {"a film that is not there", "people/ann.yaml",
         "format: 1\nname: Ann\nconsent: given\nfilm: films/other.mp4\n", "ann"},
        {"an index of somebody else", "index/ann.yaml", "format: 1\nperson: bob\n", "ann"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Marking program;
        if (*row.file != '\0') program.module.write(row.file, row.text);
        const auto opened = program.try_to_open(row.person);
        REQUIRE_FALSE(opened.has_value());
        CHECK_FALSE(opened.error().what.empty());
        CHECK_FALSE(opened.error().hint.empty());
    }
}

TEST_CASE("whoever is not waited for is marked once the disk has answered") {
    Marking program;
    auto opened = program.try_to_open("ann", std::chrono::seconds{0});
    REQUIRE(opened.has_value());
    program.app = std::move(*opened);
    CHECK(program.wait([&] { return program.app->index() != nullptr; }));
}

TEST_CASE("a module's one file is not marked: nothing is written into it") {
    Marking program;
    app::AppOptions options = made_up::off_screen(program.module);
    options.module = program.module.path() / "films/ann.mp4";  // a file, where a folder should be
    options.index = app::IndexWanted{"ann", {}};
    const auto opened = app::App::open(options);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().what == "this is a pack, and nothing is written into it");
}

TEST_CASE("seen as a class sees it, and back to marking") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.key(Chord{true, false, false, "2"});
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->index() == nullptr);
    program.key(Chord{true, false, false, "7"});
    REQUIRE(program.wait([&] { return program.app->index() != nullptr; }));
    CHECK(program.app->index()->blocks.size() == 1);
}

TEST_CASE("where nobody has marked before, a class does not get to the whole film") {
    Marking program("answers:\n  q0: {in: \"00:05.000\", out: \"00:09.000\"}\n");
    program.open();
    program.key(Chord{true, false, false, "7"});
    CHECK(program.app->index() == nullptr);
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->stage()->toast);
    CHECK_FALSE(std::filesystem::exists(program.module.path() / "index/ann.yaml"));
}

TEST_CASE("what is marked is seen from the answer that was chosen") {
    Marking program;
    program.start();
    program.forward(1);
    program.mark_ten_seconds();
    program.number(7);
    program.key(Chord{true, false, false, "2"});
    REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
    CHECK(program.app->stage()->question.find("Question 6?") != std::string::npos);
}
