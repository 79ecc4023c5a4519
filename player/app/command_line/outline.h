// The command line as plain values, read from the tree that parses it, so that completion and the
// manual page cannot say anything else. Private to the folder.
#pragma once

#include <string>
#include <vector>

#include "player/app/command_line/command.h"

namespace app {

// What somebody types in some place, and what may be offered for it.
struct OutlineValue {
    std::string kind;                  // "FOLDER", "FILE", "SEED" ...; empty: there is no value
    std::vector<std::string> choices;  // where there are only these
};

struct OutlineOption {
    std::vector<std::string> names;  // with their hyphens, the short ones first
    std::string description;
    OutlineValue value;
};

struct OutlineArgument {
    std::string name;
    std::string description;
    OutlineValue value;
    bool required = false;
};

struct CommandOutline {
    std::vector<std::string> path;  // {"crosscut", "export", "html"}
    std::string description;
    std::string example;  // empty for the program itself
    std::vector<OutlineOption> options;
    std::vector<OutlineArgument> arguments;
    std::vector<CommandOutline> commands;

    std::string full_name() const;  // "crosscut export html"
};

CommandOutline outline_of(const CommandTree& tree);

// The command and all below it, each before its own.
std::vector<const CommandOutline*> all_commands(const CommandOutline& outline);

}  // namespace app
