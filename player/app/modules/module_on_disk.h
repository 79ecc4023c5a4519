// All of a module that is read to open it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "catalogue/module_reader.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/app/modules/library.h"
#include "player/app/threads/awaited.h"

namespace app {

struct ModuleOnDisk {
    std::filesystem::path root;  // canonical
    std::string language;        // in which its texts were wanted
    catalogue::ModuleReading reading;
    std::optional<Making> making;
    PlanShelf plans;  // its own and the program's
};

// In the language that the program speaks. May wait for the disk, and for ever: for a thread that
// can be left behind.
ModuleOnDisk read_from_disk(const std::filesystem::path& root);

// The same in such a thread, which wakes the main one when it is done.
std::unique_ptr<Awaited<ModuleOnDisk>> begin_reading(const std::filesystem::path& root);

}  // namespace app
