// What was done to a notebook, to be undone and done again. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "catalogue/notebook.h"

namespace app {

// Steps are about notes, not about the whole notebook: what came from another computer in between
// stays when one of them is undone.
class NotebookHistory {
public:
    // Everything that was written into one note in a row is one step.
    void note(const catalogue::Notebook& before, const catalogue::Notebook& after);
    // `now` with the last step undone, or the last undone one done; nothing when there is none.
    std::optional<catalogue::Notebook> undo(catalogue::Notebook now);
    std::optional<catalogue::Notebook> redo(catalogue::Notebook now);

private:
    struct NoteChange {
        catalogue::NoteId id;
        std::optional<catalogue::Note> before;
        std::optional<catalogue::Note> after;
        std::size_t place = 0;  // among the notes
        bool lay_on_board = false;
        bool lies_on_board = false;
    };
    using Step = std::vector<NoteChange>;
    static catalogue::Notebook with(catalogue::Notebook now, const Step& step, bool undone);

    std::vector<Step> done_;
    std::vector<Step> undone_;
};

}  // namespace app
