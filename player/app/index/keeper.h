// Saves an index while its author goes on: every change, in a thread of its own, and never over
// what somebody else wrote.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "catalogue/problem.h"
#include "player/app/storage/disk.h"

namespace app {

// Where an author's marks are.
struct IndexSafety {
    enum class State {
        Unchanged,  // nothing was marked yet
        Saving,
        Saved,
        Beside,   // the index was changed by somebody else: the marks are in a file next to it
        Rescued,  // the module cannot be written: the marks are in the program's own folder
        Nowhere,  // nor that
    } state = State::Unchanged;
    std::filesystem::path where;  // of Beside and Rescued
    std::string why;              // of Rescued and Nowhere

    bool operator==(const IndexSafety&) const = default;
};

// One saving after another; one thread.
class IndexSaver {
public:
    // @param file    index/<id>.yaml
    // @param loaded  what was in it when the author began; nothing when it was not there
    // @param rescue  a file of the program's own folder, for marks that the module does not take
    IndexSaver(std::filesystem::path file, std::optional<std::string> loaded,
               std::filesystem::path rescue, Disk& disk = real_disk());

    // Writes the text as the index, if the index is still as it was left. What it was before the
    // first time is kept beside it (".before").
    IndexSafety save(const std::string& text);
    // The same whatever the index is by now; that is kept as ".before".
    IndexSafety save_over(const std::string& text);

private:
    IndexSafety write(const std::string& text, const std::optional<std::string>& there);
    IndexSafety rescue(const std::string& text, const catalogue::Problem& problem);
    void let_others_read();

    const std::filesystem::path file_;
    const std::filesystem::path rescue_;
    Disk& disk_;
    std::optional<std::string> left_;   // what the index was left as
    std::optional<std::string> tried_;  // may be there, though saving it failed
    bool before_kept_ = false;
    bool rescued_ = false;
};

// Main thread, but for the disk.
class IndexKeeper {
public:
    // @param wake  called in the saving thread when something was saved, or was not
    IndexKeeper(IndexSaver saver, std::function<void()> wake);
    // Saves what waits, however long that takes.
    ~IndexKeeper();
    IndexKeeper(const IndexKeeper&) = delete;
    IndexKeeper& operator=(const IndexKeeper&) = delete;

    // Soon; of several texts the last one counts.
    void keep(std::string text);
    // Once, over what somebody else wrote.
    void keep_over(std::string text);
    IndexSafety safety() const;

private:
    void work(const std::stop_token& stop);

    IndexSaver saver_;  // the saving thread's
    const std::function<void()> wake_;

    struct Shared {  // everything two threads touch
        mutable std::mutex mutex;
        std::condition_variable_any changed;
        std::optional<std::string> waiting;  // guarded by mutex
        bool over = false;                   // guarded by mutex
        IndexSafety safety;                  // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
