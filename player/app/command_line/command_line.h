// The program's command line: what may be written, and what is done then.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace app {

// As the manual promises them to scripts.
enum ExitCode {
    exit_ok = 0,
    exit_failed = 1,
    exit_usage = 2,           // the command line was not understood
    exit_problems_found = 3,  // `check` has something to say
    exit_unreadable = 4,      // it is no module, or its module.yaml cannot be read
};

// Where a command speaks: what was asked for goes to `out`, everything else to `err`.
struct Console {
    std::ostream& out;
    std::ostream& err;
    bool err_is_terminal = false;  // somebody watches: bars may move
};

// Does what the arguments (without the program's name) ask for; returns the exit code. Opens a
// window only for `play`.
int run_command_line(const std::vector<std::string>& arguments, const Console& console);

}  // namespace app
