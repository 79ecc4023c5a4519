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
    Rect questions;         // questions down, at the right; empty when closed
    float position_px = 0;  // height of the position bar within the transport
    Rect transport;         // position bar and buttons
    bool compact = false;   // little room: icons without words, one line where there were two
};

// `questions_open`: the list is wanted; in little room it is narrower, never left out.
StageLayout lay_out_stage(float width_px, float height_px, bool questions_open, const Look& look);

}  // namespace ui
