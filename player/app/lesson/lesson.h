// The lesson: beginning and ending it, its screen, and the film that goes along with it. Private to
// this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "lessons/grid.h"
#include "lessons/lesson.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/ui/views.h"

namespace app {

struct AppState;
struct RoomMoment;

void open_desk(AppState& state, PlanShelf plans);
void save_lesson(AppState& state);
// And this is where its keys count.
bool lesson_under_way(const AppState& state);
void open_lesson(AppState& state);
void start_lesson(AppState& state, std::size_t number);
void end_lesson(AppState& state);
void lesson_on(AppState& state, const lessons::LessonInput& input);
// The clip that one more press of the clicker brings, to be kept ready.
std::optional<lessons::Cell> next_lesson_cell(const AppState& state);
// What the film reports to the lesson.
void follow_film(AppState& state);
std::vector<ui::Action> draw_lesson(AppState& state);
// What stands over the film at its time, without stopping it.
void draw_film_prompt(AppState& state);
// On the stage the lesson has one line: where the class is, and what comes next.
void say_lesson_on_stage(const AppState& state, ui::StageView& view);
// The room reads the prompt as it was last drawn here, with who talks and the step's own time.
void say_lesson_in_room(const AppState& state, RoomMoment& moment);

}  // namespace app
