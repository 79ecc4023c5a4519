#include "player/app/prelude_shelf.h"

#include <algorithm>
#include <vector>

#include "player/app/folders.h"

namespace app {
namespace {

namespace fs = std::filesystem;

struct Kept {
    fs::path file;
    fs::file_time_type asked_for;
    std::uintmax_t bytes = 0;
};

std::vector<Kept> all_in(const fs::path& folder) {
    std::vector<Kept> all;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        const Kept kept{at->path(), at->last_write_time(gone), at->file_size(gone)};
        if (!gone) {
            all.push_back(kept);
        }
    }
    return all;
}

}  // namespace

fs::path prelude_folder() {
    return cache_folder() / "preludes";
}

PreludeShelf::PreludeShelf(fs::path root, fs::path folder, std::uintmax_t most_bytes, Make make)
    : root_(std::move(root)),
      folder_(std::move(folder)),
      most_bytes_(most_bytes),
      make_(std::move(make)),
      began_(fs::file_time_type::clock::now()) {}

void PreludeShelf::keep(const catalogue::Answer& answer, const std::stop_token& stop) {
    const media::ClipOrder clip{{root_, answer.film}, answer.trim};
    const std::optional<std::string> name = media::prelude_name(clip, stop);
    if (!name) {
        return;
    }
    std::error_code error;
    if (!fs::exists(folder_ / *name, error) && !make_room()) {
        return;
    }
    const catalogue::Result<media::PreludeMade> made = make_(clip, folder_, stop);
    if (made && *made == media::PreludeMade::Made) {
        // The time of a prelude says when it was last asked for.
        fs::last_write_time(folder_ / *name, fs::file_time_type::clock::now(), error);
    }
}

bool PreludeShelf::make_room() {
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
    std::vector<Kept> all = all_in(folder_);
    std::sort(all.begin(), all.end(),
              [](const Kept& a, const Kept& b) { return a.asked_for < b.asked_for; });
    std::uintmax_t bytes = 0;
    for (const Kept& kept : all) {
        bytes += kept.bytes;
    }
    for (const Kept& kept : all) {
        if (bytes < most_bytes_) {
            break;
        }
        if (kept.asked_for >= began_) {
            full_ = true;
            break;
        }
        if (fs::remove(kept.file, error)) {
            bytes -= kept.bytes;
        }
    }
    return !full_;
}

}  // namespace app
