#include "player/app/notebook_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <map>
#include <ranges>
#include <utility>

#include "player/app/notebook_versions.h"
#include "player/app/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::Notebook;
using std::chrono::sys_seconds;

std::optional<Notebook> notebook_from(const std::string& text) {
    auto read = catalogue::read_notebook(text, {});
    return read ? std::optional{*std::move(read)} : std::nullopt;
}

std::string large(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

}  // namespace

NotebookWriter::NotebookWriter(fs::path folder, std::string name, Missing missing,
                               std::string writer, Disk& disk)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      versions_(versions_folder(folder_, name_)),
      missing_(missing),
      writer_(std::move(writer)),
      disk_(disk) {}

fs::path NotebookWriter::target() const {
    return notebook_file(folder_, is_copy_ ? copy_name(name_, writer_) : name_);
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
    Names names;
    if (const int error = list_versions(names); error != 0) return error;
    for (const std::string& name : names | std::views::reverse) {
        const auto version = version_from(name);
        if (!version || version->of_copy) continue;
        std::string text;
        const int error = disk_.read(versions_ / name, text);
        if (error != 0 && error != ENOENT) return error;
        notebook = notebook_from(text);
        if (notebook) break;
    }
    return 0;
}

int NotebookWriter::set_aside_damaged() {
    const fs::path aside = notebook_file(folder_, damaged_name(name_, new_writer_id()));
    if (const int error = disk_.rename(target(), aside); error != 0) return error;
    return disk_.flush_folder(folder_);
}

int NotebookWriter::list_versions(Names& names) {
    std::vector<std::string> there;
    const int error = disk_.list(versions_, there);
    names = Names(there.begin(), there.end());
    return error == ENOENT ? 0 : error;
}

int NotebookWriter::save(const std::string& text, sys_seconds now) {
    if (holds(text)) return 0;
    std::vector<std::string> names;
    // A share that is gone must not be made anew on the disk below it.
    if (const int error = disk_.list(folder_, names); error != 0) return error;
    if (known_ != text) {
        Names before;
        if (const int error = list_versions(before); error != 0) return error;
        if (const int error = keep_version(text, now); error != 0) return error;
        if (!unchecked_) unchecked_ = std::move(before);
        if (const int error = replace(text); error != 0) return error;
    }
    // Also when it failed the last time, after the renaming.
    if (const int error = disk_.flush_folder(folder_); error != 0) return error;
    if (const int error = keep_what_was_overtaken(text); error != 0) return error;
    drop_old_versions();
    clear_ways(now);
    return 0;
}

int NotebookWriter::keep_version(const std::string& text, sys_seconds now) {
    if (const int error = disk_.make_folder(versions_); error != 0) return error;
    const std::string hash = text_hash_of(text);
    // Of one writer no two have the same second, so that their names are in order.
    last_version_ = std::max(now, last_version_ + std::chrono::seconds{1});
    const fs::path file = versions_ / file_name_of({last_version_, writer_, is_copy_, hash});
    int error = write_new_file(file, text, disk_);
    if (error == EEXIST) {
        std::string there;
        error = disk_.read(file, there);
        if (error != 0) return error;
        if (there != text) {  // begun, and broken off
            if (error = disk_.remove(file); error != 0) return error;
            error = write_new_file(file, text, disk_);
        }
    }
    if (error == 0) error = disk_.flush_folder(versions_);
    if (error != 0) {
        disk_.remove(file);
        return error;
    }
    own_.insert(hash);
    return 0;
}

bool NotebookWriter::may_replace(const std::string& there) const {
    return known_ == there || (is_copy_ && own_.contains(text_hash_of(there)));
}

int NotebookWriter::replace(const std::string& text) {
    const fs::path aside = target().string() + fmt::format(".{}.new", new_writer_id());
    int error = write_new_file(aside, text, disk_);
    std::string there;
    bool is_there = false;
    if (error == 0) {
        const int reading = disk_.read(target(), there);
        is_there = reading == 0;
        if (reading != ENOENT) error = reading;
    }
    if (error == 0 && is_there && there != text && !may_replace(there)) {
        disk_.remove(aside);
        if (catalogue::find_damage(there, {})) {
            error = set_aside_damaged();
        } else if (is_copy_) {
            writer_ = new_writer_id();  // somebody else's copy has our name
        } else {
            known_.reset();
            is_copy_ = true;
        }
        return error != 0 ? error : replace(text);
    }
    if (error == 0 && !(is_there && there == text)) {
        error = disk_.rename(aside, target());
        if (error == 0) {
            known_ = text;
            return 0;
        }
    }
    if (error != EEXIST) disk_.remove(aside);
    if (error != 0) return error;
    known_ = text;  // it was there: a renaming had been done, and was told to have failed
    return 0;
}

int NotebookWriter::keep_what_was_overtaken(const std::string& text) {
    if (!unchecked_) return 0;
    Names names;
    if (const int error = list_versions(names); error != 0) return error;
    std::map<std::string, std::string> newest;  // of each other writer
    for (const std::string& name : names) {
        const auto version = version_from(name);
        if (version && !version->of_copy && version->writer != writer_ &&
            !own_.contains(version->text_hash) && !unchecked_->contains(name)) {
            newest[version->writer] = name;
        }
    }
    std::string main;
    const int reading = newest.empty() ? 0 : disk_.read(notebook_file(folder_, name_), main);
    if (reading != 0 && reading != ENOENT) return reading;
    bool overlapped = false;
    for (const auto& [writer, name] : newest) {
        std::string theirs;
        const int error = disk_.read(versions_ / name, theirs);
        if (error != 0 && error != ENOENT) return error;
        // One that is not whole is still being written: its writer compares after that.
        if (!notebook_from(theirs)) continue;
        overlapped = true;
        if (theirs == main) continue;
        if (const int failure = make_copy(writer, theirs); failure != 0) return failure;
    }
    if (overlapped && !is_copy_) {
        if (const int error = make_copy(writer_, text); error != 0) return error;
    }
    unchecked_.reset();
    return 0;
}

// Made where it stays: whoever comes second finds that it is there. What fails is left lying, for
// under its name may be somebody else's by now.
int NotebookWriter::make_copy(const std::string& digits, const std::string& text) {
    const std::string hash = large(text_hash_of(text));
    int error = EEXIST;
    for (const std::string& tried : {digits, hash, hash.substr(4), hash.substr(8)}) {
        const fs::path file = notebook_file(folder_, copy_name(name_, tried));
        error = write_new_file(file, text, disk_);
        if (error == 0) return disk_.flush_folder(folder_);
        if (error == ENOENT) continue;  // taken away while it was written, and not whole
        if (error != EEXIST) return error;
        std::string there;
        const int reading = disk_.read(file, there);
        if (reading != 0 && reading != ENOENT) return reading;
        if (there == text) return disk_.flush_folder(folder_);
    }
    return error;
}

void NotebookWriter::drop_old_versions() {
    Names names;
    if (list_versions(names) != 0) return;
    std::vector<NotebookVersion> versions;
    for (const std::string& name : names) {
        if (const auto version = version_from(name)) versions.push_back(*version);
    }
    for (const NotebookVersion& version : versions_to_drop(std::move(versions), writer_))
        disk_.remove(versions_ / file_name_of(version));
}

// What was on its way when we came and still is, is on no way any more.
void NotebookWriter::clear_ways(sys_seconds now) {
    using namespace std::chrono_literals;
    if (now - opened_at_ < 10min) return;
    for (const std::string& name : std::exchange(ways_, {}))
        disk_.remove(folder_ / name);
}

int NotebookWriter::find_copies(std::vector<std::string>& names) {
    std::vector<std::string> there;
    if (const int error = disk_.list(folder_, there); error != 0) return error;
    names.clear();
    for (const std::string& file_name : there) {
        if (auto copy = copy_of(name_, file_name)) names.push_back(*std::move(copy));
    }
    std::ranges::sort(names);
    return 0;
}

int NotebookWriter::bring_together(const Notebook& ours, Notebook& together, sys_seconds now) {
    const auto was_known = known_;
    const bool was_copy = is_copy_;
    const auto go_back = [&](int error) {
        known_ = was_known;
        is_copy_ = was_copy;
        return error;
    };
    together = ours;
    std::vector<std::string> copies;
    if (const int error = find_copies(copies); error != 0) return error;

    is_copy_ = false;
    std::string text;
    int error = disk_.read(target(), text);
    if (error != 0 && error != ENOENT) return go_back(error);
    if (error == 0) {
        const auto there = notebook_from(text);
        if (!there && !catalogue::find_damage(text, {})) return go_back(0);  // not ours to read
        if (there && text != was_known) {
            // What it lacks may have been overtaken rather than taken away: nobody's words go.
            together = catalogue::merge(std::nullopt, together, *there);
        }
        known_ = text;
        if (!there) {
            if (error = set_aside_damaged(); error != 0) return go_back(error);
            known_.reset();
        }
    } else {
        known_.reset();
    }

    std::vector<std::pair<std::string, std::string>> taken_in;
    for (const std::string& copy : copies) {
        error = disk_.read(notebook_file(folder_, copy), text);
        if (error == ENOENT) continue;
        if (error != 0) return go_back(error);
        const auto read = notebook_from(text);
        if (!read) continue;
        if (!own_.contains(text_hash_of(text))) {
            together = catalogue::merge(std::nullopt, together, *read);
        }
        taken_in.emplace_back(copy, text);
    }
    if (error = save(catalogue::to_text(together), now); error != 0) return go_back(error);
    if (is_copy_) return 0;  // somebody was quicker: another time
    // They are in the notebook: that one still lies there as a copy, too, does no harm.
    for (const auto& [copy, was] : taken_in) {
        if (put_away(copy, was, together, now) != 0) break;
    }
    return 0;
}

// Takes a copy out of its writer's reach, and what was written into it meanwhile into the notebook;
// then it is a version. Until then it is a copy like any other.
int NotebookWriter::put_away(const std::string& copy, const std::string& was, Notebook& together,
                             sys_seconds now) {
    fs::path claimed;
    std::string text;
    int error = 0;
    while (error == 0) {
        claimed = notebook_file(folder_, copy_name(name_, new_writer_id()));
        error = disk_.read(claimed, text);
    }
    if (error == ENOENT) error = disk_.rename(notebook_file(folder_, copy), claimed);
    if (error == 0) error = disk_.read(claimed, text);
    if (error == ENOENT) return 0;  // somebody else puts it away
    if (error != 0) return error;
    if (text != was) {
        const auto more = notebook_from(text);
        if (!more) return 0;
        Notebook all = catalogue::merge(std::nullopt, together, *more);
        if (error = save(catalogue::to_text(all), now); error != 0) return error;
        if (is_copy_) return 0;
        together = std::move(all);
    }
    last_version_ = std::max(now, last_version_ + std::chrono::seconds{1});
    const NotebookVersion version{last_version_, writer_, true, text_hash_of(text)};
    if (error = disk_.rename(claimed, versions_ / file_name_of(version)); error != 0) return error;
    return disk_.flush_folder(folder_);
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
    Names versions;
    if (const int error = list_versions(versions); error != 0) return error;
    for (const std::string& name : versions)
        remove(versions_ / name);
    if (failure != 0) return failure;
    disk_.remove(versions_);
    disk_.remove(versions_.parent_path());  // unless other notebooks have versions there
    known_.reset();
    unchecked_.reset();
    return disk_.flush_folder(folder_);
}

}  // namespace app
