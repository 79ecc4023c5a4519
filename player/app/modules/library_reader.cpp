#include "player/app/modules/library_reader.h"

#include <algorithm>
#include <utility>

#include "player/app/storage/folders.h"

namespace app {
namespace {

namespace fs = std::filesystem;

std::vector<LibraryEntry> read_recent(const fs::path& folder) {
    std::optional<LibraryEntry> entry = read_entry(folder);
    return entry ? std::vector{*std::move(entry)} : std::vector<LibraryEntry>{};
}

}  // namespace

LibraryReader::LibraryReader(const std::vector<fs::path>& recent,
                             const std::function<void()>& wake) {
    for (const fs::path& folder : recent) {
        shelves_.emplace_back(
            folder, [folder] { return read_recent(folder); }, wake);
    }
    shelves_.emplace_back(fs::path{}, read_module_folders, wake);
}

bool LibraryReader::take(std::vector<LibraryEntry>& entries, std::chrono::milliseconds at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    bool more = !std::exchange(was_taken_, true);
    for (Shelf& shelf : shelves_) {
        if (shelf.entries) continue;
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        shelf.entries = shelf.reading.take(std::max(left, std::chrono::milliseconds::zero()));
        more = more || shelf.entries;
    }
    if (!more) return false;
    entries.clear();
    for (const Shelf& shelf : shelves_) {
        if (!shelf.entries) {
            if (!shelf.folder.empty()) entries.push_back({shelf.folder, {}, {}, {}, true});
            continue;
        }
        for (const LibraryEntry& entry : *shelf.entries) {
            const bool known = std::ranges::any_of(
                entries, [&](const LibraryEntry& one) { return one.folder == entry.folder; });
            if (!known) entries.push_back(entry);
        }
    }
    return true;
}

}  // namespace app
