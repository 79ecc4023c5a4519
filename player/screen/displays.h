// The displays of the machine: a teacher's screen, a projector.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "player/screen/mesh.h"

namespace screen {

// Where each lies on the desktop, in points; also those that were plugged in a moment ago. Two that
// show the same (a projector that mirrors the screen) are one. Costs a question to the window
// system: ask every second or two. Main thread only, while the Platform lives.
std::vector<RectPx> displays();

// The display on which the most of `window` lies; nothing when there is none.
std::optional<RectPx> display_of(std::span<const RectPx> all, const RectPx& window);

// The first display other than that on which `window` lies; nothing when there is none. Pure.
std::optional<RectPx> other_display(std::span<const RectPx> all, const RectPx& window);

}  // namespace screen
