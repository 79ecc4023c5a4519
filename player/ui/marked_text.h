// Words of which some are set off. Private to this folder.
#pragma once

#include "player/ui/controls.h"
#include "player/ui/search_view.h"

namespace ui {

// From so near before the first mark that it is within `most_lines` lines of `width`; what is left
// out is said by an ellipsis.
MarkedText excerpt(const MarkedText& whole, Type type, float width, int most_lines);

// Wrapped from the top of the rectangle, its excerpt in at most `most_lines`.
void draw_marked(const Rect& place, Type type, Colour colour, const MarkedText& whole,
                 int most_lines);

}  // namespace ui
