#include "player/app/notebook/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <ranges>
#include <utility>

#include "player/app/notebook/versions.h"
#include "player/app/storage/storage.h"

namespace app {

namespace fs = std::filesystem;
using catalogue::holds_all_of;
using catalogue::Lineage;
using catalogue::Notebook;
using std::chrono::sys_seconds;

NotebookWriter::NotebookWriter(fs::path folder, std::string name, Missing missing,
                               std::string writer, Disk& disk, std::function<std::string()> draw_id)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      missing_(missing),
      writer_(std::move(writer)),
      disk_(disk),
      draw_id_(std::move(draw_id)),
      states_(folder_, name_, disk),
      copy_digits_(writer_) {}

fs::path NotebookWriter::target() const {
    return notebook_file(folder_, is_copy_ ? copy_name(name_, copy_digits_) : name_);
}

int NotebookWriter::open(Opened& opened, sys_seconds now) {
    std::vector<std::string> names;
    int error = disk_.list(folder_, names);
    if (error == ENOENT && missing_ == Missing::IsMade) error = disk_.make_folder(folder_);
    if (error != 0) return error;
    opened = {};
    opened_at_ = now;
    ways_.clear();
    std::ranges::copy_if(names, std::back_inserter(ways_),
                         [&](const std::string& name) { return is_on_its_way(name_, name); });
    std::string text;
    error = disk_.read(target(), text);
    if (error == ENOENT) return 0;
    if (error != 0) return error;
    if (auto read = notebook_from(text)) {
        opened.notebook = std::move(read);
        known_ = text;
        saved_ = catalogue::without_lineage(text);
        held_ = catalogue::lineage_in(text);
        return 0;
    }
    if (!catalogue::find_damage(text, {})) {
        opened.is_foreign = true;
        is_copy_ = true;
        return 0;
    }
    // The version is looked for first: should that fail, the damage is found again.
    if (error = newest_version(opened.notebook); error != 0) return error;
    if (error = set_aside_damaged(); error != 0) return error;
    opened.was_damaged = true;
    return 0;
}

int NotebookWriter::newest_version(std::optional<Notebook>& notebook) {
    if (const int error = states_.look(); error != 0) return error;
    for (const auto& [version, lineage] : states_.versions() | std::views::reverse) {
        if (version.of_copy) continue;
        std::string text;
        const int error = disk_.read(states_.file_of(version), text);
        if (error != 0 && error != ENOENT) return error;
        notebook = error == 0 ? notebook_from(text) : std::nullopt;
        if (!notebook) continue;
        held_ = lineage;
        break;
    }
    return 0;
}

int NotebookWriter::set_aside_damaged() {
    const fs::path aside = notebook_file(folder_, damaged_name(name_, draw_id_()));
    if (const int error = disk_.rename(target(), aside); error != 0) return error;
    return disk_.flush_folder(folder_);
}

int NotebookWriter::save(const std::string& text, sys_seconds now) {
    if (holds(text)) return 0;
    std::vector<std::string> names;
    // A share that is gone must not be made anew on the disk below it.
    if (const int error = disk_.list(folder_, names); error != 0) return error;
    if (!kept_ || kept_->words != text || kept_->lineage != held_) {
        if (const int error = keep_version(text, now); error != 0) return error;
    }
    if (known_ != kept_->document) {
        if (const int error = replace(kept_->document); error != 0) return error;
    }
    // Also when it failed the last time, after the renaming.
    if (const int error = disk_.flush_folder(folder_); error != 0) return error;
    saved_ = text;
    drop_old_versions();
    clear_ways(now);
    return 0;
}

int NotebookWriter::keep_version(const std::string& words, sys_seconds now) {
    if (const int error = disk_.make_folder(versions_folder(folder_, name_)); error != 0) {
        return error;
    }
    Lineage lineage = held_;
    lineage[writer_] = ++number_;
    while (lineage.size() > catalogue::most_writers)
        lineage.erase(lineage.begin()->first == writer_ ? std::next(lineage.begin())
                                                        : lineage.begin());
    std::string document = catalogue::with_lineage(words, lineage);
    // Of one writer no two have the same second, so that their names are in order.
    last_version_ = std::max(now, last_version_ + std::chrono::seconds{1});
    const fs::path file =
        states_.file_of({last_version_, writer_, is_copy_, text_hash_of(document)});
    int error = write_new_file(file, document, disk_);
    if (error == 0) error = disk_.flush_folder(file.parent_path());
    if (error != 0) {
        disk_.remove(file);
        return error;
    }
    held_ = lineage;
    kept_ = Kept{words, std::move(document), std::move(lineage)};
    return 0;
}

bool NotebookWriter::may_replace(const std::string& there) const {
    const Lineage lineage = catalogue::lineage_in(there);
    return known_ == there || (!lineage.empty() && holds_all_of(kept_->lineage, lineage));
}

int NotebookWriter::replace(const std::string& document) {
    const fs::path aside = target().string() + fmt::format(".{}.new", draw_id_());
    int error = write_new_file(aside, document, disk_);
    std::string there;
    bool is_there = false;
    if (error == 0) {
        const int reading = disk_.read(target(), there);
        is_there = reading == 0;
        if (reading != ENOENT) error = reading;
    }
    if (error == 0 && is_there && there != document && !may_replace(there)) {
        disk_.remove(aside);
        if (catalogue::find_damage(there, {})) {
            error = set_aside_damaged();
        } else if (is_copy_) {
            copy_digits_ = draw_id_();  // somebody else's copy has our name
        } else {
            known_.reset();
            is_copy_ = true;
        }
        return error != 0 ? error : replace(document);
    }
    if (error == 0 && !(is_there && there == document)) {
        error = disk_.rename(aside, target());
        if (error == 0) {
            known_ = document;
            return 0;
        }
    }
    if (error != EEXIST) disk_.remove(aside);
    if (error != 0) return error;
    known_ = document;  // it was there: a renaming had been done, and was told to have failed
    return 0;
}

void NotebookWriter::drop_old_versions() {
    if (states_.look() != 0) return;
    std::vector<NotebookVersion> versions;
    for (const auto& [version, lineage] : states_.versions())
        versions.push_back(version);
    for (const NotebookVersion& version : versions_to_drop(std::move(versions), writer_)) {
        const Lineage& lineage = states_.versions().at(version);
        if (lineage != kept_->lineage && holds_all_of(kept_->lineage, lineage)) {
            disk_.remove(states_.file_of(version));
        }
    }
}

// What was on its way when we came and still is, is on no way any more.
void NotebookWriter::clear_ways(sys_seconds now) {
    using namespace std::chrono_literals;
    if (now - opened_at_ < 10min) return;
    for (const std::string& name : std::exchange(ways_, {}))
        disk_.remove(folder_ / name);
}

int NotebookWriter::erase() {
    int failure = 0;
    const auto remove = [&](const fs::path& file) {
        const int error = disk_.remove(file);
        if (error != 0 && error != ENOENT && failure == 0) failure = error;
    };
    std::vector<std::string> names;
    if (const int error = disk_.list(folder_, names); error != 0) return error;
    for (const std::string& name : names) {
        if (belongs_to(name_, name)) remove(folder_ / name);
    }
    const fs::path versions = versions_folder(folder_, name_);
    std::vector<std::string> kept;
    const int error = disk_.list(versions, kept);
    if (error != 0 && error != ENOENT) return error;
    for (const std::string& name : kept)
        remove(versions / name);
    if (failure != 0) return failure;
    disk_.remove(versions);
    disk_.remove(versions.parent_path());  // unless other notebooks have versions there
    known_.reset();
    saved_.reset();
    kept_.reset();
    return disk_.flush_folder(folder_);
}

}  // namespace app
