// The manual page, in the macros of man(7). Private to the folder.
#pragma once

#include <string>

#include "player/app/command_line/outline.h"

namespace app {

std::string manual_page(const CommandOutline& program, const std::string& version);

}  // namespace app
