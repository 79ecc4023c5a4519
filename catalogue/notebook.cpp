#include "catalogue/notebook.h"

#include <algorithm>
#include <set>

#include "catalogue/checksum.h"
#include "catalogue/lines.h"

namespace catalogue {
namespace {

constexpr std::size_t id_digits = 16;

// The same note on every machine that meets the same two versions.
Note under_another_id(Note note) {
    Notebook alone;
    alone.notes = {note};
    note.id = {sha256_hex(to_text(alone)).substr(0, id_digits)};
    return note;
}

const Note* find_note_in(const std::optional<Notebook>& notebook, const NoteId& id) {
    return notebook ? find_note(*notebook, id) : nullptr;
}

bool holds(const Notebook& notebook, const Note& note) {
    return std::ranges::find(notebook.notes, note) != notebook.notes.end();
}

// Whether one side took it away while the other left it as it was.
bool taken_away(const std::optional<Notebook>& before, const Note& left) {
    const Note* was = find_note_in(before, left.id);
    return was != nullptr && *was == left;
}

// The one of two states of a note that was written on from the other, when one was.
const Note* written_on(const Note& one, const Note& other) {
    Note alike = other;
    alike.text = one.text;
    if (alike != one) return nullptr;
    if (one.text.starts_with(other.text)) return &one;
    return other.text.starts_with(one.text) ? &other : nullptr;
}

template <class Value>
const Value& changed_one(const Value* was, const Value& ours, const Value& theirs) {
    return was != nullptr && ours == *was ? theirs : ours;
}

}  // namespace

const Note* find_note(const Notebook& notebook, const NoteId& id) {
    const auto found = std::ranges::find(notebook.notes, id, &Note::id);
    return found == notebook.notes.end() ? nullptr : &*found;
}

std::size_t people_on_board(const Notebook& notebook) {
    std::set<PersonId> people;
    for (const NoteId& id : notebook.board) {
        if (const Note* pin = find_note(notebook, id); pin != nullptr && pin->cell) {
            people.insert(pin->cell->person);
        }
    }
    return people.size();
}

bool board_may_ask_about_oneself(const Notebook& notebook) {
    return people_on_board(notebook) >= board_asks_from;
}

std::string clean_note_text(std::string_view text) {
    Report nobody_asks{std::filesystem::path{}};
    std::string clean = without_hidden(text, nobody_asks);
    std::erase(clean, '\r');
    return clean;
}

Notebook merge(const std::optional<Notebook>& before, const Notebook& ours,
               const Notebook& theirs) {
    Notebook merged;
    merged.module = ours.module;
    merged.initials =
        changed_one(before ? &before->initials : nullptr, ours.initials, theirs.initials);
    if (merged.initials.empty()) merged.initials = theirs.initials;
    std::vector<Note> aside;
    for (const Note& note : ours.notes) {
        const Note* other = find_note(theirs, note.id);
        if (other == nullptr) {
            if (!taken_away(before, note)) merged.notes.push_back(note);
            continue;
        }
        const Note* was = find_note_in(before, note.id);
        const bool both_changed = was == nullptr || (note != *was && *other != *was);
        if (const Note* longer = written_on(note, *other); both_changed && longer != nullptr) {
            merged.notes.push_back(*longer);
            continue;
        }
        merged.notes.push_back(changed_one(was, note, *other));
        if (both_changed && note != *other) aside.push_back(under_another_id(*other));
    }
    for (const Note& note : theirs.notes) {
        if (find_note(ours, note.id) == nullptr && !taken_away(before, note)) {
            merged.notes.push_back(note);
        }
    }
    for (Note& note : aside) {
        if (!holds(merged, note)) merged.notes.push_back(std::move(note));
    }
    for (const std::vector<NoteId>* board : {&ours.board, &theirs.board}) {
        for (const NoteId& id : *board) {
            const bool there = std::ranges::find(merged.board, id) != merged.board.end();
            if (!there && find_note(merged, id) != nullptr) merged.board.push_back(id);
        }
    }
    return merged;
}

}  // namespace catalogue
