// The parts of the index screen, one function and one file each. Private to this folder.
#pragma once

#include "player/ui/index_view.h"
#include "player/ui/rect.h"

namespace ui {

// Two strips below each other: what is heard around the present position, and the whole film. The
// waveform may be lower than it usually is.
float index_lanes_px();
float least_index_lanes_px();
void draw_index_lanes(Rect place, const IndexView& view, IndexDrawn& drawn);

void draw_index_questions(const Rect& place, const IndexView& view, IndexDrawn& drawn);

}  // namespace ui
