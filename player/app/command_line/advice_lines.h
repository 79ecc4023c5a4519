// Advice on a module in as few lines as an author reads.
#pragma once

#include <string>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace app {

// A line for each person, in the order of the module, with what is alike in several of their files
// said once; then what belongs to nobody alone. What could be done about it is left out.
std::vector<std::string> advice_by_person(const catalogue::Module& module,
                                          const std::vector<catalogue::Problem>& advice);

}  // namespace app
