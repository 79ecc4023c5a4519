// A class wall that a teacher has before them, and what a pupil may hand in.
#pragma once

#include <string>

#include "player/ui/class_wall_view.h"

namespace ui_tests {

ui::ClassWallView made_up_class_wall();
std::string made_up_long_thought();

}  // namespace ui_tests
