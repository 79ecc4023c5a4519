// The journals of one notebook on this machine: what was typed and may not be in the notebook's
// file yet. Each run of the program writes one of its own. Its first record is what the file held
// when it was begun, or empty when that is not known.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/notebook.h"
#include "player/app/storage/disk.h"

namespace app {

// Waits for the disk: one thread, that may be left behind. What can fail gives an errno.
class NotebookJournalFile {
public:
    NotebookJournalFile(std::filesystem::path folder, std::string writer, Disk& disk);
    ~NotebookJournalFile();
    NotebookJournalFile(const NotebookJournalFile&) = delete;
    NotebookJournalFile& operator=(const NotebookJournalFile&) = delete;

    struct Left {
        std::optional<catalogue::Notebook> base;
        catalogue::Notebook latest;
    };
    // What programs that ended left behind and was never put into a file. Those that still run keep
    // theirs.
    int find(std::vector<Left>& left);

    enum class Found { IsKept, IsInThisOne };  // what find() gave
    // Begins a journal with these two texts; the one before is then removed, and what was found
    // when it is in this one.
    int begin(const std::string& base, const std::string& latest, Found found);
    bool begun() const { return descriptor_.has_value(); }

    // After a failure begin() another: what was written may be a part of a record.
    int append(const std::string& text);

    // Removes it, when all that it holds is in the notebook's file.
    int end();

    // All journals of this notebook, whoever writes them.
    int erase();

private:
    void close();
    void remove_found();

    const std::filesystem::path folder_;
    const std::string writer_;
    Disk& disk_;
    std::vector<std::string> found_;  // names
    int number_ = 0;
    std::optional<int> descriptor_;
    std::filesystem::path file_;
};

}  // namespace app
