// The room coming up and going again, and what it is asked for. Private to this folder.
#pragma once

#include <chrono>

#include "player/app/room/room.h"
#include "player/app/stage/transport.h"
#include "player/screen/events.h"

namespace app {

struct AppState;

void toggle_room(AppState& state);
// Between a window of its own, to be drawn anywhere, and the picture beside the teacher's strip.
void toggle_room_window(AppState& state);
void close_room(AppState& state);
// A projector was plugged in, or is gone.
void follow_displays(AppState& state);
void ask_room(AppState& state, RoomAsk ask);
void uncover_room(AppState& state);
void give_time(AppState& state, std::chrono::minutes more);
// One key for whatever time runs: a lesson's step, else the room's.
void extend_time(AppState& state);
// What the room needs of the order to the engine.
void conduct_room(const AppState& state, Transport& transport);
// Keys mean the same in both windows; all else that happens to the room's is its own affair. True
// when it was that.
bool take_in_room(AppState& state, const screen::Event& event);

}  // namespace app
