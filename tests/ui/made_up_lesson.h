// Lesson views made up for the tests.
#pragma once

#include "player/ui/lesson_view.h"

namespace ui_tests {

ui::LessonView made_up_plans();   // ten to choose from
ui::LessonView made_up_lesson();  // in the middle of one, with a timer and a bell

}  // namespace ui_tests
