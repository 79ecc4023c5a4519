// In which language texts are wanted that are there in several. First comes the one that is wanted
// ("cy-GB"), then the same without its region ("cy") or with another one, then the module's own,
// then the first that is there.
#pragma once

#include <string>

#include "catalogue/words.h"

namespace catalogue {

struct TextLanguages {
    std::string wanted{spoken_language()};  // BCP 47 tag; empty: the own one
    std::string own = {};                   // of texts that do not say theirs
};

}  // namespace catalogue
