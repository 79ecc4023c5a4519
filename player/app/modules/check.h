// What an author wants to know before a class does.
#pragma once

#include <filesystem>
#include <vector>

#include "catalogue/advice.h"
#include "catalogue/module_reader.h"
#include "player/app/command_line/progress_bar.h"

namespace app {

struct CheckedModule {
    // The problems are those of the module, of its captions and of its plans, in the order in which
    // they are found.
    catalogue::ModuleReading reading;
    catalogue::CaptionFiles captions;  // of what is said, without descriptions
};

// Reads a module as playing does, and the captions of all its answers and its plans with it; of a
// pack all that is in it, to see whether anything is damaged.
//
// @param progress  told in MB
CheckedModule check_module(const std::filesystem::path& folder, const Progress& progress);

// Adds what is damaged in the pack in `folder` and was not found while its texts were read.
void add_damage(const std::filesystem::path& folder, std::vector<catalogue::Problem>& problems,
                const Progress& progress);

// What the author of a readable module may want to think about; nothing of it is wrong. Opens every
// film.
std::vector<catalogue::Problem> advice_on(const std::filesystem::path& folder,
                                          const CheckedModule& checked, const Progress& progress);

// Which films flash more than is good for people with photosensitive epilepsy. Decodes every film:
// takes minutes for hours of film. What cannot be read is passed over: advice_on() speaks of it.
std::vector<catalogue::Problem> flashes_in(const std::filesystem::path& folder,
                                           const catalogue::Module& module,
                                           const Progress& progress);

}  // namespace app
