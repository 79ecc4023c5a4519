#include "tools/bench/mesh_maker.h"

#include <cmath>
#include <numbers>

namespace bench {

using screen::MeshVertex;

BlobFont blob_font() {
    BlobFont font;
    font.coverage.resize(static_cast<std::size_t>(font.width_px) * font.height_px);
    const auto texel = [&](int x, int y) -> std::uint8_t& {
        return font.coverage[static_cast<std::size_t>(y) * font.width_px + x];
    };
    for (int y = 0; y < font.height_px; ++y) {
        for (int x = 0; x < font.width_px; ++x) {
            const int in_x = x % (font.glyph_width + 1);
            const int in_y = y % (font.glyph_height + 1);
            const bool stroke = in_x < 2 || (in_y % 7 < 2 && in_x < font.glyph_width);
            const bool edge = in_x == 2 || (in_y % 7 == 2 && in_x < font.glyph_width);
            texel(x, y) = static_cast<std::uint8_t>(stroke ? 255 : edge ? 110 : 0);
        }
    }
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 2; ++x)
            texel(x, y) = 255;
    }
    return font;
}

std::vector<std::uint8_t> made_up_picture(int width_px, int height_px) {
    std::vector<std::uint8_t> pixels(4 * static_cast<std::size_t>(width_px) * height_px);
    std::size_t at = 0;
    for (int y = 0; y < height_px; ++y) {
        for (int x = 0; x < width_px; ++x) {
            pixels[at++] = static_cast<std::uint8_t>(x * 255 / width_px);
            pixels[at++] = static_cast<std::uint8_t>(y * 255 / height_px);
            pixels[at++] = static_cast<std::uint8_t>((x / 8 + y / 8) % 2 * 120 + 60);
            pixels[at++] = 255;
        }
    }
    return pixels;
}

void MeshMaker::use(screen::TextureId texture, screen::RectPx clip) {
    mesh_.commands.push_back({texture, clip, static_cast<std::uint32_t>(mesh_.indices.size()), 0});
}

std::uint32_t MeshMaker::vertex(const MeshVertex& vertex) {
    mesh_.vertices.push_back(vertex);
    return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
}

void MeshMaker::index(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    mesh_.indices.insert(mesh_.indices.end(), {a, b, c});
    mesh_.commands.back().index_count += 3;
}

void MeshMaker::triangle(MeshVertex a, MeshVertex b, MeshVertex c) {
    const std::uint32_t first = vertex(a);
    vertex(b);
    vertex(c);
    index(first, first + 1, first + 2);
}

void MeshMaker::rectangle(const Box& box, std::uint32_t colour, float u0, float v0, float u1,
                          float v1) {
    const float right = box.x + box.width;
    const float bottom = box.y + box.height;
    const std::uint32_t first = vertex({box.x, box.y, u0, v0, colour});
    vertex({right, box.y, u1, v0, colour});
    vertex({right, bottom, u1, v1, colour});
    vertex({box.x, bottom, u0, v1, colour});
    index(first, first + 1, first + 2);
    index(first, first + 2, first + 3);
}

void MeshMaker::rounded(const Box& box, float radius, std::uint32_t colour) {
    constexpr int steps = 6;  // in a corner
    struct Point {
        float x, y, out_x, out_y;
    };
    std::vector<Point> outline;
    const float x[2] = {box.x + box.width - radius, box.x + radius};
    const float y[2] = {box.y + box.height - radius, box.y + radius};
    for (int corner = 0; corner < 4; ++corner) {
        const float centre_x = x[corner == 1 || corner == 2];
        const float centre_y = y[corner >= 2];
        for (int step = 0; step <= steps; ++step) {
            const double angle =
                (corner + static_cast<double>(step) / steps) * std::numbers::pi / 2;
            const auto out_x = static_cast<float>(std::cos(angle));
            const auto out_y = static_cast<float>(std::sin(angle));
            outline.push_back({centre_x + out_x * radius, centre_y + out_y * radius, out_x, out_y});
        }
    }
    const auto count = static_cast<std::uint32_t>(outline.size());
    const auto inner = static_cast<std::uint32_t>(mesh_.vertices.size());
    for (const Point& p : outline) {
        vertex({p.x - 0.5F * p.out_x, p.y - 0.5F * p.out_y, 0, 0, colour});
    }
    for (const Point& p : outline) {
        vertex({p.x + 0.5F * p.out_x, p.y + 0.5F * p.out_y, 0, 0, colour & 0x00FFFFFFU});
    }
    for (std::uint32_t i = 2; i < count; ++i)
        index(inner, inner + i - 1, inner + i);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t next = (i + 1) % count;
        index(inner + i, inner + next, inner + count + next);
        index(inner + i, inner + count + next, inner + count + i);
    }
}

void MeshMaker::text(const BlobFont& font, float x, float y, int letters, std::uint32_t colour) {
    const int across = font.width_px / (font.glyph_width + 1);
    for (int i = 0; i < letters; ++i) {
        const int column = (i * 7 + 3) % across;
        const int row = i % (font.height_px / (font.glyph_height + 1));
        const auto u0 = static_cast<float>(column * (font.glyph_width + 1));
        const auto v0 = static_cast<float>(row * (font.glyph_height + 1));
        const auto wide = static_cast<float>(font.glyph_width);
        const auto high = static_cast<float>(font.glyph_height);
        const auto width = static_cast<float>(font.width_px);
        const auto height = static_cast<float>(font.height_px);
        rectangle({x + static_cast<float>(i) * (wide + 1), y, wide, high}, colour, u0 / width,
                  v0 / height, (u0 + wide) / width, (v0 + high) / height);
    }
}

screen::Mesh made_up_stage(int width_px, int height_px, double progress, const BlobFont& font,
                           screen::TextureId font_texture, screen::TextureId face_texture) {
    const auto width = static_cast<float>(width_px);
    const auto height = static_cast<float>(height_px);
    const screen::RectPx whole{0, 0, width_px, height_px};
    constexpr std::uint32_t panel = rgba(28, 32, 40);
    constexpr std::uint32_t raised = rgba(40, 46, 56);
    constexpr std::uint32_t ink = rgba(235, 235, 235);
    const float list_x = std::floor(width * 0.76F);
    MeshMaker make;
    make.use(font_texture, whole);
    make.rectangle({0, 0, width, 64}, panel);
    make.rectangle({list_x, 64, width - list_x, height - 64}, panel);
    make.rectangle({0, height - 150, list_x, 150}, panel);
    make.text(font, 20, 20, 44, ink);

    const int rows = (height_px - 72) / 34;
    for (int i = 0; i < rows; ++i) {
        const float y = 72 + 34 * static_cast<float>(i);
        make.rounded({list_x + 8, y, width - list_x - 16, 30}, 8,
                     i == 4 ? rgba(60, 90, 140) : raised);
        make.rounded({list_x + 18, y + 9, 12, 12}, 6, rgba(240, 180, 60));
        make.text(font, list_x + 40, y + 7, (width_px - static_cast<int>(list_x) - 60) / 10, ink);
    }
    constexpr int faces = 12;
    for (int i = 0; i < faces; ++i) {
        const float x = std::floor(10 + static_cast<float>(i) * (list_x - 20) / faces);
        make.use(face_texture, whole);
        make.rectangle({x, height - 142, 68, 68}, rgba(255, 255, 255), 0, 0, 1, 1);
        make.use(font_texture, whole);
        make.text(font, x, height - 70, 6, ink);
        make.text(font, x, height - 52, 7, rgba(170, 170, 170));
    }
    const auto done = static_cast<float>(progress) * (list_x - 40);
    make.rounded({20, height - 176, list_x - 40, 10}, 5, rgba(90, 90, 90));
    make.rounded({20, height - 176, 10 + done, 10}, 5, rgba(90, 160, 240));
    make.rounded({20 + done, height - 180, 18, 18}, 9, ink);
    for (int i = 0; i < 6; ++i) {
        const float x = 30 + 150 * static_cast<float>(i);
        make.rounded({x, height - 32, 140, 28}, 6, rgba(60, 90, 140));
        make.text(font, x + 12, height - 26, 11, ink);
    }
    // A note over the film, that lets it shine through.
    make.rounded({80, 100, 360, 70}, 8, rgba(0, 0, 0, 170));
    make.text(font, 96, 120, 32, ink);
    return make.mesh();
}

}  // namespace bench
