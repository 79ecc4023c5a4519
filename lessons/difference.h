// How people differ: one notion of it, by their facts, for the mix and for contrasts. Pure.
#pragma once

#include <string>

#include "lessons/grid.h"

namespace lessons {

// In how many facts these people differ: known of both, and not equal.
int facts_apart(const Grid& grid, int one, int other);

// Words from at most two facts in which these people differ most tellingly, one after the other:
// "left school at 16, then at 30; an apprenticeship, then a doctorate". Empty when nothing is
// known in which they differ. How telling a fact is: for numbers how far apart they are, compared
// with the furthest apart of all people; for words how seldom two people differ in it.
std::string contrast_between(const Grid& grid, int before, int now);

// The same facts, person by person: "Tom: left school at 16, an apprenticeship; Ines: at 30, a
// doctorate". The grid knows no names.
std::string contrast_of(const Grid& grid, int one, const std::string& name_of_one, int other,
                        const std::string& name_of_other);

}  // namespace lessons
