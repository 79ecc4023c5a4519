// What a pupil, or a pair, hands in: a notebook without what they kept back. It is written as a
// notebook is, with two lines more, and read as what a stranger may have written.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "catalogue/ids.h"
#include "catalogue/notebook.h"
#include "catalogue/problem.h"

namespace catalogue {

// Sixteen digits of 0 to 9 and a to f, drawn by chance when a notebook is handed in for the first
// time: they tell nothing, and handing in again keeps them.
using HandInId = Id<struct HandInKind>;

struct HandIn {
    HandInId id;
    std::chrono::sys_seconds made;  // by the clock of the pupil's computer
    Notebook notebook;              // what was not kept back
    std::string seat = {};          // "window 3", as clean_seat() leaves it; or nothing

    bool operator==(const HandIn&) const = default;
};

inline constexpr std::size_t most_hand_in_bytes = 256U << 10U;
inline constexpr std::size_t most_seat = 40;  // characters

bool is_hand_in_id(std::string_view text);

// "7f3a90c2d1e4b856.handin".
std::string hand_in_file_name(const HandInId& id);
// Also of one that some program copied or renamed: "7f3a90c2d1e4b856 (2).handin".
bool is_hand_in_file_name(std::string_view name);

// Whether such notes are handed in unless somebody keeps them back. What is about oneself is not.
bool is_handed_in_at_first(NoteKind kind);

// The notes that may be handed in: those in which there is something.
bool can_be_handed_in(const Note& note);

// Where somebody sits, on one line that can be shown and kept.
std::string clean_seat(std::string_view typed);

enum class Initials { LeftOut, LeftIn };

// The notebook without initials (unless they are left in), without `kept_back` and without notes in
// which there is nothing.
Notebook part_to_hand_in(const Notebook& notebook, const std::set<NoteId>& kept_back,
                         Initials initials);

std::string to_text(const HandIn& hand_in);

// Fails when it is cut off or damaged, too large, or no hand-in. Whatever is in it stays within the
// limits of a notebook and can be shown.
Result<HandIn> read_hand_in(std::string_view text, const std::filesystem::path& file);

// Of two hand-ins of one notebook the one that counts: the later one.
bool is_newer(const HandIn& one, const HandIn& other);

}  // namespace catalogue
