// Scripts that let shells complete the command line. Private to the folder.
#pragma once

#include <string>

#include "player/app/command_line/outline.h"

namespace app {

std::string bash_completion(const CommandOutline& program);
std::string zsh_completion(const CommandOutline& program);
std::string fish_completion(const CommandOutline& program);

}  // namespace app
