// Preparing a module beforehand instead of while a class watches.
#pragma once

#include <filesystem>

#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"
#include "player/app/preparing/proxies.h"

namespace app {

// One for each core of the processor, eight at most.
int usual_workers();

// Does all the work on a module that otherwise goes on behind the scene, and keeps it in the cache.
// What is there already is not done again. Returns when it is done; fails when the module cannot
// be read.
//
// @param progress  called on the caller's thread
// @param workers   threads that do it
catalogue::Outcome prepare_module(const std::filesystem::path& folder, const Progress& progress,
                                  int workers = usual_workers());

// Makes proxies of the module's films that are heavy for old computers. Fails when the module
// cannot be read.
//
// @param progress  called on the caller's thread; told in seconds of film
catalogue::Result<ProxiesMade> prepare_proxies(const std::filesystem::path& folder,
                                               const Progress& progress,
                                               int workers = usual_workers());

}  // namespace app
