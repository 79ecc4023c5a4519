// Makes triangles as an interface library does, for benches and tests that know none.
#pragma once

#include <cstdint>
#include <vector>

#include "player/screen/mesh.h"

namespace bench {

// R, G, B, A as a vertex wants them.
constexpr std::uint32_t rgba(std::uint32_t r, std::uint32_t g, std::uint32_t b,
                             std::uint32_t a = 255) {
    return r | (g << 8) | (b << 16) | (a << 24);
}

struct Box {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
};

// A made-up font: a texture of white blobs with soft edges, and where its first texel is that is
// white all over.
struct BlobFont {
    int width_px = 256;
    int height_px = 256;
    int glyph_width = 9;
    int glyph_height = 16;
    std::vector<std::uint8_t> coverage;
};
BlobFont blob_font();

// A picture of a size, with colours that differ everywhere.
std::vector<std::uint8_t> made_up_picture(int width_px, int height_px);

class MeshMaker {
public:
    // What follows is drawn with this texture and inside this clip.
    void use(screen::TextureId texture, screen::RectPx clip);
    void triangle(screen::MeshVertex a, screen::MeshVertex b, screen::MeshVertex c);
    void rectangle(const Box& box, std::uint32_t colour, float u0 = 0, float v0 = 0, float u1 = 0,
                   float v1 = 0);
    // With a softened edge, as a fan and a ring around it.
    void rounded(const Box& box, float radius, std::uint32_t colour);
    void text(const BlobFont& font, float x, float y, int letters, std::uint32_t colour);

    const screen::Mesh& mesh() const { return mesh_; }

private:
    std::uint32_t vertex(const screen::MeshVertex& vertex);
    void index(std::uint32_t a, std::uint32_t b, std::uint32_t c);

    screen::Mesh mesh_;
};

// About what the stage shows: panels, a list of questions, a strip of faces, a bar, buttons.
// `progress` is 0 to 1; `font_texture` and `face_texture` were made from the two above.
screen::Mesh made_up_stage(int width_px, int height_px, double progress, const BlobFont& font,
                           screen::TextureId font_texture, screen::TextureId face_texture);

}  // namespace bench
