// Between the walk's memory, which counts places in this reading of a module, and the saved
// document, which names ids. Pure. What is no longer in the module is left out.
#pragma once

#include "catalogue/module.h"
#include "catalogue/saved_state.h"
#include "lessons/walk.h"

namespace app {

catalogue::SavedSitting saved_from(const catalogue::Module& module,
                                   const lessons::WalkMemory& memory);
lessons::WalkMemory memory_from(const catalogue::Module& module,
                                const catalogue::SavedSitting& saved);

}  // namespace app
