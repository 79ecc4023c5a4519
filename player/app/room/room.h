// What the room sees, hears and has time for. Values with pure functions: time comes in.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "lessons/walk.h"
#include "player/screen/page_painter.h"
#include "player/ui/room_view.h"

namespace app {

using ui::RoomShows;

enum class RoomPlace {
    Closed,
    Split,      // beside the teacher's strip: there is one display
    OwnWindow,  // wherever the teacher drew it
    Display,    // over a whole display
};

struct RoomState {
    RoomPlace place = RoomPlace::Closed;
    RoomShows shows = RoomShows::Film;
    RoomShows under = RoomShows::Film;  // black and white: what comes back after them
    bool frozen = false;                // the room keeps what it saw, while the teacher moves on

    bool open() const { return place != RoomPlace::Closed; }
    bool covered() const { return shows == RoomShows::Black || shows == RoomShows::White; }
    bool operator==(const RoomState&) const = default;
};

enum class RoomAsk { Film, Question, Black, White, Freeze };

// Film and question are shown at once, whatever was there. Black and white, asked for again, give
// back what was under them, a frozen picture too: the class never sees by accident what the teacher
// moved on to.
RoomState step(RoomState state, RoomAsk ask);
// One level back: uncovers, then thaws. The same state when there is nothing to take away.
RoomState uncovered(RoomState state);

// There is one sound for both windows, so the room must see the film of which it hears the sound.
bool hears_film(const RoomState& state);

// What there is to be seen at this moment.
struct RoomMoment {
    bool open_module = false;  // and its film is the matter in hand
    std::string question;
    std::string person;
    std::string absent;  // why there is no film; empty: there is one
    std::string timer;   // as the class reads it; empty: none
    std::string prompt;  // of a lesson, while it is what the class reads
    std::string step;    // of the lesson that the prompt belongs to
    // Without sound: the words are the film.
    bool silent = false;
    std::string said;  // the caption of this moment
    std::shared_ptr<const screen::PagePicture> portrait;
};

struct RoomView {
    bool film = false;                 // and its captions
    std::optional<screen::Page> page;  // over all else

    bool operator==(const RoomView&) const = default;
};

// What a room sees that is not frozen.
RoomView room_view_of(const RoomState& state, const RoomMoment& moment);

// What the teacher reads about it. `walk` says what comes next, but in a mix, which hides it.
ui::RoomPanelView room_panel_of(const RoomState& state, const catalogue::Module& module,
                                const lessons::Walk& walk, const std::string& timer);

// Minutes to talk. Runs out and then says so until it is stopped.
struct RoomTimer {
    std::optional<std::chrono::steady_clock::time_point> ends;

    bool operator==(const RoomTimer&) const = default;
};
// Of a timer that does not run, or is over, it is the length.
RoomTimer longer(RoomTimer timer, std::chrono::minutes by,
                 std::chrono::steady_clock::time_point now);
std::string timer_text(const RoomTimer& timer, std::chrono::steady_clock::time_point now);
// When its text changes; nothing: never.
std::optional<std::chrono::steady_clock::time_point> timer_changes_at(
    const RoomTimer& timer, std::chrono::steady_clock::time_point now);

// Two at one computer: one chooses, one writes, and they change places with every clip.
struct Turns {
    bool on = false;
    std::uint64_t cue = 0;  // of the clip that the turn is for
    bool left_chooses = true;

    bool operator==(const Turns&) const = default;
};
Turns turns_at(Turns turns, std::uint64_t cue);
// Empty while nobody takes turns.
std::string turn_text(const Turns& turns);

}  // namespace app
