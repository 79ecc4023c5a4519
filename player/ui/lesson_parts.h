// The parts of the lesson screen. Private to this folder.
#pragma once

#include "player/ui/lesson_view.h"
#include "player/ui/screen_frame.h"

namespace ui {

// Rows to choose a plan from, with what the chosen one is about beside them.
void draw_plans(const Rect& place, const LessonView& view, UiState& ui, LessonState& state,
                LessonDrawn& drawn);
// The steps of the lesson, and below them the notes and the bell.
void draw_steps(const Rect& place, const LessonView& view, LessonState& state, LessonDrawn& drawn);
// What the class reads, who talks, and for how long.
void draw_prompt(const Rect& place, const LessonView& view, LessonDrawn& drawn);
// The field for the bell, of the height of a control with its label above it.
float bell_field_height();
void draw_bell_field(Rect place, const LessonView& view, LessonState& state, LessonDrawn& drawn);
// The same where a region that scrolls hides it: the keyboard finds it in its row.
void unseen_bell_field(const LessonView& view, const Rect& row);

}  // namespace ui
