// Names of brands and companies in what people say: a class that hears them may take an interview
// for an advertisement. Finds names that are written as their owners do and that are no other
// word; what a module names besides, its author adds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/author_notes.h"

namespace catalogue {

class BrandNames {
public:
    // Those that many know here, and the author's; without those that are none to the author.
    explicit BrandNames(const AuthorNotes& notes);

    // Every mention, in the order of the names. A name counts as a whole word, also before "'s".
    std::vector<std::string_view> in(std::string_view text) const;

private:
    std::vector<std::string> names_;
};

}  // namespace catalogue
