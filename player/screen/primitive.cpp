#include "player/screen/primitive.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace screen {

namespace {

// Smoothing looks at two texels beside each other: where more lie in a pixel, some are left out.
constexpr float most_texels_a_pixel = 1.5F;
constexpr float far_px = 1.0e6F;  // beyond that a corner is as good as there

// 1/256 pixels: what common corners of two shapes are rounded to together.
int to_fixed(float px) {
    return static_cast<int>(std::lround(std::clamp(px, -far_px, far_px) * 256.0F));
}

// The first pixel or row whose centre is at or beyond a position.
int first_centre(int fixed) {
    return (fixed + 127) >> 8;
}

std::uint64_t mixed_in(std::uint64_t state, std::uint64_t word) {
    state = (state ^ word) * 0x9E3779B97F4A7C15ULL;
    return state ^ (state >> 29);
}

std::uint64_t hash_of(const MeshVertex& vertex) {
    static_assert(sizeof(MeshVertex) == 20);
    std::uint64_t words[3] = {};
    std::memcpy(words, &vertex, sizeof vertex);
    return mixed_in(mixed_in(words[0], words[1]), words[2]);
}

std::uint64_t hash_of(const RectPx& r) {
    std::uint64_t words[2] = {};
    static_assert(sizeof(RectPx) == sizeof words);
    std::memcpy(words, &r, sizeof r);
    return mixed_in(words[0], words[1]);
}

std::uint32_t nearest_texel(const SoftTexture& texture, float u, float v) {
    const auto at = [](float part, int size) {
        return std::clamp(static_cast<int>(part * static_cast<float>(size)), 0, size - 1);
    };
    const std::size_t index =
        static_cast<std::size_t>(at(v, texture.height_px)) * texture.width_px +
        at(u, texture.width_px);
    return texture.coverage.empty() ? texture.pixels[index] : white(texture.coverage[index]);
}

bool usable(const MeshVertex& v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.u) && std::isfinite(v.v);
}

// An upright rectangle out of two triangles.
struct Quad {
    MeshVertex low;     // left, upper
    MeshVertex high;    // right, lower
    bool flat = false;  // the same texel all over
};

// Two triangles that make exactly one upright rectangle of one colour, with an upright texture.
std::optional<Quad> as_quad(const std::array<const MeshVertex*, 6>& corner) {
    // The corner that only the second triangle has, and the one that only the first has.
    const auto in = [&](std::size_t from, const MeshVertex* v) {
        return corner[from] == v || corner[from + 1] == v || corner[from + 2] == v;
    };
    const MeshVertex* lone[2] = {nullptr, nullptr};
    int shared = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (in(3, corner[i])) {
            ++shared;
        } else {
            lone[0] = corner[i];
        }
        if (!in(0, corner[3 + i])) lone[1] = corner[3 + i];
    }
    if (shared != 2 || lone[0] == nullptr || lone[1] == nullptr) return std::nullopt;

    const MeshVertex& a = *lone[0];
    const MeshVertex& b = *lone[1];
    if (a.x == b.x || a.y == b.y) return std::nullopt;
    for (const MeshVertex* v : corner) {
        if (v->rgba != a.rgba) return std::nullopt;
        if (v == &a || v == &b) continue;
        // The shared corners are the other two of the rectangle, and their texels too.
        const bool below_a = v->x == a.x && v->y == b.y && v->u == a.u && v->v == b.v;
        const bool beside_a = v->x == b.x && v->y == a.y && v->u == b.u && v->v == a.v;
        if (!below_a && !beside_a) return std::nullopt;
    }
    for (std::size_t i = 0; i < 3; ++i) {  // they are two different ones
        for (std::size_t k = i + 1; k < 3; ++k) {
            if (corner[i]->x == corner[k]->x && corner[i]->y == corner[k]->y) return std::nullopt;
        }
    }
    Quad quad{a, b, a.u == b.u && a.v == b.v};
    if (quad.low.x > quad.high.x) {
        std::swap(quad.low.x, quad.high.x);
        std::swap(quad.low.u, quad.high.u);
    }
    if (quad.low.y > quad.high.y) {
        std::swap(quad.low.y, quad.high.y);
        std::swap(quad.low.v, quad.high.v);
    }
    return quad;
}

// The pixels whose centres are in the rectangle.
RectPx covered(const Quad& quad) {
    const int x = first_centre(to_fixed(quad.low.x));
    const int y = first_centre(to_fixed(quad.low.y));
    return {x, y, first_centre(to_fixed(quad.high.x)) - x, first_centre(to_fixed(quad.high.y)) - y};
}

// Texel for pixel, if the piece is as large as it is to be drawn and starts on a whole texel.
std::optional<Primitive> as_blit(const Quad& quad, const SoftTexture& texture) {
    const float left = quad.low.u * static_cast<float>(texture.width_px);
    const float top = quad.low.v * static_cast<float>(texture.height_px);
    const float wide = quad.high.u * static_cast<float>(texture.width_px) - left;
    const float high = quad.high.v * static_cast<float>(texture.height_px) - top;
    const auto near = [](float a, float b) { return std::abs(a - b) < 0.02F; };
    if (!near(wide, quad.high.x - quad.low.x) || !near(high, quad.high.y - quad.low.y) ||
        !near(left, std::round(left)) || !near(top, std::round(top)) ||
        !near(wide, std::round(wide)) || !near(high, std::round(high))) {
        return std::nullopt;
    }
    const int x = static_cast<int>(std::floor(std::clamp(quad.low.x, -far_px, far_px) + 0.5F));
    const int y = static_cast<int>(std::floor(std::clamp(quad.low.y, -far_px, far_px) + 0.5F));
    Primitive made;
    const Blit blit{&texture, premultiplied(quad.low.rgba), static_cast<int>(std::lround(left)) - x,
                    static_cast<int>(std::lround(top)) - y};
    made.bounds = {x, y, static_cast<int>(std::lround(wide)), static_cast<int>(std::lround(high))};
    made.bounds =
        common(made.bounds, {-blit.texel_x, -blit.texel_y, texture.width_px, texture.height_px});
    made.shape = blit;
    return made;
}

// The one whose texels are as close together as the pixels, or closer, but not by much.
const SoftTexture& near_in_size(const Quad& quad, const SoftTexture& whole) {
    const float across = (quad.high.u - quad.low.u) / (quad.high.x - quad.low.x);
    const float down = (quad.high.v - quad.low.v) / (quad.high.y - quad.low.y);
    const SoftTexture* best = &whole;
    while (!best->half.empty() &&
           std::min(across * static_cast<float>(best->width_px),
                    down * static_cast<float>(best->height_px)) >= most_texels_a_pixel) {
        best = &best->half.front();
    }
    return *best;
}

Primitive as_stretch(const Quad& quad, const SoftTexture& whole) {
    const SoftTexture& texture = near_in_size(quad, whole);
    const auto wide = static_cast<float>(texture.width_px);
    const auto high = static_cast<float>(texture.height_px);
    Stretch stretch;
    stretch.texture = &texture;
    stretch.tint = premultiplied(quad.low.rgba);
    stretch.du = (quad.high.u - quad.low.u) * wide / (quad.high.x - quad.low.x);
    stretch.dv = (quad.high.v - quad.low.v) * high / (quad.high.y - quad.low.y);
    stretch.u0 = quad.low.u * wide + (0.5F - quad.low.x) * stretch.du - 0.5F;
    stretch.v0 = quad.low.v * high + (0.5F - quad.low.y) * stretch.dv - 0.5F;
    return {covered(quad), stretch};
}

Primitive as_primitive(const Quad& quad, const SoftTexture* texture) {
    if (texture == nullptr) return {covered(quad), Fill{premultiplied(quad.low.rgba)}};
    if (quad.flat) {
        const std::uint32_t texel = nearest_texel(*texture, quad.low.u, quad.low.v);
        return {covered(quad), Fill{tinted(texel, premultiplied(quad.low.rgba))}};
    }
    if (auto blit = as_blit(quad, *texture)) return *blit;
    return as_stretch(quad, *texture);
}

struct Corner {
    int x = 0;  // 1/256 pixels
    int y = 0;
    const MeshVertex* vertex = nullptr;
};

Side side(const Corner& top, const Corner& bottom) {
    const std::int64_t down = bottom.y - top.y;
    const std::int64_t right = std::int64_t{bottom.x} - top.x;
    return {top.x, top.y, down == 0 ? 0 : (right << 24) / down};
}

std::optional<Primitive> as_triangle(const std::array<const MeshVertex*, 3>& vertices,
                                     const SoftTexture* texture) {
    std::array<Corner, 3> c;
    for (std::size_t i = 0; i < 3; ++i) {
        c[i] = {to_fixed(vertices[i]->x), to_fixed(vertices[i]->y), vertices[i]};
    }
    std::sort(c.begin(), c.end(),
              [](const Corner& a, const Corner& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    const double x1 = (c[1].x - c[0].x) / 256.0;
    const double y1 = (c[1].y - c[0].y) / 256.0;
    const double x2 = (c[2].x - c[0].x) / 256.0;
    const double y2 = (c[2].y - c[0].y) / 256.0;
    const double twice_area = x1 * y2 - x2 * y1;
    if (twice_area == 0) return std::nullopt;

    const auto plane = [&](double v0, double v1, double v2) {
        const double dx = ((v1 - v0) * y2 - (v2 - v0) * y1) / twice_area;
        const double dy = ((v2 - v0) * x1 - (v1 - v0) * x2) / twice_area;
        const double at_origin = v0 + dx * (0.5 - c[0].x / 256.0) + dy * (0.5 - c[0].y / 256.0);
        return Plane{static_cast<float>(at_origin), static_cast<float>(dx), static_cast<float>(dy)};
    };
    const MeshVertex& a = *c[0].vertex;
    const MeshVertex& b = *c[1].vertex;
    const MeshVertex& d = *c[2].vertex;

    Triangle made;
    made.whole = side(c[0], c[2]);
    made.upper = side(c[0], c[1]);
    made.lower = side(c[1], c[2]);
    made.middle_row = first_centre(c[1].y);
    made.texture = texture;
    made.even_rgb =
        ((a.rgba ^ b.rgba) & 0x00FFFFFFU) == 0 && ((a.rgba ^ d.rgba) & 0x00FFFFFFU) == 0;
    made.even_alpha = ((a.rgba ^ b.rgba) >> 24) == 0 && ((a.rgba ^ d.rgba) >> 24) == 0;
    std::uint32_t texel = 0xFFFFFFFFU;
    if (texture != nullptr && a.u == b.u && a.u == d.u && a.v == b.v && a.v == d.v) {
        texel = nearest_texel(*texture, a.u, a.v);
        made.texture = nullptr;
        if (texel == 0) return std::nullopt;
    }
    for (std::size_t i = 0; i < 4; ++i) {
        // Texels are B, G, R, A and premultiplied, colours are R, G, B, A and are not.
        const std::uint32_t shift = i == 3 ? 24 : 16 - 8 * static_cast<std::uint32_t>(i);
        double factor = ((texel >> shift) & 0xFFU) / 255.0;
        if (i < 3) factor *= 255.0 / alpha_of(texel);
        const auto value = [&](const MeshVertex& v) {
            return ((v.rgba >> (8 * i)) & 0xFFU) * factor;
        };
        made.colours[i] = plane(value(a), value(b), value(d));
        made.rgba |= static_cast<std::uint32_t>(value(a) + 0.5) << (8 * i);
    }
    if (made.texture != nullptr) {
        const double wide = made.texture->width_px;
        const double high = made.texture->height_px;
        made.u = plane(a.u * wide - 0.5, b.u * wide - 0.5, d.u * wide - 0.5);
        made.v = plane(a.v * high - 0.5, b.v * high - 0.5, d.v * high - 0.5);
    }
    const auto [left, right] = std::minmax({c[0].x, c[1].x, c[2].x});
    const int x = first_centre(left);
    const int y = first_centre(c[0].y);
    return Primitive{{x, y, first_centre(right) - x, first_centre(c[2].y) - y}, made};
}

template <std::size_t Count>
std::array<const MeshVertex*, Count> corners(const Mesh& mesh, std::size_t first_index) {
    std::array<const MeshVertex*, Count> found{};
    for (std::size_t i = 0; i < Count; ++i) {
        found[i] = &mesh.vertices[mesh.indices[first_index + i]];
    }
    return found;
}

bool can_be_drawn(const Mesh& mesh, std::size_t first_index) {
    for (std::size_t i = first_index; i < first_index + 3; ++i) {
        const std::uint32_t index = mesh.indices[i];
        if (index >= mesh.vertices.size() || !usable(mesh.vertices[index])) return false;
    }
    return true;
}

// Around all corners, out to whole pixels.
RectPx bounds_of(const Mesh& mesh, std::size_t first_index, std::size_t count) {
    const MeshVertex& first = mesh.vertices[mesh.indices[first_index]];
    float left = first.x;
    float right = first.x;
    float top = first.y;
    float bottom = first.y;
    for (std::size_t i = first_index + 1; i < first_index + count; ++i) {
        const MeshVertex& vertex = mesh.vertices[mesh.indices[i]];
        left = std::min(left, vertex.x);
        right = std::max(right, vertex.x);
        top = std::min(top, vertex.y);
        bottom = std::max(bottom, vertex.y);
    }
    const auto whole = [](float px) { return static_cast<int>(std::clamp(px, -far_px, far_px)); };
    const int x = whole(std::floor(left));
    const int y = whole(std::floor(top));
    return {x, y, whole(std::ceil(right)) - x, whole(std::ceil(bottom)) - y};
}

}  // namespace

int Side::first_pixel(int row) const {
    const std::int64_t down = std::int64_t{row} * 256 + 128 - y;
    const std::int64_t at = (std::int64_t{x} << 24) + slope * down;  // 1/2^32 pixels
    constexpr std::int64_t half = std::int64_t{1} << 31;
    return static_cast<int>((at + half - 1) >> 32);
}

bool Primitive::hides_all() const {
    if (const auto* fill = std::get_if<Fill>(&shape)) return alpha_of(fill->colour) == 255;
    if (const auto* blit = std::get_if<Blit>(&shape)) {
        return blit->texture->opaque && alpha_of(blit->tint) == 255;
    }
    if (const auto* stretch = std::get_if<Stretch>(&shape)) {
        return stretch->texture->opaque && alpha_of(stretch->tint) == 255;
    }
    return false;
}

void take_apart(const Mesh& mesh, const SoftTextures& textures, const RectPx& window,
                std::vector<Outline>& into) {
    into.clear();
    // Most vertices are part of several triangles.
    std::vector<std::uint64_t> hashes(mesh.vertices.size());
    for (std::size_t i = 0; i < hashes.size(); ++i)
        hashes[i] = hash_of(mesh.vertices[i]);

    for (const MeshCommand& command : mesh.commands) {
        const RectPx clip = common(command.clip, window);
        if (is_empty(clip)) continue;
        Outline outline;
        if (command.texture != 0) {
            const auto found = textures.find(command.texture);
            if (found == textures.end()) continue;
            outline.texture = &found->second;
        }
        const std::size_t end = std::min<std::size_t>(
            mesh.indices.size(), std::size_t{command.first_index} + command.index_count);
        std::size_t step = 3;
        for (std::size_t at = command.first_index; at + 3 <= end; at += step) {
            step = 3;
            if (!can_be_drawn(mesh, at)) continue;
            outline.is_rectangle =
                at + 6 <= end && can_be_drawn(mesh, at + 3) && as_quad(corners<6>(mesh, at));
            if (outline.is_rectangle) step = 6;
            const RectPx around = bounds_of(mesh, at, step);
            outline.bounds = common(around, clip);
            if (is_empty(outline.bounds)) continue;
            outline.first_index = static_cast<std::uint32_t>(at);
            outline.hash = mixed_in(command.texture, hash_of(outline.bounds));
            for (std::size_t i = at; i < at + step; ++i) {
                outline.hash = mixed_in(outline.hash, hashes[mesh.indices[i]]);
            }
            into.push_back(outline);
        }
    }
}

std::optional<Primitive> primitive_of(const Mesh& mesh, const Outline& outline) {
    std::optional<Primitive> made;
    if (outline.is_rectangle) {
        const auto quad = as_quad(corners<6>(mesh, outline.first_index));
        if (quad) made = as_primitive(*quad, outline.texture);
    } else {
        made = as_triangle(corners<3>(mesh, outline.first_index), outline.texture);
    }
    if (made) made->bounds = common(made->bounds, outline.bounds);
    if (made && is_empty(made->bounds)) made.reset();
    return made;
}

}  // namespace screen
