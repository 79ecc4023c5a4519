// What the room shows, and the page over a film. Private to this folder.
#pragma once

#include <optional>
#include <span>

#include "player/app/room/room_part.h"
#include "player/screen/events.h"
#include "player/screen/page_painter.h"

namespace app {

struct AppState;

// Its words come from the stage's view, so that what is withheld there is withheld here.
RoomMoment room_moment(AppState& state);
void say_room_on_stage(AppState& state, ui::StageView& view);
StagePicture stage_picture(AppState& state);
std::span<const screen::Overlay> paint_stage_page(AppState& state, const screen::Page& page);
void show_room(AppState& state);
// The time that is left is also in the interface.
void keep_time(AppState& state);
std::optional<screen::WallTime> next_tick_of_room(const AppState& state);

}  // namespace app
