// One pupil's notebook, and that nothing typed into it is ever lost: not by a crash, a power cut, a
// full disk, a share that is gone, or a second computer.
//
// Every change goes into a journal on this machine within a second, and into the notebook's own
// file in the folder that the teacher chose every other second. When that folder does not take it,
// typing goes on, status() says so in one sentence, and the file is written when the folder is
// back.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "catalogue/notebook.h"
#include "player/app/storage/disk.h"

namespace app {

// Where a notebook lies.
struct NotebookPlace {
    std::filesystem::path folder;   // chosen by the teacher, perhaps on a share
    std::string name;               // the file is `name`.notebook; see is_notebook_name
    std::filesystem::path kept_in;  // on this machine, for the journal: state_folder()

    // A folder that somebody chose is never made: one that is missing is a share that is gone.
    enum class Folder { IsThere, IsMadeWhenMissing };
    Folder chosen = Folder::IsThere;
};

// What may name a notebook: no folder, no ending, nothing hidden; at most 60 bytes.
bool is_notebook_name(std::string_view name);

// Never given to another note.
catalogue::NoteId new_note_id();

using NotebookTime = std::chrono::steady_clock::time_point;

struct NotebookPace {
    std::chrono::milliseconds between_records{400};  // of the journal
    std::chrono::milliseconds save_after{1500};      // the first change that is not in the file
    std::chrono::milliseconds try_again{2000};
    std::chrono::milliseconds closing{3000};  // how long it is waited for at the end
};

// Two disks, so that a test can take one of them away.
struct NotebookDisks {
    std::shared_ptr<Disk> folder;  // nothing: the real one
    std::shared_ptr<Disk> kept_in;
};

struct NotebookShared;

// Main thread only, and no function but the destructor ever waits, whatever the disks do: threads
// of its own reach for them, and are left behind when they hang.
class NotebookStore {
public:
    // Begins to open the notebook, or a new one where there is none. It can be written into at
    // once: what is then found on the disks is merged into it.
    //
    // @param wake  called in another thread when take_news() or status() has something new
    NotebookStore(NotebookPlace place, const catalogue::ModuleId& module,
                  std::function<void()> wake, NotebookPace pace = {}, NotebookDisks disks = {});
    // Saves what is left, for at most `pace.closing`; what the folder has not taken by then is in
    // the journal and is found when the notebook is opened again. Hand it over to Closing where
    // nobody may wait.
    ~NotebookStore();
    NotebookStore(const NotebookStore&) = delete;
    NotebookStore& operator=(const NotebookStore&) = delete;

    const catalogue::Notebook& notebook() const { return notebook_; }
    const NotebookPlace& place() const { return place_; }

    // A new note at the end, or another state of the one with this id. Texts are cleaned.
    // @returns false when there is no more room (most_notes and the like); nothing changed then
    bool put(catalogue::Note note);
    void remove(const catalogue::NoteId& id);
    void set_board(std::vector<catalogue::NoteId> board);
    void set_initials(std::string initials);
    // All at once, for undo. False when it is too large.
    bool change(catalogue::Notebook notebook);

    // Takes in what the disks brought. Call it when woken.
    // @returns whether notebook() is another now: opened, recovered or brought together
    bool take_news();

    // False until the folder has been read for the first time.
    bool opened() const { return opened_; }
    // False until this machine has told what an earlier run left in its journals.
    bool journals_read() const { return journals_read_; }

    // How far what is in notebook() has got.
    enum class Kept { InMemory, OnThisComputer, InFolder };
    Kept kept() const;

    // What is amiss and what comes of it, in one sentence for whoever is typing; nothing when all
    // is well. Within three seconds.
    std::optional<std::string> status(NotebookTime now) const;
    // When status() becomes another without a wake.
    std::optional<NotebookTime> next_change(NotebookTime now) const;

    // Writes the file now rather than in a moment.
    void flush();

    // Names of files beside this one that hold what went apart from it, on another computer or this
    // one: "ann (copy A7F3)". To be offered for bringing together.
    const std::vector<std::string>& copies() const { return copies_; }
    // Whether this one is itself such a copy now, because another computer was quicker.
    bool is_copy() const { return is_copy_; }
    // All of them become one notebook again: the union of their notes.
    void bring_together();

    // Takes the notebook, its copies, its versions and its journal from both disks, and empties
    // notebook(). Cannot be undone: ask first. Nothing is saved from then on.
    void erase();
    bool erased() const { return erased_; }  // from both disks

private:
    enum class Changed { Typed, TakenIn };
    void changed(Changed how);

    const NotebookPlace place_;
    std::chrono::milliseconds closing_{};
    catalogue::Notebook notebook_;
    std::uint64_t generation_ = 0;  // of notebook_
    bool opened_ = false;
    bool journals_read_ = false;
    bool is_copy_ = false;
    bool erased_ = false;
    std::vector<std::string> copies_;
    // What the file held when the journal that was found was begun.
    std::optional<catalogue::Notebook> found_base_;

    const std::shared_ptr<NotebookShared> shared_;  // with its lock
    std::jthread journal_thread_;
    std::jthread file_thread_;
};

}  // namespace app
