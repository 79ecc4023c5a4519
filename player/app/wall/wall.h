// The wall coming up, being drawn, and going again. Private to this folder; only where a module is
// open.
#pragma once

#include <vector>

#include "lessons/grid.h"
#include "player/ui/views.h"

namespace app {

struct AppState;

void open_wall(AppState& state);
// Back to the film, which goes on if it did.
void leave_wall(AppState& state);
void choose_on_wall(AppState& state, lessons::Cell cell);
std::vector<ui::Action> draw_wall(AppState& state);
// The stills of another module, or of answers that lie elsewhere now.
void reopen_stills(AppState& state);

}  // namespace app
