// What keys and buttons ask for the room.
#include <utility>

#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/room/room_window.h"
#include "player/app/room/silent_room.h"

namespace app {
namespace {

using namespace std::chrono_literals;

// For what is asked of a room that sees something.
Deed in_room(Deed deed) {
    return [deed = std::move(deed)](AppState& state) {
        if (state.room.state.open()) {
            deed(state);
        }
    };
}

Deed asking(RoomAsk ask) {
    return in_room([ask](AppState& state) { ask_room(state, ask); });
}

}  // namespace

void add_room_commands(Deeds& deeds) {
    deeds.emplace("room", [](AppState& state) {
        if (state.sitting || state.room.state.open()) {
            toggle_room(state);
        }
    });
    deeds.emplace("room_window", in_room([](AppState& state) { toggle_room_window(state); }));
    deeds.emplace("room_film", asking(RoomAsk::Film));
    // One key goes to and fro.
    deeds.emplace("room_question", in_room([](AppState& state) {
                      const bool there = state.room.state.shows == RoomShows::Question;
                      ask_room(state, there ? RoomAsk::Film : RoomAsk::Question);
                  }));
    // Without a room all in the one window is for the class.
    deeds.emplace("black", on_stage_or_wall([](AppState& state) {
                      state.room.state.open() ? ask_room(state, RoomAsk::Black)
                                              : state.set_black(!state.black);
                  }));
    deeds.emplace("room_white", asking(RoomAsk::White));
    deeds.emplace("room_freeze", asking(RoomAsk::Freeze));
    deeds.emplace("timer_minute", in_room([](AppState& state) { give_time(state, 1min); }));
    deeds.emplace("timer_five", in_room([](AppState& state) { give_time(state, 5min); }));
    deeds.emplace("timer_stop", in_room([](AppState& state) { state.room.timer = {}; }));
    deeds.emplace("silent_room", on_stage([](AppState& state) { switch_silence(state); }));
    deeds.emplace("two_at_one", on_stage([](AppState& state) { switch_turns(state); }));
}

}  // namespace app
