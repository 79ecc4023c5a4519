// Two states of a notebook, and what may befall the disk they are on.
#pragma once

#include <array>
#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/notebook.h"
#include "tests/app/memory_disk.h"

namespace made_up {

inline constexpr std::array all_errors = {ENOSPC, EDQUOT, EROFS, EIO, EACCES};
inline constexpr std::array ends = {Unflushed::Kept, Unflushed::Dropped, Unflushed::Torn};

inline catalogue::Notebook notebook_with(std::vector<std::string> texts) {
    catalogue::Notebook notebook;
    notebook.module = {"m"};
    for (std::string& text : texts) {
        catalogue::Note note;
        note.id = {catalogue::NoteId{"n-" + text.substr(0, 1)}};
        note.text = std::move(text);
        notebook.notes.push_back(std::move(note));
    }
    return notebook;
}

inline const std::string before = to_text(notebook_with({"a before"}));
inline const std::string after = to_text(notebook_with({"a before", "b typed since"}));

}  // namespace made_up
