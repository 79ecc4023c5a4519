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
    for (std::uint32_t& pixel : made.pixels) {
        made.opaque = made.opaque && (pixel >> 24) == 255;
        pixel = premultiplied(pixel);
    }
    halve(made);
    return made;
}

SoftTexture soft_letters(std::span<const std::uint8_t> coverage, int width_px, int height_px) {
    assert(coverage.size() == static_cast<std::size_t>(width_px) * height_px);
    return {width_px, height_px, {}, {coverage.begin(), coverage.end()}, false, {}};
}

}  // namespace screen
