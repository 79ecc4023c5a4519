// Reads a module's documents into a Module, and says everything that is wrong with them.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/module.h"
#include "catalogue/module_files.h"
#include "catalogue/problem.h"

namespace catalogue {

struct ModuleReading {
    // As far as it could be understood; nothing only when module.yaml itself is not there, is not
    // YAML, or is of a format that this program does not know.
    std::optional<Module> module;
    AuthorNotes notes;
    std::vector<Problem> problems;  // by file and line
};

// Never throws; reads every document once. May take a second for very large modules: call it
// outside the frame.
ModuleReading read_module(const ModuleFiles& files);

}  // namespace catalogue
