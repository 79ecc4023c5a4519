// All of a module that is read to open it.
#pragma once

#include <filesystem>
#include <optional>

#include "catalogue/module_reader.h"
#include "player/app/library.h"
#include "player/app/plan_shelf.h"

namespace app {

struct ModuleOnDisk {
    std::filesystem::path root;  // canonical
    catalogue::ModuleReading reading;
    std::optional<Making> making;
    PlanShelf plans;  // its own and the program's
};

// May wait for the disk, and for ever: for a thread that can be left behind.
ModuleOnDisk read_from_disk(const std::filesystem::path& root);

}  // namespace app
