#include "player/app/notebook/take_along.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "catalogue/text.h"
#include "catalogue/words.h"
#include "player/app/storage/folders.h"

namespace app {
using catalogue::_;

namespace fs = std::filesystem;

namespace {

// Where this desktop shows sticks to this user.
std::vector<fs::path> stick_folders() {
    const passwd* user = ::getpwuid(::getuid());
    if (user == nullptr) return {};
    return {fs::path{"/media"} / user->pw_name, fs::path{"/run/media"} / user->pw_name};
}

}  // namespace

std::vector<TakeAlongPlace> take_along_places(const fs::path& documents,
                                              const std::vector<fs::path>& mounts) {
    constexpr std::size_t most_sticks = 4;
    std::vector<TakeAlongPlace> sticks;
    for (const fs::path& mount : mounts) {
        std::error_code error;
        for (fs::directory_iterator entry(mount, error), end; !error && entry != end;
             entry.increment(error)) {
            const fs::path& folder = entry->path();
            sticks.push_back({catalogue::printable(folder.filename().string()), folder});
        }
    }
    std::ranges::sort(sticks, {}, &TakeAlongPlace::folder);
    sticks.resize(std::min(sticks.size(), most_sticks));
    sticks.insert(sticks.begin(), {_("my documents"), documents});
    return sticks;
}

std::vector<TakeAlongPlace> find_take_along_places() {
    return take_along_places(documents_folder(), stick_folders());
}

}  // namespace app
