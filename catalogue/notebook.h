// What a pupil, or a pair, kept and wrote: pins, thoughts, guesses, questions to ask. Everything
// goes by ids, never by places in a list, so that a module may change in between.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/ids.h"
#include "catalogue/media_time.h"
#include "catalogue/preferences.h"
#include "catalogue/problem.h"
#include "catalogue/saved_state.h"

namespace catalogue {

using NoteId = Id<struct NoteKindOfId>;

enum class NoteKind {
    Pin,      // a clip, or a moment of it; its text is the thought beside it
    Thought,  // beside a clip that was not kept, or beside nothing
    Noticed,  // the three reflections
    Touches,
    Next,
    Guess,     // before a clip; nobody ever says whether it was right
    Surprise,  // after it
    Ask,       // a question to ask back
    Alike,     // the board: what at least three people share
    Apart,     // and where they differ
    Myself,    // and oneself; always optional
};

inline constexpr std::array<ChoiceName<NoteKind>, 11> note_kind_names = {
    {{NoteKind::Pin, "pin"},
     {NoteKind::Thought, "thought"},
     {NoteKind::Noticed, "noticed"},
     {NoteKind::Touches, "touches-me"},
     {NoteKind::Next, "do-next"},
     {NoteKind::Guess, "guess"},
     {NoteKind::Surprise, "surprise"},
     {NoteKind::Ask, "ask"},
     {NoteKind::Alike, "alike"},
     {NoteKind::Apart, "apart"},
     {NoteKind::Myself, "myself"}}};

struct Note {
    NoteId id;  // [a-z0-9-]+, drawn when it is made, and never given to another
    NoteKind kind = NoteKind::Thought;
    std::optional<CellName> cell;  // what it is about
    std::optional<TimeRange>
        stretch;         // of the film, when it is about a moment; out is not before in
    std::string quoted;  // words from the captions
    std::string text;

    bool operator==(const Note&) const = default;
};

struct Notebook {
    ModuleId module;
    std::string initials;       // or nothing; never a name in full
    std::vector<Note> notes;    // in the order in which they are shown
    std::vector<NoteId> board;  // the pins that lie on the board

    bool operator==(const Notebook&) const = default;
};

inline constexpr std::size_t most_initials = 8;  // characters: room for a pair
inline constexpr std::size_t most_notes = 10'000;
inline constexpr std::size_t most_note_text_bytes = 200'000;
inline constexpr std::size_t most_notebook_bytes = 4U << 20U;  // as all YAML that is read
inline constexpr std::size_t board_asks_from = 3;

const Note* find_note(const Notebook& notebook, const NoteId& id);

// How many different people the pins on the board are of.
std::size_t people_on_board(const Notebook& notebook);

// Talk is about the people on screen first: the board asks about oneself only when pins of at
// least `board_asks_from` people lie on it.
bool board_may_ask_about_oneself(const Notebook& notebook);

// What can be kept: valid UTF-8 without control characters but line ends and tabs. What is neither
// becomes U+FFFD.
std::string clean_note_text(std::string_view text);

// One notebook out of two that began as `before` (nothing when that is not known). Every note of
// both is in it; of a note that both changed the one that was written on from the other, or else
// both are kept, ours under its own id. Only what one side took away and the other left as it was
// is gone. Merging the same again changes nothing.
Notebook merge(const std::optional<Notebook>& before, const Notebook& ours, const Notebook& theirs);

// The document: YAML, and a last line that says how many bytes come before it and their SHA-256.
std::string to_text(const Notebook& notebook);

// The same in two steps, for a document that has more to say.
std::string body_text(const Notebook& notebook);
std::string with_end_mark(std::string body);

// Why a text is not exactly what some to_text wrote; nothing when it is. Every text that was cut
// off, and every one in which a single bit differs, is found.
std::optional<Problem> find_damage(std::string_view text, const std::filesystem::path& file);

// Fails when it is damaged, or is no notebook. Whatever is in it stays within the limits above.
Result<Notebook> read_notebook(std::string_view text, const std::filesystem::path& file);

}  // namespace catalogue
