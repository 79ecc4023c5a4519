#include "player/app/room_commands.h"

#include <utility>

#include "player/app/app_state.h"

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

Deed with_module(Deed deed) {
    return [deed = std::move(deed)](AppState& state) {
        if (state.sitting && state.place == Place::Stage) {
            deed(state);
        }
    };
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
    deeds.emplace("room_white", asking(RoomAsk::White));
    deeds.emplace("room_freeze", asking(RoomAsk::Freeze));
    deeds.emplace("timer_longer", in_room([](AppState& state) { state.give_time(1min); }));
    deeds.emplace("timer_five", in_room([](AppState& state) { state.give_time(5min); }));
    deeds.emplace("timer_stop", in_room([](AppState& state) { state.room.timer = {}; }));
    deeds.emplace("silent_room", with_module([](AppState& state) { state.switch_silence(); }));
    deeds.emplace("two_at_one", with_module([](AppState& state) { state.switch_turns(); }));
}

}  // namespace app
