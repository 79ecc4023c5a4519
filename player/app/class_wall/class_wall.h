// The class wall on the screen, and handing in. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "player/screen/events.h"
#include "player/ui/views.h"

namespace app {

struct AppState;
struct RoomMoment;

// In every tick: what others handed in, and what became of one's own.
void look_after_class_wall(AppState& state);
std::optional<screen::WallTime> next_tick_of_class_wall(const AppState& state);

// The following only while the wall is up.
std::vector<ui::Action> draw_class_wall(AppState& state);
void back_out_of_class_wall(AppState& state);
void choose_hand_in_folder(AppState& state, const std::string& typed);
std::vector<lessons::Cell> class_cards_in_sight(const AppState& state);
// The card that is open, for the projector.
void say_class_card_in_room(const AppState& state, RoomMoment& moment);

}  // namespace app
