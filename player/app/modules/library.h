// The modules that this machine has: for the start screen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "player/ui/views.h"

namespace app {

// A module that is still being made beside us: what its maker last said.
struct Making {
    int ready = 0;  // people
    int of = 0;
    double fraction = 0;  // of all the work, 0 to 1

    bool operator==(const Making&) const = default;
};

// What a maker has left in `folder`; nothing when the module is complete.
std::optional<Making> making_of(const std::filesystem::path& folder);

// Opened as soon as so many people are ready.
inline constexpr int people_to_begin_with = 3;

struct LibraryEntry {
    std::filesystem::path folder;  // or the pack; canonical, once it was read
    catalogue::ModuleReading reading;
    std::optional<Making> making;
    std::string last_place;  // "Moira - Yesterday"; empty when it was never opened
    bool waits = false;      // for its disk: nothing is known of it yet
};

// A module that is listed, although its module.yaml may not be understood: then with its problems.
// Nothing where there is neither a folder with a module.yaml nor a pack. Some milliseconds, where
// the disk answers.
std::optional<LibraryEntry> read_entry(const std::filesystem::path& folder);
// All that lie in the machine's module folders, one folder after another, by name.
std::vector<LibraryEntry> read_module_folders();

// Reads an entry again when its maker has got further. True when something changed.
bool refresh(LibraryEntry& entry);

ui::StartView start_view_of(const std::vector<LibraryEntry>& entries,
                            const std::optional<std::string>& sentence);

}  // namespace app
