#include "player/app/modules/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "catalogue/inside_file.h"
#include "catalogue/words.h"
#include "player/app/storage/folders.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

namespace fs = std::filesystem;

// Looks at its name and kind only.
bool may_be_module(const fs::path& place) {
    std::error_code error;
    return fs::is_regular_file(place / "module.yaml", error) ||
           (place.extension() == ".crosscut" && catalogue::is_pack(place));
}

ui::ModuleTile tile_of(const LibraryEntry& entry) {
    ui::ModuleTile tile;
    tile.folder = entry.folder.string();
    if (entry.waits) {
        tile.title = entry.folder.filename().string();
        tile.about = _(
            "The disk or the share that it is on does not answer yet. It can be opened as soon as "
            "it does.");
        tile.can_open = false;
        return tile;
    }
    tile.last_place = entry.last_place;
    if (!entry.reading.module) {
        tile.title = entry.folder.filename().string();
        tile.can_open = false;
        tile.problems = static_cast<int>(entry.reading.problems.size());
        if (!entry.reading.problems.empty()) {
            tile.about = catalogue::to_text(entry.reading.problems.front());
        }
        return tile;
    }
    const catalogue::Module& module = *entry.reading.module;
    tile.title = module.title;
    tile.about = module.about;
    tile.funder = module.credits.funder;
    tile.notice = module.notice;
    tile.size = fmt::format("{}, {}", plural("{} person", "{} people", module.people.size()),
                            plural("{} question", "{} questions", module.questions.size()));
    tile.can_open = !module.people.empty() && !module.questions.empty();
    if (module.people.empty()) {
        tile.about = _("Nobody is in it yet: add a file for each person to its folder people.");
    } else if (module.questions.empty()) {
        tile.about = _("It has no questions yet: add them to its file module.yaml.");
    }
    if (entry.making) {
        tile.progress_text = _("{} of {} people are ready", entry.making->ready, entry.making->of);
        tile.progress = entry.making->fraction;
        tile.can_open = tile.can_open && entry.making->ready >= people_to_begin_with;
    } else {  // what is missing while a module is being made is no problem
        tile.problems = static_cast<int>(entry.reading.problems.size());
    }
    return tile;
}

}  // namespace

std::optional<Making> making_of(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder / "complete.txt", error)) {
        return std::nullopt;
    }
    std::ifstream progress(folder / "progress.txt");
    Making making;
    if (progress >> making.ready >> making.of >> making.fraction) {
        making.fraction = std::clamp(making.fraction, 0.0, 1.0);
        return making;
    }
    return std::nullopt;
}

std::optional<LibraryEntry> read_entry(const fs::path& folder) {
    if (!may_be_module(folder)) return std::nullopt;
    const fs::path whole = canonical_folder(folder);
    return LibraryEntry{
        whole, catalogue::read_module(catalogue::FolderFiles{whole}), making_of(whole), {}, false};
}

std::vector<LibraryEntry> read_module_folders() {
    std::vector<LibraryEntry> entries;
    std::error_code error;
    for (const fs::path& shelf : module_folders()) {
        std::vector<fs::path> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(shelf, error)) {
            found.push_back(entry.path());
        }
        std::ranges::sort(found);
        for (const fs::path& folder : found) {
            if (auto entry = read_entry(folder)) entries.push_back(*std::move(entry));
        }
    }
    return entries;
}

bool refresh(LibraryEntry& entry) {
    if (!entry.making) {
        return false;
    }
    const std::optional<Making> now = making_of(entry.folder);
    if (now == entry.making) {
        return false;
    }
    if (!now || now->ready != entry.making->ready) {
        entry.reading = catalogue::read_module(catalogue::FolderFiles{entry.folder});
    }
    entry.making = now;
    return true;
}

ui::StartView start_view_of(const std::vector<LibraryEntry>& entries,
                            const std::optional<std::string>& sentence) {
    ui::StartView view;
    for (const LibraryEntry& entry : entries) {
        view.modules.push_back(tile_of(entry));
    }
    view.sentence = sentence;
    return view;
}

}  // namespace app
