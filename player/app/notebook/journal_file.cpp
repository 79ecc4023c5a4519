#include "player/app/notebook/journal_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <utility>

#include "catalogue/notebook_journal.h"
#include "player/app/storage/storage.h"

namespace app {

namespace fs = std::filesystem;
using catalogue::journal_record;

NotebookJournalFile::NotebookJournalFile(fs::path folder, std::string writer, Disk& disk)
    : folder_(std::move(folder)), writer_(std::move(writer)), disk_(disk) {}

NotebookJournalFile::~NotebookJournalFile() {
    close();
}

void NotebookJournalFile::close() {
    if (descriptor_) disk_.close(*std::exchange(descriptor_, std::nullopt));
}

int NotebookJournalFile::find(std::vector<Left>& left) {
    std::vector<std::string> names;
    const int error = disk_.list(folder_, names);
    if (error != 0 && error != ENOENT) return error;
    std::map<std::string, Left>
        last;  // of each writer; a later journal holds all of an earlier one
    found_.clear();
    std::ranges::sort(names);
    for (const std::string& name : names) {
        const fs::path file = folder_ / name;
        if (!name.ends_with(".journal") || disk_.in_use(file)) continue;
        std::string text;
        if (const int failure = disk_.read(file, text); failure != 0) {
            if (failure == ENOENT) continue;
            return failure;
        }
        const catalogue::JournalReading journal = catalogue::read_journal(text);
        // One without a whole record stays where it is: nobody knows what is in it.
        if (!journal.latest) continue;
        if (journal.records > 1) {
            auto latest = catalogue::read_notebook(*journal.latest, file);
            if (!latest) continue;
            Left one{std::nullopt, *std::move(latest)};
            if (auto base = catalogue::read_notebook(*journal.first, file)) {
                one.base = *std::move(base);
            }
            last.insert_or_assign(name.substr(0, name.find('-')), std::move(one));
        }
        found_.push_back(name);
    }
    left.clear();
    for (auto& [writer, one] : last) {
        if (one.base != one.latest) left.push_back(std::move(one));
    }
    // What they hold was in the file when they were begun.
    if (left.empty()) remove_found();
    return 0;
}

int NotebookJournalFile::begin(const std::string& base, const std::string& latest, Found found) {
    if (const int error = disk_.make_folder(folder_); error != 0) return error;
    Disk::Opened opened;
    fs::path file;
    do {
        file = folder_ / fmt::format("{}-{:06}.journal", writer_, ++number_);
        opened = disk_.make_file(file);
    } while (opened.error == EEXIST);
    if (opened.error != 0) return opened.error;
    // Both in any case: with one record a journal was not begun in full.
    const std::string records = journal_record(base) + journal_record(latest);
    int error = write_and_flush(opened.descriptor, records, disk_);
    if (error == 0) error = disk_.flush_folder(folder_);
    if (error != 0) {
        disk_.close(opened.descriptor);
        disk_.remove(file);
        return error;
    }
    if (descriptor_) {
        close();
        disk_.remove(file_);
    }
    descriptor_ = opened.descriptor;
    file_ = file;
    if (found == Found::IsInThisOne) remove_found();
    return 0;
}

void NotebookJournalFile::remove_found() {
    for (const std::string& name : std::exchange(found_, {}))
        disk_.remove(folder_ / name);
}

int NotebookJournalFile::append(const std::string& text) {
    return write_and_flush(*descriptor_, journal_record(text), disk_);
}

int NotebookJournalFile::end() {
    if (!descriptor_) return 0;
    close();
    if (const int error = disk_.remove(file_); error != 0) return error;
    disk_.remove(folder_);  // unless there are others
    return 0;
}

int NotebookJournalFile::erase() {
    close();
    std::vector<std::string> names;
    int failure = disk_.list(folder_, names);
    if (failure == ENOENT) return 0;
    for (const std::string& name : names) {
        const int error = disk_.remove(folder_ / name);
        if (error != 0 && error != ENOENT && failure == 0) failure = error;
    }
    if (failure != 0) return failure;
    disk_.remove(folder_);
    return 0;
}

}  // namespace app
