// The keys of the program as data: assets/keys.yaml drives the program, the help overlay and the
// manual.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// One key with its modifiers. `key` is a name as keys.yaml writes it: "A", "5", "/", "Left",
// "PageDown", "F11", "Space", "Enter", "Escape", "Tab", "Backspace", "Home". Letters are capitals;
// a sign is the sign itself ("?", "+"), whatever has to be held to type it.
struct Chord {
    bool ctrl = false;
    bool alt = false;
    bool shift = false;
    std::string key;

    auto operator<=>(const Chord&) const = default;
};

// "Ctrl+Shift+Left"
std::string to_text(const Chord& chord);
Result<Chord> parse_chord(std::string_view text);

struct KeyBinding {
    std::string command;        // "next", "hang": what the program calls it
    std::string says;           // "Hang on this question": for the help overlay
    std::vector<Chord> chords;  // the first is the one shown on buttons
};

struct KeyGroup {
    std::string title;
    std::vector<KeyBinding> bindings;
};

struct KeyTable {
    std::vector<KeyGroup> groups;

    // The command of a chord; nothing when no binding has it.
    const KeyBinding* find(const Chord& chord) const;
    const KeyBinding* of_command(std::string_view command) const;
};

// The table without letters, digits and signs that are pressed alone or with Shift: for classes
// where keys are pressed by mistake. A command that had no other key is not in it.
KeyTable without_single_keys(const KeyTable& table);

struct KeyTableReading {
    KeyTable table;
    std::vector<Problem> problems;  // a chord used twice, an unknown key name ...
};

KeyTableReading read_key_table(std::string_view yaml, const std::filesystem::path& file_name);

}  // namespace catalogue
