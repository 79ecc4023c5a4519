// What several sheets say alike. Private to the folder.
#pragma once

#include <string>
#include <vector>

#include "catalogue/module.h"
#include "player/paper/sheet.h"

namespace paper {

// The module's help lines, with what they are for; nothing when it has none.
std::vector<Block> help_lines(const catalogue::Module& module);

}  // namespace paper
