// What the open module's notebook holds: the part of AppState that belongs to it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/notebook.h"
#include "player/app/notebook/history.h"
#include "player/app/notebook/store.h"
#include "player/app/notebook/take_along.h"
#include "player/app/storage/folders.h"
#include "player/app/threads/awaited.h"
#include "player/ui/notebook_view.h"

namespace app {

struct NotebookDesk {
    std::unique_ptr<PassingFolder> passing;  // where it lies when nothing is to be remembered
    std::shared_ptr<NotebookStore> store;
    std::string status;  // of the store, as it was last looked at
    std::optional<NotebookTime> look_again_at;
    NotebookHistory history;
    ui::NotebookState state;
    ui::NotebookView view;    // as it was last shown
    ui::NotebookDrawn drawn;  // the last time; empty while the notebook is not up
    bool cleared = false;     // and is made anew once everything is gone

    // Ids of what is there to be written on, and is not yet.
    std::map<catalogue::NoteKind, catalogue::NoteId> fresh;

    // What I and O marked, in the clip with this cue.
    struct Marks {
        std::uint64_t cue = 0;
        std::optional<catalogue::SourceTime> in;
        std::optional<catalogue::SourceTime> out;
        std::optional<catalogue::NoteId> pin;  // that was kept of this clip last
    };
    Marks marks;

    // A pin that was kept before the captions were read: its sentence comes with them.
    struct Unquoted {
        std::uint64_t cue = 0;
        catalogue::NoteId pin;
        catalogue::SourceTime moment{};
    };
    std::optional<Unquoted> unquoted;

    // The sheet for a talk.
    struct Hook {
        std::set<std::string> without;      // lines that are not to be on it
        std::optional<ui::SheetView> view;  // of the next two, while it is open
        catalogue::Notebook of;
        std::set<std::string> of_without;
    };
    Hook hook;

    // Where a copy can go, while it is asked whether all is to be cleared.
    std::unique_ptr<Awaited<std::vector<TakeAlongPlace>>> finding_places;
    std::vector<TakeAlongPlace> take_along;

    // The note that the thought beside the film is, and the clip it is about.
    struct Thought {
        std::uint64_t cue = 0;
        catalogue::NoteId id;
    };
    Thought thought;

    // Does something to the notebook, so that it can be undone.
    template <class Deed>
    void change(Deed deed) {
        const catalogue::Notebook before = store->notebook();
        deed(*store);
        history.note(before, store->notebook());
    }
    catalogue::NoteId fresh_id(catalogue::NoteKind kind) {
        catalogue::NoteId& id = fresh[kind];
        if (id.text.empty() || catalogue::find_note(store->notebook(), id) != nullptr) {
            id = new_note_id();
        }
        return id;
    }
    // Those of the clip with this cue: what was marked in another is forgotten.
    Marks& marks_in(std::uint64_t cue) {
        if (marks.cue != cue) {
            marks = {};
            marks.cue = cue;
        }
        return marks;
    }
};

}  // namespace app
