// A mesh taken apart into what can be drawn quickly on the processor.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "player/screen/mesh.h"
#include "player/screen/pixels.h"
#include "player/screen/soft_texture.h"

namespace screen {

// A rectangle of one colour.
struct Fill {
    std::uint32_t colour = 0;
};

// An upright piece of a texture, texel for pixel: the letters.
struct Blit {
    const SoftTexture* texture = nullptr;
    std::uint32_t tint = 0;
    int texel_x = 0;  // of the pixel at (0, 0) of the window
    int texel_y = 0;
};

// An upright piece of a texture at another size, smoothed.
struct Stretch {
    const SoftTexture* texture = nullptr;
    std::uint32_t tint = 0;
    float u0 = 0;  // in texels at the centre of the window's pixel (0, 0)
    float du = 0;  // more for each pixel to the right
    float v0 = 0;
    float dv = 0;  // more for each pixel down
};

// One value that changes evenly over the window.
struct Plane {
    float at_origin = 0;  // at the centre of the window's pixel (0, 0)
    float dx = 0;
    float dy = 0;

    float at(int x, int y) const {
        return at_origin + dx * static_cast<float>(x) + dy * static_cast<float>(y);
    }
};

// One side of a triangle, from its upper to its lower end, so that two triangles with a common side
// have exactly the same numbers for it: no pixel between them is drawn twice or left out.
struct Side {
    int x = 0;  // 1/256 pixels
    int y = 0;
    std::int64_t slope = 0;  // to the right for each step down, in 1/2^24

    int first_pixel(int row) const;  // the first one whose centre is at or right of the side
};

struct Triangle {
    Side whole;  // from the top to the bottom corner
    Side upper;
    Side lower;
    int middle_row = 0;                    // the first row that is `lower`'s
    const SoftTexture* texture = nullptr;  // nothing: one texel all over, in the colours already
    bool even_rgb = false;                 // only alpha changes
    bool even_alpha = false;
    std::uint32_t rgba = 0;        // of the first corner, R lowest
    std::array<Plane, 4> colours;  // R, G, B, A: 0 to 255, not premultiplied
    Plane u;                       // texels
    Plane v;
};

struct Primitive {
    RectPx bounds;  // inside the command's clip and the window
    std::variant<Fill, Blit, Stretch, Triangle> shape;

    bool hides_all() const;  // covers every pixel of its bounds and lets nothing through
};

// One primitive of a mesh, before it is worked out how to draw it.
struct Outline {
    RectPx bounds;           // around all its pixels, inside the command's clip and the window
    std::uint64_t hash = 0;  // of everything that its pixels depend on
    std::uint32_t first_index = 0;
    bool is_rectangle = false;  // of six indices; otherwise a triangle of three
    const SoftTexture* texture = nullptr;
};

// What `mesh` draws into a window of this size, in its order. Commands whose texture is unknown
// and indices that are none draw nothing. Holds pointers into `textures`.
void take_apart(const Mesh& mesh, const SoftTextures& textures, const RectPx& window,
                std::vector<Outline>& into);

// How to draw an outline of the same mesh; nothing when it covers no pixel.
std::optional<Primitive> primitive_of(const Mesh& mesh, const Outline& outline);

// Draws the part of `primitive` that is inside `area`.
void draw(const Primitive& primitive, const RectPx& area, const Canvas& canvas);

}  // namespace screen
