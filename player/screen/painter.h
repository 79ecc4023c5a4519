// What the two drawing paths have in common. Private to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "player/screen/window.h"

namespace screen {

// Main thread only.
class Painter {
public:
    virtual ~Painter() = default;

    virtual void add_texture(TextureId id, std::span<const std::uint8_t> rgba, int width_px,
                             int height_px) = 0;
    virtual void add_letters(TextureId id, std::span<const std::uint8_t> coverage, int width_px,
                             int height_px) = 0;
    virtual void drop_texture(TextureId id) = 0;
    virtual ShowCost show(const Scene& scene) = 0;
    virtual void wait_for_refresh(bool) {}  // of the screen, in show(), where it can be waited for
    virtual void repaint() = 0;             // the next show() does everything again
    virtual void textures_lost() = 0;       // the GPU forgot them
    virtual std::vector<std::uint8_t> pixels() = 0;
    virtual RectPx size() const = 0;
};

}  // namespace screen
