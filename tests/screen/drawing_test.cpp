// The laws of drawing triangles on the processor.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

#include "player/screen/primitive.h"
#include "tools/bench/mesh_maker.h"

using bench::MeshMaker;
using bench::rgba;
using screen::Canvas;
using screen::Mesh;
using screen::MeshVertex;
using screen::RectPx;
using screen::SoftTextures;

namespace {

constexpr int size = 48;
constexpr RectPx window{0, 0, size, size};
constexpr screen::TextureId plain = 0;

// All of a mesh, drawn on nothing.
class Drawn {
public:
    explicit Drawn(const Mesh& mesh, const SoftTextures& textures = {})
        : pixels_(static_cast<std::size_t>(size * size), 0) {
        const Canvas canvas{pixels_.data(), size, size, size};
        std::vector<screen::Outline> outlines;
        take_apart(mesh, textures, window, outlines);
        for (const screen::Outline& outline : outlines) {
            if (const auto one = primitive_of(mesh, outline)) draw(*one, window, canvas);
        }
    }
    std::uint32_t at(int x, int y) const { return pixels_[static_cast<std::size_t>(y * size + x)]; }
    const std::vector<std::uint32_t>& pixels() const { return pixels_; }

private:
    std::vector<std::uint32_t> pixels_;
};

MeshVertex corner(double x, double y, std::uint32_t colour, double u = 0, double v = 0) {
    return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(u),
            static_cast<float>(v), colour};
}

bool centre_is_in(double from, double to, int pixel) {
    return from <= pixel + 0.5 && pixel + 0.5 < to;
}

}  // namespace

TEST_CASE("a filled rectangle covers exactly the pixels whose centres are in it") {
    const bench::Box boxes[] = {
        {3, 4, 5, 6},       {0, 0, 48, 48},        {2.5F, 2.5F, 4, 4},   {2.51F, 2.49F, 4, 4},
        {1.4F, 1.6F, 1, 1}, {7.6F, 7.6F, 0.7F, 9}, {-5, -5, 100, 5.75F}, {10, 10, 0, 7},
    };
    for (const bench::Box& box : boxes) {
        CAPTURE(box.x);
        CAPTURE(box.y);
        MeshMaker make;
        make.use(plain, window);
        make.rectangle(box, rgba(10, 20, 30));
        const Drawn drawn(make.mesh());
        int wrong = 0;
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                const bool in = centre_is_in(box.x, double{box.x} + box.width, x) &&
                                centre_is_in(box.y, double{box.y} + box.height, y);
                if (drawn.at(x, y) != (in ? 0xFF0A141EU : 0U)) ++wrong;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("a rectangle of two triangles in any order is that rectangle") {
    const MeshVertex a = corner(5, 6, rgba(200, 0, 0, 128));
    const MeshVertex b = corner(20, 6, a.rgba);
    const MeshVertex c = corner(20, 30, a.rgba);
    const MeshVertex d = corner(5, 30, a.rgba);
    const std::array<std::array<MeshVertex, 6>, 4> orders{
        {{a, b, c, a, c, d}, {c, b, a, d, c, a}, {b, c, d, d, a, b}, {d, b, a, c, b, d}}};
    for (const auto& order : orders) {
        MeshMaker make;
        make.use(plain, window);
        make.triangle(order[0], order[1], order[2]);
        make.triangle(order[3], order[4], order[5]);
        const Drawn drawn(make.mesh());
        int covered = 0;
        for (const std::uint32_t pixel : drawn.pixels()) {
            if (pixel == 0) continue;
            ++covered;
            CHECK(screen::alpha_of(pixel) == 128);  // once, not twice
        }
        CHECK(covered == 15 * 24);
    }
}

TEST_CASE("triangles with common sides never blend a pixel twice, and leave no gap") {
    std::mt19937 dice(11);
    std::uniform_real_distribution<double> place(2, size - 2);
    constexpr std::uint32_t half = rgba(255, 255, 255, 128);
    for (int round = 0; round < 300; ++round) {
        // A fan around a point in the middle: all of a shape, each part once.
        const MeshVertex middle = corner(place(dice), place(dice), half);
        std::vector<double> angles;
        const int corners = 3 + static_cast<int>(dice() % 9);
        for (int i = 0; i < corners; ++i)
            angles.push_back(place(dice));
        std::sort(angles.begin(), angles.end());
        std::vector<MeshVertex> ring;
        for (const double angle : angles) {
            const double turn = angle / size * 6.28318;
            const double reach = 3 + place(dice) / 2;
            ring.push_back(
                corner(middle.x + reach * std::cos(turn), middle.y + reach * std::sin(turn), half));
        }
        MeshMaker make;
        make.use(plain, window);
        double widest_gap = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const std::size_t next = (i + 1) % ring.size();
            make.triangle(middle, ring[i], ring[next]);
            const double gap = angles[next] - angles[i];
            widest_gap = std::max(widest_gap, gap < 0 ? gap + size : gap);
        }
        if (widest_gap > size / 2.2) continue;  // parts would lie over each other
        const Drawn drawn(make.mesh());
        int twice = 0;
        for (const std::uint32_t pixel : drawn.pixels()) {
            if (screen::alpha_of(pixel) > 128) ++twice;
        }
        CAPTURE(round);
        REQUIRE(twice == 0);

        // Each row that crosses the fan near its middle is one run, without a hole in it.
        const int row = static_cast<int>(middle.y);
        const int column = static_cast<int>(middle.x);
        CHECK(screen::alpha_of(drawn.at(column, row)) == 128);
    }
}

TEST_CASE("a tiled plane of triangles is covered without a gap") {
    std::mt19937 dice(5);
    std::uniform_real_distribution<double> shift(-2.4, 2.4);
    constexpr int cells = 8;
    std::vector<MeshVertex> grid;
    for (int y = 0; y <= cells; ++y) {
        for (int x = 0; x <= cells; ++x) {
            const bool edge = x == 0 || y == 0 || x == cells || y == cells;
            const double at_x = x * size / cells + (edge ? 0 : shift(dice));
            const double at_y = y * size / cells + (edge ? 0 : shift(dice));
            grid.push_back(corner(at_x, at_y, rgba(0, 0, 0, 100)));
        }
    }
    MeshMaker make;
    make.use(plain, window);
    for (int y = 0; y < cells; ++y) {
        for (int x = 0; x < cells; ++x) {
            const auto at = [&](int dx, int dy) {
                return grid[static_cast<std::size_t>((y + dy) * (cells + 1) + x + dx)];
            };
            make.triangle(at(0, 0), at(1, 0), at(1, 1));
            make.triangle(at(0, 0), at(1, 1), at(0, 1));
        }
    }
    const Drawn drawn(make.mesh());
    for (const std::uint32_t pixel : drawn.pixels())
        REQUIRE(screen::alpha_of(pixel) == 100);
}

TEST_CASE("a letter is its coverage in the colour of its corners") {
    SoftTextures textures;
    const std::uint8_t coverage[] = {0, 85, 170, 255};
    textures.emplace(1, screen::soft_letters(coverage, 4, 1));
    // At a whole pixel, and at parts of one: letters stay sharp.
    for (const float x : {10.0F, 10.3F, 9.7F}) {
        CAPTURE(x);
        MeshMaker make;
        make.use(1, window);
        make.rectangle({x, 20, 4, 1}, rgba(255, 0, 0), 0, 0, 1, 1);
        const Drawn drawn(make.mesh(), textures);
        for (int i = 0; i < 4; ++i) {
            const std::uint32_t one = coverage[i];
            CHECK(drawn.at(10 + i, 20) == ((one << 24) | (one << 16)));
        }
        CHECK(drawn.at(9, 20) == 0);
        CHECK(drawn.at(14, 20) == 0);
        CHECK(drawn.at(10, 21) == 0);
    }
}

TEST_CASE("letters are drawn as a white picture that lets as much through") {
    constexpr int side = 12;
    std::mt19937 dice(5);
    std::vector<std::uint8_t> coverage(side * side);
    std::vector<std::uint8_t> white;
    for (std::uint8_t& one : coverage) {
        one = static_cast<std::uint8_t>(dice());
        white.insert(white.end(), {255, 255, 255, one});
    }
    SoftTextures letters;
    letters.emplace(1, screen::soft_letters(coverage, side, side));
    SoftTextures picture;
    picture.emplace(1, screen::soft_texture(white, side, side));

    const std::uint32_t colour = rgba(30, 200, 90, 180);
    const auto at = [&](double x, double y, double u, double v) {
        return corner(x, y, colour, u, v);
    };
    MeshMaker make;
    make.use(1, window);
    make.rectangle({2, 2, side, side}, colour, 0, 0, 1, 1);         // texel for pixel
    make.rectangle({16, 2, 19, 7}, colour, 0, 0, 1, 1);             // smoothed
    make.rectangle({2, 40, 5, 5}, colour, 0.3F, 0.3F, 0.3F, 0.3F);  // one texel all over
    make.triangle(at(20, 16, 0, 0), at(36, 20, 1, 0.2), at(22, 36, 0.1, 1));
    make.triangle(at(40, 16, 0.6, 0.6), at(46, 20, 0.6, 0.6), at(40, 36, 0.6, 0.6));
    CHECK(Drawn(make.mesh(), letters).pixels() == Drawn(make.mesh(), picture).pixels());
}

TEST_CASE("a picture at its own size is copied texel for pixel") {
    SoftTextures textures;
    textures.emplace(9, screen::soft_texture(bench::made_up_picture(16, 12), 16, 12));
    MeshMaker make;
    make.use(9, window);
    make.rectangle({5, 7, 16, 12}, rgba(255, 255, 255), 0, 0, 1, 1);
    const Drawn drawn(make.mesh(), textures);
    for (int y = 0; y < 12; ++y) {
        for (int x = 0; x < 16; ++x) {
            REQUIRE(drawn.at(5 + x, 7 + y) ==
                    textures.at(9).pixels[static_cast<std::size_t>(y * 16 + x)]);
        }
    }
}

TEST_CASE("a picture at another size is smoothed, upright or in triangles alike") {
    SoftTextures textures;
    const std::vector<std::uint8_t> texels{0, 0, 0, 255, 200, 200, 200, 255};
    textures.emplace(1, screen::soft_texture(texels, 2, 1));
    // Eight pixels of two texels: the outer quarters are even, the middle half climbs.
    const std::uint32_t wanted[] = {0, 0, 25, 75, 125, 175, 200, 200};
    MeshMaker upright;
    upright.use(1, window);
    upright.rectangle({8, 8, 8, 4}, rgba(255, 255, 255), 0, 0, 1, 1);
    MeshMaker triangles;
    triangles.use(1, window);
    const auto at = [](double x, double y, double u, double v) {
        return corner(x, y, rgba(255, 255, 255), u, v);
    };
    // Another pair of triangles in between: not to be taken for a rectangle.
    triangles.triangle(at(8, 8, 0, 0), at(16, 8, 1, 0), at(16, 12, 1, 1));
    triangles.triangle(at(30, 30, 0, 0), at(31, 30, 0, 0), at(30, 31, 0, 0));
    triangles.triangle(at(8, 8, 0, 0), at(16, 12, 1, 1), at(8, 12, 0, 1));
    for (const Mesh& mesh : {upright.mesh(), triangles.mesh()}) {
        const Drawn drawn(mesh, textures);
        for (int i = 0; i < 8; ++i) {
            CAPTURE(i);
            const std::uint32_t pixel = drawn.at(8 + i, 10);
            CHECK(screen::alpha_of(pixel) == 255);
            CHECK(std::abs(static_cast<int>(pixel & 0xFFU) - static_cast<int>(wanted[i])) <= 1);
        }
    }
}

TEST_CASE("a picture drawn much smaller leaves no texel out") {
    // Columns of black and white by turns, two texels of each: grey from afar, wherever one looks.
    constexpr int wide = 512;
    std::vector<std::uint8_t> texels;
    for (int i = 0; i < wide * wide; ++i) {
        const std::uint8_t grey = i / 2 % 2 == 0 ? 0 : 255;
        texels.insert(texels.end(), {grey, grey, grey, 255});
    }
    SoftTextures textures;
    textures.emplace(1, screen::soft_texture(texels, wide, wide));
    for (const float side : {16.0F, 31.0F, 40.0F}) {
        CAPTURE(side);
        MeshMaker make;
        make.use(1, window);
        make.rectangle({4, 4, side, side}, rgba(255, 255, 255), 0, 0, 1, 1);
        const Drawn drawn(make.mesh(), textures);
        for (int i = 1; i < static_cast<int>(side) - 1; ++i) {
            CAPTURE(i);
            const std::uint32_t pixel = drawn.at(4 + i, 10);
            REQUIRE(screen::alpha_of(pixel) == 255);
            REQUIRE(std::abs(static_cast<int>(pixel & 0xFFU) - 127) <= 2);
        }
    }
}

TEST_CASE("nothing is drawn outside the clip") {
    std::mt19937 dice(3);
    std::uniform_real_distribution<double> place(-20, size + 20);
    SoftTextures textures;
    textures.emplace(1, screen::soft_texture(bench::made_up_picture(8, 8), 8, 8));
    for (int round = 0; round < 200; ++round) {
        const RectPx clip{static_cast<int>(dice() % 30), static_cast<int>(dice() % 30),
                          static_cast<int>(dice() % 18), static_cast<int>(dice() % 18)};
        MeshMaker make;
        make.use(round % 2 == 0 ? plain : 1, clip);
        const auto any = [&](double u, double v) {
            return corner(place(dice), place(dice),
                          static_cast<std::uint32_t>(dice()) | 0xFF000000U, u, v);
        };
        make.triangle(any(0, 0), any(1, 0), any(0, 1));
        make.rectangle({static_cast<float>(place(dice)), static_cast<float>(place(dice)), 30, 30},
                       rgba(1, 2, 3), 0, 0, 1, 1);
        const Drawn drawn(make.mesh(), textures);
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                if (drawn.at(x, y) == 0) continue;
                REQUIRE(screen::contains(clip, {x, y, 1, 1}));
            }
        }
    }
}

TEST_CASE("colours between corners stay between them") {
    MeshMaker make;
    make.use(plain, window);
    make.triangle(corner(0, 0, rgba(0, 0, 0)), corner(48, 0, rgba(255, 0, 0)),
                  corner(0, 48, rgba(0, 255, 0)));
    const Drawn drawn(make.mesh());
    for (int x = 1; x < 47; ++x) {
        const std::uint32_t red = (drawn.at(x, 0) >> 16) & 0xFFU;
        CHECK(red >= ((drawn.at(x - 1, 0) >> 16) & 0xFFU));
        CHECK(std::abs(static_cast<double>(red) - 255.0 * (x + 0.5) / 48) < 1.5);
        CHECK((drawn.at(x, 0) & 0xFFU) == 0);
    }
    CHECK(((drawn.at(0, 46) >> 8) & 0xFFU) > 240);
}

TEST_CASE("an edge that fades out ends in nothing") {
    MeshMaker make;
    make.use(plain, window);
    constexpr std::uint32_t solid = rgba(255, 255, 255);
    constexpr std::uint32_t gone = rgba(255, 255, 255, 0);
    make.triangle(corner(0, 0, solid), corner(32, 0, gone), corner(32, 48, gone));
    make.triangle(corner(0, 0, solid), corner(32, 48, gone), corner(0, 48, solid));
    const Drawn drawn(make.mesh());
    for (int x = 1; x < 32; ++x) {
        CHECK(screen::alpha_of(drawn.at(x, 20)) < screen::alpha_of(drawn.at(x - 1, 20)));
        // Premultiplied: no colour is stronger than its alpha.
        CHECK((drawn.at(x, 20) & 0xFFU) == screen::alpha_of(drawn.at(x, 20)));
    }
    CHECK(screen::alpha_of(drawn.at(31, 20)) < 8);
}

TEST_CASE("what is no triangle draws nothing") {
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();
    constexpr float far_away = std::numeric_limits<float>::infinity();
    MeshMaker make;
    make.use(plain, window);
    make.triangle(corner(nowhere, 1, ~0U), corner(20, 1, ~0U), corner(1, 20, ~0U));
    make.triangle(corner(1, far_away, ~0U), corner(20, 1, ~0U), corner(1, 20, ~0U));
    make.triangle(corner(1, 1, ~0U), corner(20, 20, ~0U), corner(40, 40, ~0U));
    make.rectangle({4, 4, 0, 20}, ~0U);
    Mesh mesh = make.mesh();
    mesh.indices.insert(mesh.indices.end(), {0, 1, 5000, 0, 1});
    mesh.commands.push_back({plain, window, 0, 1'000'000});
    mesh.commands.push_back({plain, window, 1'000'000, 3});
    mesh.commands.push_back({77, window, 3, 3});  // a texture that was dropped
    const Drawn drawn(mesh);
    for (const std::uint32_t pixel : drawn.pixels())
        REQUIRE(pixel == 0);
}

TEST_CASE("a corner that is very far away leaves the near pixels right") {
    MeshMaker make;
    make.use(plain, window);
    make.triangle(corner(-1e7, -1e7, ~0U), corner(1e9, 24, ~0U), corner(-1e7, 1e9, ~0U));
    const Drawn drawn(make.mesh());
    CHECK(drawn.at(10, 40) == ~0U);
}
