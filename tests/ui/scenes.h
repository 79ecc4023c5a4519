// The scenes of every_scene(), screen by screen, and what they have in common.
#pragma once

#include <vector>

#include "tests/ui/every_screen.h"

namespace ui_tests {

// As if the program had just begun.
void clear(Driver& driver);
// Names and questions as long as real ones are.
ui::StageView lifelike_stage();

void add_clicker_scenes(std::vector<Scene>& all);
void add_index_scenes(std::vector<Scene>& all);
void add_lesson_scenes(std::vector<Scene>& all);
void add_notebook_scenes(std::vector<Scene>& all);
void add_class_wall_scenes(std::vector<Scene>& all);
void add_wall_scenes(std::vector<Scene>& all);

}  // namespace ui_tests
