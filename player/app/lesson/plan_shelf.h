// The plans to choose from in a module: its own, and those that come with the program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/module_files.h"
#include "catalogue/plan.h"
#include "catalogue/problem.h"

namespace app {

struct PlanShelf {
    std::vector<std::shared_ptr<const catalogue::Plan>> plans;  // the module's own first
    std::size_t own = 0;                                        // how many those are
    std::vector<catalogue::Problem> problems;                   // of the module's own
    std::vector<catalogue::WrittenText> texts;                  // likewise
};

// Without an asset folder the module's own are all. A plan of the module takes the place of one of
// the same name that comes with the program.
//
// @param language  in which their texts are wanted; empty: in the module's own
PlanShelf read_plans(const catalogue::ModuleFiles& module_files, const catalogue::Module& module,
                     const std::filesystem::path& asset_folder,
                     std::string_view language = catalogue::spoken_language());

}  // namespace app
