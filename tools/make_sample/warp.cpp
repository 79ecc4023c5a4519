#include "tools/make_sample/warp.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sample {

namespace {

constexpr int cell_px = 8;

#if defined(__SSE2__)

// Four channels of 16 bits each; the upper half of the register is not used.
using Lanes = __m128i;

inline Lanes spread(std::uint32_t pixel) {
    return _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(pixel)), _mm_setzero_si128());
}
inline std::uint32_t gather(Lanes lanes) {
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_packus_epi16(lanes, lanes)));
}

// The mean of four neighbours, weighted by 7-bit fractions.
inline Lanes mean(const std::uint32_t* upper, const std::uint32_t* lower, int fx, int fy) {
    const __m128i zero = _mm_setzero_si128();
    const __m128i top =
        _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(upper)), zero);
    const __m128i low =
        _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(lower)), zero);
    const __m128i down = _mm_set1_epi16(static_cast<short>(fy));
    const __m128i both =
        _mm_add_epi16(top, _mm_srai_epi16(_mm_mullo_epi16(_mm_sub_epi16(low, top), down), 7));
    const __m128i right = _mm_srli_si128(both, 8);
    const __m128i across = _mm_set1_epi16(static_cast<short>(fx));
    return _mm_add_epi16(both,
                         _mm_srai_epi16(_mm_mullo_epi16(_mm_sub_epi16(right, both), across), 7));
}
inline int alpha_of(Lanes lanes) {
    return _mm_extract_epi16(lanes, 3);
}
inline Lanes over(Lanes above, std::uint32_t below, int alpha) {
    const __m128i keep = _mm_set1_epi16(static_cast<short>(256 - alpha));
    return _mm_add_epi16(above, _mm_srli_epi16(_mm_mullo_epi16(spread(below), keep), 8));
}

#else

using Lanes = std::uint64_t;  // four channels, 16 bits each
constexpr Lanes lane_mask = 0x00FF00FF00FF00FFu;

constexpr Lanes spread(std::uint32_t pixel) {
    return (pixel & 0x00FF00FFu) | (static_cast<Lanes>(pixel & 0xFF00FF00u) << 24);
}
constexpr std::uint32_t gather(Lanes lanes) {
    return static_cast<std::uint32_t>(lanes | (lanes >> 24));
}

// The mean of four neighbours, weighted by 7-bit fractions.
inline Lanes mean(const std::uint32_t* upper, const std::uint32_t* lower, int fx, int fy) {
    const auto right_lower = static_cast<Lanes>((fx * fy) >> 7);
    const Lanes right_upper = static_cast<Lanes>(fx) - right_lower;
    const Lanes left_lower = static_cast<Lanes>(fy) - right_lower;
    const Lanes left_upper = 128 - right_upper - left_lower - right_lower;
    return ((spread(upper[0]) * left_upper + spread(upper[1]) * right_upper +
             spread(lower[0]) * left_lower + spread(lower[1]) * right_lower) >>
            7) &
           lane_mask;
}
inline int alpha_of(Lanes lanes) {
    return static_cast<int>(lanes >> 48);
}
inline Lanes over(Lanes above, std::uint32_t below, int alpha) {
    return above + (((spread(below) * static_cast<Lanes>(256 - alpha)) >> 8) & lane_mask);
}

#endif

struct Node {  // source place, 16 bits of fraction
    std::int32_t x;
    std::int32_t y;
};

void draw_span(const Picture& source, std::uint32_t* out, int count, Node from, Node to) {
    const std::int32_t step_x = (to.x - from.x) / cell_px;
    const std::int32_t step_y = (to.y - from.y) / cell_px;
    std::int32_t x = from.x;
    std::int32_t y = from.y;
    const int last_x = source.width_px() - 2;
    const int last_y = source.height_px() - 2;
    for (int i = 0; i < count; ++i, x += step_x, y += step_y) {
        const int px = x >> 16;
        const int py = y >> 16;
        if (px < 0 || py < 0 || px > last_x || py > last_y) continue;
        const std::uint32_t* upper = source.row(py) + px;
        const std::uint32_t* lower = upper + source.width_px();
        if ((upper[0] | upper[1] | lower[0] | lower[1]) < 0x01000000u) continue;
        const Lanes seen = mean(upper, lower, (x >> 9) & 127, (y >> 9) & 127);
        const int alpha = alpha_of(seen);
        out[i] = alpha >= 254 ? gather(seen) | 0xFF000000u : gather(over(seen, out[i], alpha));
    }
}

}  // namespace

void draw_warped(const Picture& source, const PixelBox& box,
                 const std::function<Point(Point)>& source_at, Picture& target) {
    const int left = std::max(0, box.left);
    const int right = std::min(target.width_px(), box.right);
    const int top = std::max(0, box.top);
    const int bottom = std::min(target.height_px(), box.bottom);
    if (left >= right || top >= bottom) return;
    const int columns = (right - left + cell_px - 1) / cell_px;
    const auto node_row = [&](int y, std::vector<Node>& nodes) {
        for (int i = 0; i <= columns; ++i) {
            const Point at =
                source_at({static_cast<double>(left + i * cell_px), static_cast<double>(y)});
            nodes[static_cast<std::size_t>(i)] = {static_cast<std::int32_t>(at.x * 65536),
                                                  static_cast<std::int32_t>(at.y * 65536)};
        }
    };
    std::vector<Node> upper(static_cast<std::size_t>(columns) + 1);
    std::vector<Node> lower(upper.size());
    node_row(top, lower);
    for (int cell_top = top; cell_top < bottom; cell_top += cell_px) {
        upper.swap(lower);
        node_row(cell_top + cell_px, lower);
        const int rows = std::min(cell_px, bottom - cell_top);
        for (int k = 0; k < rows; ++k) {
            std::uint32_t* row = target.row(cell_top + k);
            const auto down = [&](std::size_t i) {
                return Node{upper[i].x + (lower[i].x - upper[i].x) / cell_px * k,
                            upper[i].y + (lower[i].y - upper[i].y) / cell_px * k};
            };
            Node from = down(0);
            for (int i = 0; i < columns; ++i) {
                const Node to = down(static_cast<std::size_t>(i) + 1);
                const int x = left + i * cell_px;
                draw_span(source, row + x, std::min(cell_px, right - x), from, to);
                from = to;
            }
        }
    }
}

}  // namespace sample
