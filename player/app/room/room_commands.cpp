// What keys and buttons ask for the room.
#include <utility>

#include "player/app/app_state.h"
#include "player/app/command_table.h"

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
    return in_room([ask](AppState& state) { state.ask_room(ask); });
}

}  // namespace

void add_room_commands(Deeds& deeds) {
    deeds.emplace("room", [](AppState& state) {
        if (state.sitting || state.room.state.open()) {
            state.toggle_room();
        }
    });
    deeds.emplace("room_window", in_room([](AppState& state) { state.toggle_room_window(); }));
    deeds.emplace("room_film", asking(RoomAsk::Film));
    // One key goes to and fro.
    deeds.emplace("room_question", in_room([](AppState& state) {
                      const bool there = state.room.state.shows == RoomShows::Question;
                      state.ask_room(there ? RoomAsk::Film : RoomAsk::Question);
                  }));
    // Without a room all in the one window is for the class.
    deeds.emplace("black", on_stage_or_wall([](AppState& state) {
                      state.room.state.open() ? state.ask_room(RoomAsk::Black)
                                              : state.set_black(!state.black);
                  }));
    deeds.emplace("room_white", asking(RoomAsk::White));
    deeds.emplace("room_freeze", asking(RoomAsk::Freeze));
    deeds.emplace("timer_minute", in_room([](AppState& state) { state.give_time(1min); }));
    deeds.emplace("timer_five", in_room([](AppState& state) { state.give_time(5min); }));
    deeds.emplace("timer_stop", in_room([](AppState& state) { state.room.timer = {}; }));
    deeds.emplace("silent_room", on_stage([](AppState& state) { state.switch_silence(); }));
    deeds.emplace("two_at_one", on_stage([](AppState& state) { state.switch_turns(); }));
}

}  // namespace app
