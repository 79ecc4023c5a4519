#include "catalogue/key_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace catalogue;

TEST_CASE("a chord reads as it is written") {
    for (const char* text : {"Ctrl+Shift+Left", "PageDown", "/", "+", "Ctrl++", "Shift+R", "F11",
                             "Alt+Right", "?", "5", "Space"}) {
        CAPTURE(text);
        const auto chord = parse_chord(text);
        REQUIRE(chord);
        CHECK(to_text(*chord) == text);
    }
}

TEST_CASE("what is no key is refused") {
    for (const char* text : {"", "k", "Ctrl+", "Crtl+A", "F0", "F25", "F1x", "PgDn", "Ctrl+Ctrl+A",
                             "AB", "\x01", "\xc3\xa9"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_chord(text));
    }
}

TEST_CASE(
    "a key with two meanings and a command that is there twice are problems with their line") {
    const KeyTableReading reading = read_key_table(
        "format: 1\ngroups:\n  - title: One\n    keys:\n"
        "      - {command: play, says: Play, keys: [K]}\n"
        "      - {command: stop, says: Stop, keys: [S, K]}\n"
        "      - {command: play, says: Play, keys: [P]}\n",
        "keys.yaml");
    REQUIRE(reading.problems.size() == 2);
    CHECK(to_text(reading.problems[0]).find("keys.yaml:6:") == 0);
    CHECK(to_text(reading.problems[1]).find("keys.yaml:7:") == 0);
    CHECK(reading.table.find(*parse_chord("K"))->command == "play");
    CHECK(reading.table.find(*parse_chord("Ctrl+K")) == nullptr);
}

TEST_CASE("the program's own table has no problem") {
    std::ifstream file(CROSSCUT_KEYS_FILE);
    std::ostringstream text;
    text << file.rdbuf();
    const KeyTableReading reading = read_key_table(text.str(), "keys.yaml");
    for (const Problem& problem : reading.problems) {
        CAPTURE(to_text(problem));
        CHECK(false);
    }
    CHECK(reading.table.of_command("play_pause") != nullptr);
    CHECK(reading.table.find(*parse_chord("PageDown"))->command == "next");
}
