// A part of the window as rectangles that do not overlap.
#pragma once

#include <vector>

#include "player/screen/pixels.h"

namespace screen {

class Region {
public:
    void clear() { parts_.clear(); }
    // Adds what of `rect` is not in it yet.
    void add(const RectPx& rect);
    const std::vector<RectPx>& parts() const { return parts_; }
    bool empty() const { return parts_.empty(); }
    std::int64_t area() const;

private:
    std::vector<RectPx> parts_;
};

// What of `from` is not in `hole`: appended to `into`, at most four rectangles.
void subtract(const RectPx& from, const RectPx& hole, std::vector<RectPx>& into);

}  // namespace screen
