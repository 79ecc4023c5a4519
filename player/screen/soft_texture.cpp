#include "player/screen/soft_texture.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "player/screen/pixels.h"

namespace screen {

namespace {

constexpr int least_halved_px = 64;

// In each of the four channels.
std::uint32_t mean(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    const std::uint32_t even =
        (a & 0x00FF00FFU) + (b & 0x00FF00FFU) + (c & 0x00FF00FFU) + (d & 0x00FF00FFU) + 0x00020002U;
    const std::uint32_t odd = ((a >> 8) & 0x00FF00FFU) + ((b >> 8) & 0x00FF00FFU) +
                              ((c >> 8) & 0x00FF00FFU) + ((d >> 8) & 0x00FF00FFU) + 0x00020002U;
    return ((even >> 2) & 0x00FF00FFU) | ((odd << 6) & 0xFF00FF00U);
}

SoftTexture halved(const SoftTexture& whole) {
    SoftTexture made{whole.width_px / 2, whole.height_px / 2, {}, {}, whole.opaque, {}};
    made.pixels.reserve(static_cast<std::size_t>(made.width_px) * made.height_px);
    for (int y = 0; y < made.height_px; ++y) {
        const std::uint32_t* upper =
            whole.pixels.data() + static_cast<std::ptrdiff_t>(2 * y) * whole.width_px;
        const std::uint32_t* lower = upper + whole.width_px;
        for (int x = 0; x < 2 * made.width_px; x += 2) {
            made.pixels.push_back(mean(upper[x], upper[x + 1], lower[x], lower[x + 1]));
        }
    }
    return made;
}

// Whatever is not white is not seen.
bool all_white(const std::vector<std::uint32_t>& texels) {
    return std::ranges::all_of(texels, [](std::uint32_t texel) {
        return (texel & 0x00FFFFFFU) == 0x00FFFFFFU || (texel >> 24) == 0;
    });
}

void halve(SoftTexture& texture) {
    if (std::min(texture.width_px, texture.height_px) < least_halved_px) return;
    texture.half.push_back(halved(texture));
    halve(texture.half.front());
}

}  // namespace

SoftTexture soft_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px) {
    const std::size_t count = static_cast<std::size_t>(width_px) * height_px;
    assert(rgba.size() == 4 * count);
    SoftTexture made{width_px, height_px, std::vector<std::uint32_t>(count), {}, true, {}};
    std::memcpy(made.pixels.data(), rgba.data(), rgba.size());
    if (all_white(made.pixels)) {
        made.coverage.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t alpha = made.pixels[i] >> 24;
            made.coverage[i] = static_cast<std::uint8_t>(alpha);
            made.pixels[i] = alpha * 0x01010101U;
        }
        made.opaque =
            std::ranges::all_of(made.coverage, [](std::uint8_t one) { return one == 255; });
        return made;
    }
    for (std::uint32_t& pixel : made.pixels) {
        made.opaque = made.opaque && (pixel >> 24) == 255;
        pixel = premultiplied(pixel);
    }
    halve(made);
    return made;
}

}  // namespace screen
