// crosscut: plays, checks and makes modules.
#include <unistd.h>

#include <iostream>

#include "player/app/command_line/command_line.h"

int main(int argc, char** argv) {
    return app::run_command_line({argv + 1, argv + argc},
                                 {std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1});
}
