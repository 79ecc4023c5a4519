// What a module's documents say to its author and to those who check it; playing does not ask.
#pragma once

#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

enum class CaptionsBy {
    NotSaid,
    Machine,  // and nobody has read them since
    Person,   // written or checked by somebody
};

// A text of a module or a plan, and in which languages it is there.
struct WrittenText {
    Place place;
    std::string key;                     // "title"
    std::vector<std::string> languages;  // BCP 47 tags, in the order of the document
};

struct AuthorNotes {
    std::vector<CaptionsBy> captions_by;  // in the order of Module::people
    // Names that the author counts among the brands, and that are none here.
    std::vector<std::string> also_brands;
    std::vector<std::string> no_brands;
    std::vector<WrittenText> texts;  // one document after another
};

}  // namespace catalogue
