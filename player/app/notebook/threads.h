// The two threads of a notebook's store: one keeps the journal on this machine, one the file in the
// folder. Private to the store.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "player/app/notebook/journal_file.h"
#include "player/app/notebook/store.h"
#include "player/app/notebook/writer.h"

namespace app {

// Everything that the main thread and the two touch; all of it is guarded by mutex, but for `wake`.
struct NotebookShared {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::function<void()> wake;  // never changes

    // Said by the main thread.
    catalogue::Notebook wanted;
    std::uint64_t generation = 0;  // of wanted; 0: nothing was typed or found
    std::optional<NotebookTime> unsaved_since;
    std::optional<std::string> base;  // what the file holds of wanted, for the journal's beginning
    std::uint64_t base_number = 0;
    bool found_is_in = false;  // wanted holds what the journals held
    bool flush = false;
    bool bring_together = false;
    bool erase = false;
    bool closing = false;

    // Said by the journal's thread.
    std::optional<std::vector<NotebookJournalFile::Left>> left;
    std::uint64_t recorded = 0;  // the generation
    int journal_error = 0;
    std::optional<NotebookTime> journal_busy_since;
    bool journal_erased = false;
    bool journal_done = false;

    // Said by the file's thread.
    struct Found {
        NotebookWriter::Opened opened;
        std::optional<std::string> text;  // as base
    };
    std::optional<Found> found;
    struct Together {
        catalogue::Notebook ours;  // that it began with
        catalogue::Notebook together;
        std::optional<std::string> text;
    };
    std::optional<Together> together;
    // What it gave has not been taken in: what is wanted lacks it and must not be saved over it.
    bool awaits_main = false;
    std::uint64_t saved = 0;
    int folder_error = 0;
    std::optional<NotebookTime> folder_busy_since;
    std::vector<std::string> copies;
    bool is_copy = false;
    bool was_damaged = false;
    bool has_version = false;
    bool is_foreign = false;
    bool folder_erased = false;
    bool file_done = false;
};

// Each returns when it is closing and all is done that can be, or when it is stopped.
void keep_notebook_journal(NotebookShared& shared, const NotebookPlace& place,
                           const NotebookPace& pace, const std::shared_ptr<Disk>& disk,
                           const std::stop_token& stop);
void keep_notebook_file(NotebookShared& shared, const NotebookPlace& place,
                        const NotebookPace& pace, const std::shared_ptr<Disk>& disk,
                        const std::stop_token& stop);

}  // namespace app
