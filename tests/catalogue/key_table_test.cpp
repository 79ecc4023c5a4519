#include "catalogue/key_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/catalogue/problem_texts.h"

using namespace catalogue;

namespace {

std::string table_of(const std::string& bindings) {
    return "format: 1\ngroups:\n  - title: Playing\n    keys:\n" + bindings;
}

}  // namespace

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
        const Result<Chord> chord = parse_chord(text);
        REQUIRE_FALSE(chord);
        CHECK_FALSE(chord.error().hint.empty());
    }
    CHECK(parse_chord("PageDwon").error().hint == "did you mean 'PageDown'?");
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

TEST_CASE("what is wrong with a table of keys is said with its place, and the rest is kept") {
    struct Row {
        std::string yaml;
        std::string problem;
        std::size_t bindings;
    };
    const std::vector<Row> rows = {
        {table_of("      - {command: a, says: A, keys: [K]}\n"
                  "      - {command: b, says: B, keys: [L, K]}\n"),
         "keys.yaml:6:41: the key 'K' is used twice: by 'a' and by 'b' (one key has one meaning: "
         "choose another for one of them)",
         2},
        {table_of("      - {command: a, says: A, keys: [K, K]}\n"),
         "keys.yaml:5:41: the key 'K' is used twice: by 'a' and by 'a' (one key has one meaning: "
         "choose another for one of them)",
         1},
        {table_of("      - {command: a, says: A, keys: [K]}\n"
                  "      - {command: a, says: B, keys: [L]}\n"),
         "keys.yaml:6:19: the command 'a' is here for a second time; the first is in line 5 (put "
         "all its keys into one entry)",
         1},
        {table_of("      - {command: a, says: A, keys: [Entre]}\n"),
         "keys.yaml:5:38: 'Entre' is not a key (did you mean 'Enter'?)", 1},
        {table_of("      - {command: A b, says: A, keys: [K]}\n"),
         "keys.yaml:5:19: 'A b' cannot be a command (commands are written with a-z, 0-9 and '_')",
         0},
        {table_of("      - {command: a, says: A, kyes: [K], keys: [L]}\n"),
         "keys.yaml:5:31: unknown key 'kyes' in a command with its keys (did you mean "
         "'keys'?)",
         1},
        {table_of("      - {command: a, keys: [K]}\n"),
         "keys.yaml:5:9: a command with its keys has no 'says' (add 'says: ...')", 1},
        {table_of("      - {command: a, says: A, keys: []}\n"),
         "keys.yaml:5:37: the command 'a' has no key (add one, as in '[Ctrl+I]')", 1},
        {table_of("      - play\n"),
         "keys.yaml:5:9: a command with its keys must be keys with values, not text (write keys "
         "with values: 'key: value', one in each line, or {key: value})",
         0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.yaml);
        const KeyTableReading reading = read_key_table(row.yaml, "keys.yaml");
        CHECK(texts(reading.problems) == row.problem + "\n");
        REQUIRE(reading.table.groups.size() == 1);
        CHECK(reading.table.groups[0].bindings.size() == row.bindings);
    }
    for (const std::string yaml : {"", "[", "- a", "format: 2\ngroups: []", "groups: 5", "a: b"}) {
        CAPTURE(yaml);
        CHECK_FALSE(read_key_table(yaml, "keys.yaml").problems.empty());
    }
}

TEST_CASE("the program's own table of keys has every command once and no key twice") {
    std::ifstream file(CROSSCUT_KEYS_FILE, std::ios::binary);
    REQUIRE(file);
    const std::string yaml{std::istreambuf_iterator<char>(file), {}};
    const KeyTableReading reading = read_key_table(yaml, "assets/keys.yaml");
    CHECK(texts(reading.problems) == "");

    struct Row {
        std::string command;
        std::vector<std::string> keys;
    };
    const std::vector<Row> rows = {
        {"play_pause", {"Space", "K", "MediaPlay"}},
        {"back_5", {"Left"}},
        {"forward_5", {"Right"}},
        {"back_10", {"J"}},
        {"forward_10", {"L"}},
        {"back_1", {"Shift+Left"}},
        {"forward_1", {"Shift+Right"}},
        {"frame_back", {"Alt+Left"}},
        {"frame_forward", {"Alt+Right"}},
        {"clip_start", {"Home"}},
        {"clip_end", {"End"}},
        {"tenth_0", {"0"}},
        {"tenth_1", {"1"}},
        {"tenth_2", {"2"}},
        {"tenth_3", {"3"}},
        {"tenth_4", {"4"}},
        {"tenth_5", {"5"}},
        {"tenth_6", {"6"}},
        {"tenth_7", {"7"}},
        {"tenth_8", {"8"}},
        {"tenth_9", {"9"}},
        {"previous_question", {"Ctrl+Left"}},
        {"next_question", {"Ctrl+Right"}},
        {"previous_person", {"Ctrl+Up"}},
        {"next_person", {"Ctrl+Down"}},
        {"next", {"PageDown", "N", "MediaNext"}},
        {"previous", {"PageUp", "P", "MediaPrevious"}},
        {"hang", {"H"}},
        {"whole_case", {"W"}},
        {"mix", {"R"}},
        {"reshuffle", {"Shift+R"}},
        {"questions", {"Q"}},
        {"go_to", {"G"}},
        {"focus_next", {"Tab"}},
        {"focus_previous", {"Shift+Tab"}},
        {"focus_area", {"F6"}},
        {"again", {"A"}},
        {"black", {"B", "."}},
        {"captions", {"C"}},
        {"captions_larger", {"+", "="}},
        {"captions_smaller", {"-"}},
        {"volume_up", {"Up"}},
        {"volume_down", {"Down"}},
        {"mute", {"M"}},
        {"full_screen", {"F", "F11"}},
        {"information", {"Ctrl+I"}},
        {"problems", {"Ctrl+Shift+P"}},
        {"open", {"Ctrl+O"}},
        {"start_screen", {"Ctrl+1"}},
        {"stage_screen", {"Ctrl+2"}},
        {"help", {"F1", "?"}},
        {"back_out", {"Escape"}},
        {"quit", {"Ctrl+Q"}},
        {"settings", {"Ctrl+,"}},
        {"caption_settings", {"Shift+C"}},
        {"larger", {"Ctrl+=", "Ctrl++"}},
        {"smaller", {"Ctrl+-"}},
        {"normal_size", {"Ctrl+0"}},
    };
    for (const KeyGroup& group : reading.table.groups) {
        CHECK_FALSE(group.title.empty());
        for (const KeyBinding& binding : group.bindings) {
            CAPTURE(binding.command);
            CHECK_FALSE(binding.says.empty());
        }
    }
    for (const Row& row : rows) {
        CAPTURE(row.command);
        const KeyBinding* binding = reading.table.of_command(row.command);
        REQUIRE(binding);
        std::vector<std::string> keys;
        for (const Chord& chord : binding->chords) {
            keys.push_back(to_text(chord));
        }
        CHECK(keys == row.keys);
    }
}

TEST_CASE("without single keys nothing that one finger hits by mistake is a command") {
    std::ifstream stream(CROSSCUT_KEYS_FILE, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const KeyTable all = read_key_table(text, "keys.yaml").table;
    const KeyTable rest = without_single_keys(all);
    for (const char* chord : {"C", "H", "Shift+C", "Shift+R", "0", "9", "?", "+", "-", "[", "."}) {
        CAPTURE(chord);
        CHECK(all.find(*parse_chord(chord)) != nullptr);
        CHECK(rest.find(*parse_chord(chord)) == nullptr);
    }
    for (const char* chord : {"Space", "Left", "Shift+Left", "PageDown", "F1", "F11", "Escape",
                              "Ctrl+,", "Ctrl+=", "Ctrl+O", "Home", "Backspace", "MediaPlay"}) {
        CAPTURE(chord);
        CHECK(rest.find(*parse_chord(chord)) != nullptr);
    }
    // Commands whose other key is left show that one; those with none are not in the table.
    CHECK(to_text(rest.of_command("full_screen")->chords.front()) == "F11");
    CHECK(rest.of_command("hang") == nullptr);
    for (const KeyGroup& group : rest.groups)
        CHECK_FALSE(group.bindings.empty());
}
