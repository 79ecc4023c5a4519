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
};

const std::vector<Scene>& every_scene();

}  // namespace ui_tests
