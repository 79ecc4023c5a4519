#include "player/app/storage/kept_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace app {

namespace fs = std::filesystem;

KeptFiles::KeptFiles(fs::path folder, std::uintmax_t most_bytes)
    : folder_(std::move(folder)),
      most_bytes_(most_bytes),
      began_(fs::file_time_type::clock::now()) {}

// With the lock held.
void KeptFiles::look() {
    looked_ = true;
    std::error_code error;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        const File file{at->last_write_time(gone), at->file_size(gone)};
        if (!gone && files_.emplace(at->path().filename().string(), file).second) {
            bytes_ += file.bytes;
        }
    }
}

bool KeptFiles::make_room() {
    const std::lock_guard lock(mutex_);
    if (full_) {
        return false;
    }
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::space_info disk = fs::space(folder_, error);
    if (error || disk.available < most_bytes_) {
        full_ = true;
        return false;
    }
    if (!looked_) {
        look();
    }
    while (bytes_ >= most_bytes_) {
        const auto oldest = std::ranges::min_element(
            files_, {}, [](const auto& entry) { return entry.second.asked_for; });
        if (oldest == files_.end() || oldest->second.asked_for >= began_) {
            full_ = true;
            return false;
        }
        fs::remove(folder_ / oldest->first, error);
        bytes_ -= oldest->second.bytes;
        files_.erase(oldest);
    }
    return true;
}

bool KeptFiles::asked_for(const std::string& name) {
    const std::lock_guard lock(mutex_);
    std::error_code error;
    const fs::path file = folder_ / name;
    const std::uintmax_t bytes = fs::file_size(file, error);
    if (error) {
        return false;
    }
    // The time of a file says when it was last asked for.
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(file, now, error);
    if (looked_) {
        File& known = files_[name];
        bytes_ += bytes - known.bytes;
        known = {now, bytes};
    }
    return true;
}

}  // namespace app
