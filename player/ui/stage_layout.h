// Where everything on the stage goes. Pure: sizes in, rectangles out.
#pragma once

#include "player/ui/look.h"
#include "player/ui/rect.h"

namespace ui {

struct StageLayout {
    Rect header;            // theme and question
    Rect ways;              // the four ways, at the left
    Rect film;              // the space for the film
    Rect row;               // person, and the line
    Rect faces;             // people across
    Rect side;              // at the right: questions down, or what else there is; may be empty
    float position_px = 0;  // height of the position bar within the transport
    Rect transport;         // position bar and buttons
    bool compact = false;   // little room: icons without words, one line where there were two
};

// What stands beside the film.
enum class Side { None, Questions, Transcript, Room };

// In little room the side is narrower, never left out. A drawer of a width takes its place, down to
// the transport.
StageLayout lay_out_stage(float width_px, float height_px, Side side, const Look& look,
                          float drawer_px = 0);

}  // namespace ui
