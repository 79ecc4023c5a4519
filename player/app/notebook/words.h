// What is said to whoever is typing when a disk does not take a notebook. Pure.
#pragma once

#include <optional>
#include <string>

namespace app {

struct NotebookTrouble {
    int folder_error = 0;  // an errno; 0: none
    bool folder_hangs = false;
    int kept_error = 0;  // of the journal on this machine
    bool kept_hangs = false;
    bool was_damaged = false;  // the file, when it was opened
    bool has_version = false;  // and one that was whole took its place
    bool is_foreign = false;   // the file is of a newer program
    bool erasing = false;
};

// One sentence about the gravest, which says where the text is meanwhile.
std::optional<std::string> sentence_about(const NotebookTrouble& trouble);

}  // namespace app
