// What a pupil might hand in.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "catalogue/hand_in.h"
#include "catalogue/hand_in_sign.h"

namespace made_up {

inline catalogue::HandIn hand_in(char digit, std::string thought, int made = 0,
                                 std::string person = "ada", std::string question = "q0",
                                 std::string module = "made-up") {
    catalogue::HandIn made_up;
    made_up.id = {std::string(16, digit)};
    made_up.made = std::chrono::sys_seconds{std::chrono::seconds{made}};
    made_up.notebook.module = {std::move(module)};
    catalogue::Note note;
    note.id = {std::string("n") + digit};
    note.kind = catalogue::NoteKind::Pin;
    note.cell = catalogue::CellName{{std::move(person)}, {std::move(question)}};
    note.text = std::move(thought);
    made_up.notebook.notes.push_back(std::move(note));
    return made_up;
}

// An id that begins with `digit` and would have the same sign as `id`, alone in a folder.
inline catalogue::HandInId id_with_sign_of(const catalogue::HandInId& id, char digit) {
    const std::string sign = catalogue::signs_of({id}).at(id);
    for (int i = 0;; ++i) {
        const catalogue::HandInId other{fmt::format("{}{:015x}", digit, i)};
        if (other != id && catalogue::signs_of({other}).at(other) == sign) return other;
    }
}

}  // namespace made_up
