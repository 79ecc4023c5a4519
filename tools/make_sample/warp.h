// Bends a picture while it is drawn over another.
#pragma once

#include <functional>

#include "tools/make_sample/field.h"

namespace sample {

// A rectangle of pixels; right and bottom are outside.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

// Draws `source` over `target` inside `box`. `source_at` says for a place in the target (px) which
// place of the source (px) is seen there; it is asked at the corners of small cells and must be
// smooth.
void draw_warped(const Picture& source, const PixelBox& box,
                 const std::function<Point(Point)>& source_at, Picture& target);

}  // namespace sample
