// Easier copies of films for old computers (player/media/making/proxy.h), made when somebody asks
// for them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"

namespace app {

// Of all modules. Nothing in it is deleted: it was made on purpose, and takes long.
std::filesystem::path proxy_folder();

struct ProxiesMade {
    std::size_t films = 0;                     // that have one now
    std::vector<catalogue::Problem> problems;  // why others have none
};

// Makes proxies of a module's films that need one; what is there already is not made again.
//
// @param root      the module's folder, canonical
// @param progress  called on the caller's thread; told in seconds of film
// @param workers   threads that do it, each at one film
ProxiesMade make_proxies(const std::filesystem::path& root, const catalogue::Module& module,
                         const Progress& progress, int workers);

}  // namespace app
