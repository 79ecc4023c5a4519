// What hand-ins are called in class, so that pupils find their group without a name: "Blue heron".
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "catalogue/hand_in.h"

namespace catalogue {

inline constexpr std::size_t most_signs = 960;

// Of all that lie in one folder. Whoever reads the same folder finds the same signs, in whatever
// order the hand-ins came, and no two have the same while there are not more than `most_signs`.
//
// Each id has a first sign of its own choice. Of several that choose the same, which takes two that
// are handed in at the same moment, the lowest id gets it, and the others the next that is free.
// One whose first sign nobody has yet changes nobody else's.
std::map<HandInId, std::string> signs_of(const std::set<HandInId>& ids);

}  // namespace catalogue
