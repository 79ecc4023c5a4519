// Chooses between the two drawing paths. Private to this folder.
#pragma once

#include <memory>
#include <string>

#include "catalogue/problem.h"
#include "player/screen/painter.h"
#include "player/screen/sdl_handles.h"

namespace screen {

struct OpenedPainter {
    WindowHandle window;  // not shown yet
    std::unique_ptr<Painter> painter;
    bool software = true;
};

// A window at `place` (in points, or SDL_WINDOWPOS_CENTERED) and what draws into it. Fails when the
// window system refuses.
catalogue::Result<OpenedPainter> open_painter(const std::string& title, const RectPx& place,
                                              bool force_software);

}  // namespace screen
