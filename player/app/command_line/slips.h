// What somebody meant who mistyped a command or an option.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "player/app/command_line/command.h"

namespace app {

struct Slip {
    std::string written;
    std::string meant;
};

// The first word of the command line that the innermost command does not know, and that is near to
// one which it does. What names something on the disk is no slip.
std::optional<Slip> slip_in(const CommandTree& tree, const std::vector<std::string>& arguments);

}  // namespace app
