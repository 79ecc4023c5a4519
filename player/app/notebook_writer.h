// A notebook's files in the folder that a teacher chose, perhaps on a share that other computers
// write into, too, without a lock that all of them would heed.
//
// What is saved is first kept as a version of its own under a name that nobody else takes, then
// written aside, compared with what is there and put in its place. Between comparing and replacing
// another computer may do the same. So each looks, before its version and after the replacing,
// which versions there are: of two that overlap, at least one sees the other's, and makes copies of
// both.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/notebook.h"
#include "player/app/disk.h"
#include "player/app/notebook_names.h"

namespace app {

// Waits for the disk: one thread, that may be left behind. What can fail gives an errno, and is
// tried again by calling it again: whatever was there before, or what was to be there, is there.
class NotebookWriter {
public:
    enum class Missing { IsAnError, IsMade };  // the folder

    // @param writer  an id from new_writer_id(), of this run alone
    NotebookWriter(std::filesystem::path folder, std::string name, Missing missing,
                   std::string writer, Disk& disk);

    struct Opened {
        std::optional<catalogue::Notebook> notebook;  // nothing: there is none yet
        bool was_damaged = false;  // and is set aside; `notebook` is the newest whole version
        bool is_foreign = false;   // not for this version to read: we write into a copy
    };
    int open(Opened& opened, std::chrono::sys_seconds now);

    // Puts `text`, from to_text(), into the file, or into a copy when somebody else has changed it.
    int save(const std::string& text, std::chrono::sys_seconds now);

    // Whether the file holds `text` as far as we know.
    bool holds(std::string_view text) const { return known_ == text && !unchecked_; }
    // Whether what is saved goes into a copy.
    bool writes_copy() const { return is_copy_; }
    // The names of all copies.
    int find_copies(std::vector<std::string>& names);

    // One notebook of `ours`, what is in the file and all copies. It is in the file afterwards, and
    // the copies that are in it are gone.
    int bring_together(const catalogue::Notebook& ours, catalogue::Notebook& together,
                       std::chrono::sys_seconds now);

    // Every file of it. Goes on where it failed.
    int erase();

private:
    using Names = std::set<std::string>;

    std::filesystem::path target() const;
    int list_versions(Names& names);
    int keep_version(const std::string& text, std::chrono::sys_seconds now);
    int replace(const std::string& text);
    int set_aside_damaged();
    bool may_replace(const std::string& there) const;
    int keep_what_was_overtaken(const std::string& text);
    int make_copy(const std::string& digits, const std::string& text);
    int newest_version(std::optional<catalogue::Notebook>& notebook);
    void drop_old_versions();
    void clear_ways(std::chrono::sys_seconds now);
    int put_away(const std::string& copy, const std::string& was, catalogue::Notebook& together,
                 std::chrono::sys_seconds now);

    const std::filesystem::path folder_;
    const std::string name_;
    const std::filesystem::path versions_;
    const Missing missing_;
    std::string writer_;
    Disk& disk_;

    std::optional<std::string> known_;  // the text that the target holds as far as we know
    bool is_copy_ = false;
    std::set<std::string> own_;  // hashes of what this writer wrote
    // The versions that there were before the last saving, until what came since was looked at.
    std::optional<Names> unchecked_;
    std::vector<std::string> ways_;  // what was on its way at the opening
    std::chrono::sys_seconds opened_at_{};
    std::chrono::sys_seconds last_version_{};
};

}  // namespace app
