// Arithmetic on 32-bit pixels: 0xAARRGGBB, so B, G, R, A in memory, alpha premultiplied.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "player/screen/mesh.h"

namespace screen {

static_assert(std::endian::native == std::endian::little,
              "pixels are read and written as 32-bit numbers");

// A stretch of memory to draw into; owned by somebody else.
struct Canvas {
    std::uint32_t* pixels = nullptr;
    int stride_px = 0;
    int width_px = 0;
    int height_px = 0;

    std::uint32_t* at(int x, int y) const {
        return pixels + static_cast<std::ptrdiff_t>(y) * stride_px + x;
    }
    RectPx whole() const { return {0, 0, width_px, height_px}; }
};

inline bool is_empty(const RectPx& r) {
    return r.width <= 0 || r.height <= 0;
}
inline int right_of(const RectPx& r) {
    return r.x + r.width;
}
inline int bottom_of(const RectPx& r) {
    return r.y + r.height;
}
inline std::int64_t area_of(const RectPx& r) {
    return is_empty(r) ? 0 : std::int64_t{r.width} * r.height;
}

// What both cover; an empty rectangle (0 wide) where they do not meet.
inline RectPx common(const RectPx& a, const RectPx& b) {
    const int x = std::max(a.x, b.x);
    const int y = std::max(a.y, b.y);
    const int right = std::min(right_of(a), right_of(b));
    const int bottom = std::min(bottom_of(a), bottom_of(b));
    if (right <= x || bottom <= y) return {x, y, 0, 0};
    return {x, y, right - x, bottom - y};
}
inline bool contains(const RectPx& outer, const RectPx& inner) {
    return common(outer, inner) == inner;
}

inline constexpr std::uint32_t alpha_of(std::uint32_t pixel) {
    return pixel >> 24;
}

// All four channels times `factor` (0 to 255) over 255, rounded to nearest: two channels at a time.
inline constexpr std::uint32_t scaled(std::uint32_t pixel, std::uint32_t factor) {
    std::uint32_t even = (pixel & 0x00FF00FFU) * factor + 0x00800080U;
    even = ((even + ((even >> 8) & 0x00FF00FFU)) >> 8) & 0x00FF00FFU;
    std::uint32_t odd = ((pixel >> 8) & 0x00FF00FFU) * factor + 0x00800080U;
    odd = (odd + ((odd >> 8) & 0x00FF00FFU)) & 0xFF00FF00U;
    return even | odd;
}

// White that covers so much, premultiplied.
inline constexpr std::uint32_t white(std::uint8_t coverage) {
    return coverage * 0x01010101U;
}

// `source` over `under`, both premultiplied.
inline constexpr std::uint32_t over(std::uint32_t source, std::uint32_t under) {
    return source + scaled(under, 255U - alpha_of(source));
}

// From a vertex's R, G, B, A bytes.
inline constexpr std::uint32_t premultiplied(std::uint32_t rgba) {
    const std::uint32_t alpha = rgba >> 24;
    const std::uint32_t bgr =
        (rgba & 0x0000FF00U) | ((rgba & 0xFFU) << 16) | ((rgba >> 16) & 0xFFU);
    return scaled(bgr | 0xFF000000U, alpha);
}

// Each channel of `pixel` times the same channel of `tint`, over 255. Both premultiplied.
inline constexpr std::uint32_t tinted(std::uint32_t pixel, std::uint32_t tint) {
    if (tint == 0xFFFFFFFFU) return pixel;
    std::uint32_t made = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        std::uint32_t product = ((pixel >> shift) & 0xFFU) * ((tint >> shift) & 0xFFU) + 0x80U;
        product = (product + (product >> 8)) >> 8;
        made |= product << shift;
    }
    return made;
}

void fill_row(std::uint32_t* row, int count, std::uint32_t source);  // source over the row
void blend_row(std::uint32_t* row, const std::uint32_t* source, int count);

}  // namespace screen
