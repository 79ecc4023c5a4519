// Between a cell, which counts places in this reading of a module, and its name by ids, which is
// what documents keep. Pure.
#pragma once

#include <optional>

#include "catalogue/module.h"
#include "catalogue/saved_state.h"
#include "lessons/grid.h"

namespace app {

catalogue::CellName name_of(const catalogue::Module& module, lessons::Cell cell);
// Nothing when it is no longer in the module.
std::optional<lessons::Cell> cell_of(const catalogue::Module& module,
                                     const catalogue::CellName& name);

}  // namespace app
