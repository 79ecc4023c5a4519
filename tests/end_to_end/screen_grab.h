// Reads pixels of a screen through shared memory. Private to the watcher.
#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XShm.h>

#include <cstdint>
#include <span>

#include "tests/end_to_end/display_handle.h"

namespace end_to_end {

// A rectangle of pixels shared with the X server. One thread, the display's.
class ScreenGrab {
public:
    // The display must outlive it. Throws std::runtime_error without shared memory.
    ScreenGrab(Display* display, int width_px, int height_px);
    ~ScreenGrab();
    ScreenGrab(const ScreenGrab&) = delete;
    ScreenGrab& operator=(const ScreenGrab&) = delete;

    // Copies the rectangle whose upper left corner is (x, y) of the screen; rows of B, G, R, X,
    // valid until the next look. Empty when the server refuses.
    std::span<const std::uint8_t> look(int x, int y);

    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }
    int stride_bytes() const { return image_->bytes_per_line; }

private:
    Display* display_;
    int width_px_;
    int height_px_;
    XShmSegmentInfo segment_{};
    XImage* image_ = nullptr;
};

}  // namespace end_to_end
