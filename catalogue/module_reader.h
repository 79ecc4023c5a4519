// Reads a module's documents into a Module, and says everything that is wrong with them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/module.h"
#include "catalogue/module_files.h"
#include "catalogue/problem.h"
#include "catalogue/words.h"

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
//
// @param language  in which its texts are wanted, where they are there in several (BCP 47 tag);
//                  empty: in the module's own. See text_languages.h
ModuleReading read_module(const ModuleFiles& files, std::string_view language = spoken_language());

}  // namespace catalogue
