#include <doctest/doctest.h>

#include <algorithm>

#include "catalogue/key_table.h"
#include "player/app/app_state.h"
#include "player/app/storage/storage.h"

TEST_CASE("every key of the table does something") {
    const std::vector<std::string> known = app::command_names();
    const auto text = app::load_document(CROSSCUT_KEYS_FILE);
    REQUIRE(text);
    REQUIRE(text->has_value());
    const catalogue::KeyTableReading keys = catalogue::read_key_table(**text, CROSSCUT_KEYS_FILE);
    CHECK(keys.problems.empty());
    int bindings = 0;
    for (const catalogue::KeyGroup& group : keys.table.groups) {
        for (const catalogue::KeyBinding& binding : group.bindings) {
            CAPTURE(binding.command);
            CHECK(std::find(known.begin(), known.end(), binding.command) != known.end());
            ++bindings;
        }
    }
    CHECK(bindings > 40);
}

TEST_CASE("every command has a key, but for those that only a button asks for") {
    const std::vector<std::string> by_button_only{"drop_found",    "hand_in",    "job_last",
                                                  "keep_marks",    "room_film",  "seed",
                                                  "stop_and_talk", "timer_five", "timer_minute"};
    const auto text = app::load_document(CROSSCUT_KEYS_FILE);
    REQUIRE(text);
    const catalogue::KeyTableReading keys = catalogue::read_key_table(**text, CROSSCUT_KEYS_FILE);
    for (const std::string& command : app::command_names()) {
        CAPTURE(command);
        const bool needs_key = std::find(by_button_only.begin(), by_button_only.end(), command) ==
                               by_button_only.end();
        CHECK((keys.table.of_command(command) != nullptr) == needs_key);
    }
}

TEST_CASE("a key that is held steps on, but switches nothing to and fro") {
    for (const char* command :
         {"back_1", "back_5", "back_10", "forward_10", "frame_back", "volume_up", "captions_larger",
          "focus_next", "next_person", "previous_question"}) {
        CAPTURE(command);
        CHECK(app::repeats_while_held(command));
    }
    for (const char* command :
         {"play_pause", "hang", "whole_case", "mix", "captions", "mute", "full_screen", "black",
          "next", "previous", "back_out", "quit", "focus_area"}) {
        CAPTURE(command);
        CHECK_FALSE(app::repeats_while_held(command));
    }
}
