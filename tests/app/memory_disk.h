// A disk of values, in the test's hand: any call can fail, and the power can go at any call.
#pragma once

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "player/app/storage/disk.h"

namespace made_up {

// What a power cut does to what was not flushed.
enum class Unflushed { Kept, Dropped, Torn };

struct PowerCut {};

class MemoryDisk final : public app::Disk {
public:
    // The number of the call, from 1, that fails with `error`; a write has then written a half.
    int fail_at = 0;
    int fail_to = 0;  // the last that fails, when more than one does
    int error = EIO;
    int cut_at = 0;             // the power goes before this call: PowerCut is thrown
    bool short_writes = false;  // a byte less than half of what is asked for, and at least one
    int calls = 0;

    void put(const std::filesystem::path& file, const std::string& text) {
        names_[file] = flushed_names_[file] = std::make_shared<File>(File{text, text});
    }
    std::optional<std::string> text_of(const std::filesystem::path& file) const {
        const auto found = names_.find(file);
        return found == names_.end() ? std::nullopt : std::optional{found->second->text};
    }
    std::size_t files() const { return names_.size(); }
    std::vector<std::filesystem::path> file_names() const {
        std::vector<std::filesystem::path> names;
        for (const auto& [name, file] : names_)
            names.push_back(name);
        return names;
    }

    // What is there when the power is back.
    MemoryDisk after_power_cut(Unflushed names, Unflushed texts) const {
        MemoryDisk disk;
        for (const auto& [name, file] : names == Unflushed::Kept ? names_ : flushed_names_) {
            // What was flushed is not torn when more is appended to it.
            const std::string& whole = file->flushed;
            const std::string more =
                file->text.substr(file->text.starts_with(whole) ? whole.size() : 0);
            disk.put(name, texts == Unflushed::Kept      ? file->text
                           : texts == Unflushed::Dropped ? file->flushed
                           : file->text == file->flushed
                               ? file->text
                               : (more.size() < file->text.size() ? whole : "") +
                                     more.substr(0, more.size() / 2));
        }
        return disk;
    }

    int make_folder(const std::filesystem::path&) override { return step(); }
    Opened make_file(const std::filesystem::path& file) override {
        if (const int failure = step(); failure != 0) return {-1, failure};
        if (names_.contains(file)) return {-1, EEXIST};
        const auto made = std::make_shared<File>();
        names_[file] = made;
        open_[++last_descriptor_] = made;
        return {last_descriptor_, 0};
    }
    Written write(int descriptor, std::string_view text) override {
        const int failure = step();
        const bool in_part = (failure != 0 || short_writes) && text.size() > 1;
        const std::string_view taken = in_part ? text.substr(0, text.size() / 2) : text;
        open_.at(descriptor)->text += taken;
        if (failure != 0) return {0, failure};
        return {taken.size(), 0};
    }
    int flush(int descriptor) override {
        if (const int failure = step(); failure != 0) return failure;
        open_.at(descriptor)->flushed = open_.at(descriptor)->text;
        return 0;
    }
    int close(int descriptor) override {
        open_.erase(descriptor);
        return step();
    }
    int read(const std::filesystem::path& file, std::string& text) override {
        if (const int failure = step(); failure != 0) return failure;
        const auto found = names_.find(file);
        if (found == names_.end()) return ENOENT;
        text = found->second->text;
        return 0;
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        if (const int failure = step(); failure != 0) return failure;
        if (!names_.contains(from)) return ENOENT;
        names_[to] = names_.at(from);
        names_.erase(from);
        return 0;
    }
    int remove(const std::filesystem::path& file) override {
        if (const int failure = step(); failure != 0) return failure;
        return names_.erase(file) == 1 ? 0 : ENOENT;
    }
    int list(const std::filesystem::path& folder, std::vector<std::string>& names) override {
        if (const int failure = step(); failure != 0) return failure;
        names.clear();
        for (const auto& [name, file] : names_) {
            if (name.parent_path() == folder) names.push_back(name.filename().string());
        }
        return 0;
    }
    bool in_use(const std::filesystem::path& file) override {
        if (step() != 0) return false;
        return std::ranges::any_of(
            open_, [&](const auto& open) { return open.second == names_.at(file); });
    }
    int flush_folder(const std::filesystem::path&) override {
        if (const int failure = step(); failure != 0) return failure;
        flushed_names_ = names_;
        return 0;
    }

    bool all_closed() const { return open_.empty(); }

private:
    struct File {
        std::string text;
        std::string flushed;
    };
    int step() {
        ++calls;
        if (calls == cut_at) throw PowerCut{};
        return calls >= fail_at && calls <= std::max(fail_at, fail_to) ? error : 0;
    }

    std::map<std::filesystem::path, std::shared_ptr<File>> names_;
    std::map<std::filesystem::path, std::shared_ptr<File>> flushed_names_;
    std::map<int, std::shared_ptr<File>> open_;
    int last_descriptor_ = 2;
};

}  // namespace made_up
