// The textures of the software path.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "player/screen/mesh.h"

namespace screen {

struct SoftTexture {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint32_t> pixels;   // of a picture: premultiplied, as in pixels.h
    std::vector<std::uint8_t> coverage;  // of letters, which are white: alpha alone, and no pixels
    bool opaque = false;
    // The same at half the size, of which there may be another half and so on: what is drawn much
    // smaller is made from the nearest one, so that no texel is left out. Empty: none. Pictures
    // only.
    std::vector<SoftTexture> half;
};

// From R, G, B, A bytes that are not premultiplied.
SoftTexture soft_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px);
// From a byte of coverage for each texel.
SoftTexture soft_letters(std::span<const std::uint8_t> coverage, int width_px, int height_px);

using SoftTextures = std::unordered_map<TextureId, SoftTexture>;

}  // namespace screen
