// Memory that is drawn into, on its way to the screen. Private to this folder.
#pragma once

#include <span>
#include <vector>

#include "player/screen/pixels.h"
#include "player/screen/sdl_handles.h"

namespace screen {

// Mostly the memory that the window system itself shows. Where that is not made of 32-bit pixels,
// or there is none (Wayland), memory of our own that is copied. Main thread only.
class SoftScreen {
public:
    explicit SoftScreen(SDL_Window* window);

    struct Lease {
        Canvas canvas;      // nothing to draw into (minimised, no memory) when it is empty
        bool fresh = true;  // what was drawn before is gone
    };
    // To be asked anew for every drawing: a window that was resized has other memory.
    Lease canvas();

    // Brings these parts of the canvas to the screen.
    void send(std::span<const RectPx> parts);

private:
    Lease own_canvas(int width_px, int height_px);
    void send_through_renderer(std::span<const RectPx> parts);

    SDL_Window* window_;
    SDL_Surface* surface_ = nullptr;  // owned by the window
    SurfaceHandle own_;               // where surface_ cannot be drawn into
    RendererHandle renderer_;         // where there is no surface_
    TextureHandle texture_;
};

}  // namespace screen
