// Clips that are kept, and what is thought of them, on the stage. Private to this folder.
#pragma once

#include <vector>

#include "player/ui/views.h"

namespace app {

struct AppState;

void quote_late(AppState& state);
// Beside the film, while it is open; and on the position bar what is marked.
std::vector<ui::Action> draw_thought(AppState& state);
void show_marks(AppState& state, ui::TransportView& transport);

}  // namespace app
