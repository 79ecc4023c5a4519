// What the tour does and when. Pure.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "catalogue/module.h"
#include "player/ui/views.h"

namespace app {

struct Shot {
    std::string name;
};  // a numbered picture is taken
struct Wait {
    double seconds = 0;
};
struct Do {
    ui::Action action;
};
using TourStep = std::variant<Shot, Wait, Do>;

// Through all screens and the four ways of this module. Cells that a module does not have (an
// empty one, a withheld one) are left out.
std::vector<TourStep> tour_of(const catalogue::Module& module, const std::string& folder);

}  // namespace app
