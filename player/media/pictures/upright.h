// Cameras store pictures lying on their side, with a note how to turn them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace media {

// How a stored picture has to be turned and mirrored to stand upright: first the axes are swapped
// (if at all), then the result is mirrored.
struct Upright {
    bool swap = false;
    bool mirror_x = false;
    bool mirror_y = false;

    bool operator==(const Upright&) const = default;
    bool nothing_to_do() const { return !swap && !mirror_x && !mirror_y; }
};

// Reads a display matrix (9 numbers as FFmpeg has them), rounded to quarter turns.
Upright upright_of(const std::int32_t* matrix);

// Moves one plane so that it stands upright. Works in square tiles: rows of the one are columns of
// the other, and whole columns would miss the cache at every step.
//
// @param from_stride, to_stride  in pixels
// @param to_width, to_height     of the upright plane
template <class Pixel>
void turn_plane(const Upright& upright, const Pixel* from, std::ptrdiff_t from_stride, Pixel* to,
                std::ptrdiff_t to_stride, int to_width, int to_height) {
    const std::ptrdiff_t step_x = upright.swap ? from_stride : 1;
    const std::ptrdiff_t step_y = upright.swap ? 1 : from_stride;
    const std::ptrdiff_t dx = upright.mirror_x ? -step_x : step_x;
    const std::ptrdiff_t dy = upright.mirror_y ? -step_y : step_y;
    const Pixel* origin = from + (upright.mirror_x ? (to_width - 1) * step_x : 0) +
                          (upright.mirror_y ? (to_height - 1) * step_y : 0);
    constexpr int tile = 32;
    for (int tile_y = 0; tile_y < to_height; tile_y += tile) {
        const int end_y = std::min(tile_y + tile, to_height);
        for (int tile_x = 0; tile_x < to_width; tile_x += tile) {
            const int end_x = std::min(tile_x + tile, to_width);
            for (int y = tile_y; y < end_y; ++y) {
                const Pixel* source = origin + y * dy + tile_x * dx;
                Pixel* target = to + y * to_stride;
                for (int x = tile_x; x < end_x; ++x, source += dx)
                    target[x] = *source;
            }
        }
    }
}

}  // namespace media
