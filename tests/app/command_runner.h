// The command line without a process: what is said, and the exit code.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "player/app/command_line/command_line.h"

struct Said {
    int code = 0;
    std::string out;
    std::string err;
};

inline Said run(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app::run_command_line(arguments, {out, err, false});
    return {code, out.str(), err.str()};
}

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}
