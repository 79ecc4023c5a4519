// The notebook coming up, being drawn, and going again. Private to this folder.
#pragma once

#include <vector>

#include "lessons/grid.h"
#include "player/ui/notebook_view.h"
#include "player/ui/views.h"

namespace app {

struct AppState;

void open_notebook_desk(AppState& state);
void close_notebook_desk(AppState& state);
// What comes from the disks, and what is amiss with them. Says when to look again.
void look_after_notebook(AppState& state);
void open_notebook(AppState& state);
// Back to the film, which goes on if it did.
void leave_notebook(AppState& state);
// Out of a field, a question or the sheet for a talk first.
void back_out_of_notebook(AppState& state);
void take_note(AppState& state, const ui::NotebookAsk& ask);
std::vector<ui::Action> draw_notebook(AppState& state);
std::vector<lessons::Cell> kept_cells(const AppState& state);
// What is kept here is what the class picked, for the films of a lesson.
void follow_picks(AppState& state);
// Of those in sight, for whoever makes stills.
std::vector<lessons::Cell> pin_cells_in_sight(const AppState& state);

}  // namespace app
