// Plays the program to itself: every screen of a module in about two minutes, written down as
// numbered pictures, a log and a film. The same engine and the same screens as in a window.
#pragma once

#include <filesystem>

#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"

namespace app {

// Writes NN-name.png, log.txt and tour.mp4 into `out`, which is made when it is not there.
// Progress is told in seconds. Takes as long as it shows, or longer on a slow machine.
catalogue::Outcome run_tour(const std::filesystem::path& module, const std::filesystem::path& out,
                            const Progress& progress);

}  // namespace app
