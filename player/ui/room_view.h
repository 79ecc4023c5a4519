// What the teacher's window says about the room: what the room sees, what comes next, the time.
#pragma once

#include <string>

namespace ui {

enum class RoomShows { Film, Question, Black, White };

struct RoomPanelView {
    RoomShows shows = RoomShows::Film;
    bool frozen = false;
    // No window of its own: the room's picture is at the left, and this is all that is beside it.
    bool split = false;
    bool fills_display = false;  // its window is on a display of its own
    std::string sees;            // "The room sees the film."
    std::string sound;           // who hears what
    std::string next_person;     // empty: nothing follows, or it stays hidden
    std::string next_question;
    std::string next_note;  // instead of them
    std::string timer;      // "3:20", "Time is up"; empty: none runs
    bool playing = false;

    bool operator==(const RoomPanelView&) const = default;
};

}  // namespace ui
