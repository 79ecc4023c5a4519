#include <array>
#include <cmath>

#include "player/screen/primitive.h"

namespace screen {

namespace {

// (a * (256 - part) + b * part) / 256 in all four channels.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t part) {
    const std::uint32_t even = ((a & 0x00FF00FFU) * (256 - part) + (b & 0x00FF00FFU) * part) >> 8;
    const std::uint32_t odd =
        ((a >> 8) & 0x00FF00FFU) * (256 - part) + ((b >> 8) & 0x00FF00FFU) * part;
    return (even & 0x00FF00FFU) | (odd & 0xFF00FF00U);
}

std::uint32_t pixel_of(std::uint32_t texel) {
    return texel;
}
std::uint32_t pixel_of(std::uint8_t coverage) {
    return white(coverage);
}

// The two rows and their mix that one row of pixels is made from.
template <class Texel>
struct TexelRows {
    const Texel* upper = nullptr;
    const Texel* lower = nullptr;
    std::uint32_t part = 0;  // of the lower one, in 1/256
    int last = 0;            // column

    TexelRows(const Texel* texels, const SoftTexture& texture, int v_256)
        : last(texture.width_px - 1) {
        const int row = v_256 >> 8;
        part = static_cast<std::uint32_t>(v_256) & 0xFFU;
        const auto at = [&](int y) {
            const int inside = std::clamp(y, 0, texture.height_px - 1);
            return texels + static_cast<std::ptrdiff_t>(inside) * texture.width_px;
        };
        upper = at(row);
        lower = at(row + 1);
    }

    std::uint32_t at(int u_256) const {
        const int column = u_256 >> 8;
        const int left = std::clamp(column, 0, last);
        const int right = std::clamp(column + 1, 0, last);
        const std::uint32_t across = static_cast<std::uint32_t>(u_256) & 0xFFU;
        return mixed(mixed(pixel_of(upper[left]), pixel_of(upper[right]), across),
                     mixed(pixel_of(lower[left]), pixel_of(lower[right]), across), part);
    }
};

int to_256(float texels) {
    return static_cast<int>(std::floor(std::clamp(texels, -1.0e6F, 1.0e6F) * 256.0F + 0.5F));
}

void put(std::uint32_t& pixel, std::uint32_t source) {
    pixel = over(source, pixel);
}

void draw_shape(const Fill& fill, const RectPx& area, const Canvas& canvas) {
    for (int y = area.y; y < bottom_of(area); ++y) {
        fill_row(canvas.at(area.x, y), area.width, fill.colour);
    }
}

void draw_shape(const Blit& blit, const RectPx& area, const Canvas& canvas) {
    const SoftTexture& texture = *blit.texture;
    for (int y = area.y; y < bottom_of(area); ++y) {
        std::uint32_t* row = canvas.at(area.x, y);
        const std::ptrdiff_t first =
            static_cast<std::ptrdiff_t>(y + blit.texel_y) * texture.width_px + area.x +
            blit.texel_x;
        if (!texture.coverage.empty()) {
            const std::uint8_t* coverage = texture.coverage.data() + first;
            for (int i = 0; i < area.width; ++i)
                put(row[i], scaled(blit.tint, coverage[i]));
        } else if (blit.tint == 0xFFFFFFFFU) {
            blend_row(row, texture.pixels.data() + first, area.width);
        } else {
            const std::uint32_t* texel = texture.pixels.data() + first;
            for (int i = 0; i < area.width; ++i)
                put(row[i], tinted(texel[i], blit.tint));
        }
    }
}

template <class Texel>
void draw_stretch(const Texel* texels, const Stretch& stretch, const RectPx& area,
                  const Canvas& canvas) {
    const int step = static_cast<int>(std::lround(stretch.du * 65536.0F));
    for (int y = area.y; y < bottom_of(area); ++y) {
        const TexelRows rows(texels, *stretch.texture,
                             to_256(stretch.v0 + stretch.dv * static_cast<float>(y)));
        std::uint32_t* row = canvas.at(area.x, y);
        const float first = stretch.u0 + stretch.du * static_cast<float>(area.x);
        std::int64_t u = static_cast<std::int64_t>(first * 65536.0F);
        for (int i = 0; i < area.width; ++i, u += step) {
            put(row[i], tinted(rows.at(static_cast<int>(u >> 8)), stretch.tint));
        }
    }
}

void draw_shape(const Stretch& stretch, const RectPx& area, const Canvas& canvas) {
    const SoftTexture& texture = *stretch.texture;
    if (texture.coverage.empty()) {
        draw_stretch(texture.pixels.data(), stretch, area, canvas);
    } else {
        draw_stretch(texture.coverage.data(), stretch, area, canvas);
    }
}

std::uint32_t channel(float value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
}

// One row of a triangle, from `x` on. Each does what one kind of triangle needs, no more.
void fading_row(const Triangle& triangle, std::uint32_t* row, int x, int y, int count) {
    const std::uint32_t solid = premultiplied(triangle.rgba | 0xFF000000U);
    const Plane& plane = triangle.colours[3];
    for (int i = 0; i < count; ++i)
        put(row[i], scaled(solid, channel(plane.at(x + i, y))));
}

std::uint32_t colour_at(const Triangle& triangle, int x, int y) {
    std::uint32_t rgba = 0;
    for (std::uint32_t i = 0; i < 4; ++i) {
        rgba |= channel(triangle.colours[i].at(x, y)) << (8 * i);
    }
    return premultiplied(rgba);
}

void coloured_row(const Triangle& triangle, std::uint32_t* row, int x, int y, int count) {
    for (int i = 0; i < count; ++i)
        put(row[i], colour_at(triangle, x + i, y));
}

template <class Texel>
void textured_row(const Texel* texels, const Triangle& triangle, std::uint32_t* row, int x, int y,
                  int count) {
    const bool even = triangle.even_rgb && triangle.even_alpha;
    const std::uint32_t tint = premultiplied(triangle.rgba);
    for (int i = 0; i < count; ++i) {
        const TexelRows rows(texels, *triangle.texture, to_256(triangle.v.at(x + i, y)));
        const std::uint32_t texel = rows.at(to_256(triangle.u.at(x + i, y)));
        put(row[i], tinted(texel, even ? tint : colour_at(triangle, x + i, y)));
    }
}

void draw_shape(const Triangle& triangle, const RectPx& area, const Canvas& canvas) {
    const std::uint32_t even_colour = premultiplied(triangle.rgba);
    for (int y = area.y; y < bottom_of(area); ++y) {
        const Side& broken = y < triangle.middle_row ? triangle.upper : triangle.lower;
        const auto [left, right] =
            std::minmax({triangle.whole.first_pixel(y), broken.first_pixel(y)});
        const int x = std::max(left, area.x);
        const int count = std::min(right, right_of(area)) - x;
        if (count <= 0) continue;
        std::uint32_t* row = canvas.at(x, y);
        if (triangle.texture != nullptr && triangle.texture->coverage.empty()) {
            textured_row(triangle.texture->pixels.data(), triangle, row, x, y, count);
        } else if (triangle.texture != nullptr) {
            textured_row(triangle.texture->coverage.data(), triangle, row, x, y, count);
        } else if (!triangle.even_rgb) {
            coloured_row(triangle, row, x, y, count);
        } else if (!triangle.even_alpha) {
            fading_row(triangle, row, x, y, count);
        } else {
            fill_row(row, count, even_colour);
        }
    }
}

}  // namespace

void draw(const Primitive& primitive, const RectPx& area, const Canvas& canvas) {
    const RectPx part = common(primitive.bounds, area);
    if (is_empty(part)) return;
    std::visit([&](const auto& shape) { draw_shape(shape, part, canvas); }, primitive.shape);
}

}  // namespace screen
