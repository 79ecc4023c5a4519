// A notebook's files in the folder that a teacher chose, perhaps on a share that other computers
// write into, too, without a lock that all of them would heed.
//
// Every document says which savings of which writers it has taken in
// (catalogue/notebook_lineage.h). What is saved is first kept as a version of its own, flushed,
// under a name that nobody else takes; only then is it written aside, compared with what is there
// and put in its place. Between comparing and replacing another computer may do the same: what was
// overtaken is still a version, and is offered to be brought together.
//
// Why nothing is lost, whatever others do meanwhile: whoever removes a version or a copy has a
// flushed version that holds all of it. Holding all of another is a partial order, and strict
// between versions, as each has a number of its own writer that none before it has. So of those
// that hold all of a version one is never removed: take the last in the order. Wherever a saving is
// removed, another one that holds all of it is there: what all together hold never becomes less.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/notebook.h"
#include "player/app/notebook/names.h"
#include "player/app/notebook/states.h"
#include "player/app/storage/disk.h"

namespace app {

// Waits for the disk: one thread, that may be left behind. What can fail gives an errno, and is
// tried again by calling it again: whatever was there before, or what was to be there, is there.
class NotebookWriter {
public:
    enum class Missing { IsAnError, IsMade };  // the folder

    // @param writer   an id from new_writer_id(), of this run alone
    // @param draw_id  names of what is on its way: a test can have them by its seed
    NotebookWriter(std::filesystem::path folder, std::string name, Missing missing,
                   std::string writer, Disk& disk,
                   std::function<std::string()> draw_id = new_writer_id);

    struct Opened {
        std::optional<catalogue::Notebook> notebook;  // nothing: there is none yet
        bool was_damaged = false;  // and is set aside; `notebook` is the newest whole version
        bool is_foreign = false;   // not for this version to read: we write into a copy
    };
    int open(Opened& opened, std::chrono::sys_seconds now);

    // Puts `text`, from to_text(), with its lineage into the file, or into a copy when somebody
    // else has changed it.
    int save(const std::string& text, std::chrono::sys_seconds now);

    // Whether the file holds `text` as far as we know.
    bool holds(std::string_view text) const { return saved_ == text; }
    // Whether what is saved goes into a copy.
    bool writes_copy() const { return is_copy_; }
    // Under which names something is offered that the notebook's file does not hold all of: copies,
    // and versions of whoever was overtaken.
    int find_copies(std::vector<std::string>& names);

    // One notebook of `ours`, what is in the file and all that find_copies() offers. It is in the
    // file afterwards, and the copies that are in it are gone. What one side has seen and taken
    // away stays away.
    int bring_together(const catalogue::Notebook& ours, catalogue::Notebook& together,
                       std::chrono::sys_seconds now);

    // Every file of it. Goes on where it failed.
    int erase();

private:
    struct Kept {  // the last version of ours
        std::string words;
        std::string document;
        catalogue::Lineage lineage;
    };

    std::filesystem::path target() const;
    int keep_version(const std::string& words, std::chrono::sys_seconds now);
    int replace(const std::string& document);
    bool may_replace(const std::string& there) const;
    int set_aside_damaged();
    int newest_version(std::optional<catalogue::Notebook>& notebook);
    int read_main(std::string& text);
    int take_in_main(catalogue::Notebook& together, bool& is_foreign);
    int take_in(const NotebookStates::State& state, catalogue::Notebook& together);
    int merge_in(const std::string& text, catalogue::Notebook& together);
    void drop_old_versions();
    void drop_copies_taken_in(const std::vector<NotebookStates::State>& taken_in);
    void clear_ways(std::chrono::sys_seconds now);

    const std::filesystem::path folder_;
    const std::string name_;
    const Missing missing_;
    const std::string writer_;
    Disk& disk_;
    const std::function<std::string()> draw_id_;

    NotebookStates states_;
    catalogue::Lineage held_;   // of the notebook at hand, with our own last saving
    std::uint64_t number_ = 0;  // of our last saving
    std::optional<Kept> kept_;
    std::optional<std::string> known_;  // the text that the target holds as far as we know
    std::optional<std::string> saved_;  // the words of it, when they are flushed
    bool is_copy_ = false;
    std::string copy_digits_;
    std::vector<std::string> ways_;  // what was on its way at the opening
    std::chrono::sys_seconds opened_at_{};
    std::chrono::sys_seconds last_version_{};
};

}  // namespace app
