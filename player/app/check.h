// What an author wants to know before a class does.
#pragma once

#include <filesystem>

#include "catalogue/module_reader.h"

namespace app {

// Reads a module as playing does, and the captions of all its answers with it. The problems are
// those of both, in the order in which they are found.
catalogue::ModuleReading check_module(const std::filesystem::path& folder);

}  // namespace app
