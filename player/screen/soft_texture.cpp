#include "player/screen/soft_texture.h"

#include <cassert>
#include <cstring>

#include "player/screen/pixels.h"

namespace screen {

SoftTexture soft_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px) {
    const std::size_t count = static_cast<std::size_t>(width_px) * height_px;
    assert(rgba.size() == 4 * count);
    SoftTexture made{width_px, height_px, std::vector<std::uint32_t>(count), {}, true};
    bool white = true;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t texel = 0;
        std::memcpy(&texel, rgba.data() + 4 * i, 4);
        white = white && ((texel & 0x00FFFFFFU) == 0x00FFFFFFU || (texel >> 24) == 0);
        made.opaque = made.opaque && (texel >> 24) == 255;
        made.pixels[i] = premultiplied(texel);
    }
    if (white) {
        made.coverage.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            made.coverage[i] = static_cast<std::uint8_t>(alpha_of(made.pixels[i]));
        }
    }
    return made;
}

}  // namespace screen
