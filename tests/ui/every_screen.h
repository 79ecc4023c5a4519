// Every screen of the program in every state, made up: for tests that walk all of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/ui/driver.h"

namespace ui_tests {

struct Scene {
    std::string name;
    std::function<void(Driver&)> set;  // puts the driver there
    // It goes on beyond the window in two directions: what is at its edges is seen in part.
    bool is_plane = false;
};

const std::vector<Scene>& every_scene();

}  // namespace ui_tests
