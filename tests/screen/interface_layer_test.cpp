#include "player/screen/interface_layer.h"

#include <doctest/doctest.h>

#include <random>

#include "tools/bench/mesh_maker.h"

using bench::MeshMaker;
using bench::rgba;
using screen::Canvas;
using screen::InterfaceLayer;
using screen::Mesh;
using screen::RectPx;
using screen::SoftTextures;

namespace {

constexpr int width = 200;  // neither is a whole number of squares
constexpr int height = 150;
constexpr RectPx window{0, 0, width, height};

// The layer over a grey canvas.
std::vector<std::uint32_t> over_grey(const InterfaceLayer& layer) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width * height), 0xFF808080U);
    layer.blend_over(Canvas{pixels.data(), width, width, height}, window);
    return pixels;
}

SoftTextures some_textures() {
    SoftTextures textures;
    const bench::BlobFont font = bench::blob_font();
    textures.emplace(1, screen::soft_letters(font.coverage, font.width_px, font.height_px));
    textures.emplace(2, screen::soft_texture(bench::made_up_picture(20, 20), 20, 20));
    return textures;
}

// Rectangles, letters, pictures and round things at random.
Mesh random_mesh(std::mt19937& dice) {
    const bench::BlobFont font = bench::blob_font();
    const auto some = [&](int below) {
        return static_cast<float>(dice() % static_cast<unsigned>(below));
    };
    MeshMaker make;
    const int count = 1 + static_cast<int>(dice() % 6);
    for (int i = 0; i < count; ++i) {
        const RectPx clip{static_cast<int>(dice() % 60), static_cast<int>(dice() % 60),
                          20 + static_cast<int>(dice() % 180), 20 + static_cast<int>(dice() % 130)};
        const std::uint32_t colour = static_cast<std::uint32_t>(dice());
        switch (dice() % 4) {
            case 0:
                make.use(0, clip);
                make.rectangle({some(180), some(130), some(90), some(90)}, colour);
                break;
            case 1:
                make.use(1, clip);
                make.text(font, some(150), some(130), 8, colour | 0xFF000000U);
                break;
            case 2:
                make.use(2, clip);
                make.rectangle({some(180), some(130), 20 + some(40), 20 + some(40)},
                               rgba(255, 255, 255), 0, 0, 1, 1);
                break;
            default:
                make.use(0, clip);
                make.rounded({some(150), some(100), 20 + some(60), 20 + some(40)}, 8, colour);
        }
    }
    return make.mesh();
}

}  // namespace

TEST_CASE("drawing only what changed looks like drawing everything") {
    const SoftTextures textures = some_textures();
    std::mt19937 dice(19);
    InterfaceLayer kept;
    kept.resize(width, height);
    std::vector<std::uint32_t> before = over_grey(kept);
    Mesh mesh;
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        // Sometimes another one altogether, sometimes something more, sometimes nothing.
        switch (dice() % 3) {
            case 0:
                mesh = random_mesh(dice);
                break;
            case 1:
                if (!mesh.vertices.empty()) mesh.vertices[dice() % mesh.vertices.size()].x += 3;
                break;
            default:
                if (!mesh.commands.empty()) mesh.commands.pop_back();
        }
        const std::vector<RectPx> changed = kept.update(&mesh, textures);
        InterfaceLayer fresh;
        fresh.resize(width, height);
        fresh.update(&mesh, textures);
        const std::vector<std::uint32_t> now = over_grey(kept);
        REQUIRE(now == over_grey(fresh));

        // And no pixel changed outside of what was said to have changed.
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const auto at = static_cast<std::size_t>(y * width + x);
                if (now[at] == before[at]) continue;
                int said = 0;
                for (const RectPx& part : changed)
                    said += contains(part, {x, y, 1, 1}) ? 1 : 0;
                REQUIRE(said == 1);
            }
        }
        before = now;
    }
}

TEST_CASE("what lies under the layer is seen, hidden or shines through, row by row") {
    const RectPx row_of_three_squares{0, 0, 96, 32};
    MeshMaker make;
    make.use(0, row_of_three_squares);
    make.rectangle({0, 5, 96, 6}, rgba(90, 90, 90));
    make.rectangle({0, 11, 32, 6}, rgba(0, 0, 0, 51));
    make.rectangle({40, 20, 9, 12}, rgba(90, 90, 90));
    InterfaceLayer layer;
    layer.resize(96, 32);
    layer.update(&make.mesh(), {});
    std::vector<std::uint32_t> pixels(96 * 32, 0xFF808080U);
    layer.blend_over(Canvas{pixels.data(), 96, 96, 32}, row_of_three_squares);
    const auto grey = [](int x, int y) -> std::uint32_t {
        if (y >= 5 && y < 11) return 90;
        if (y >= 11 && y < 17 && x < 32) return 102;  // four fifths of 128
        return y >= 20 && x >= 40 && x < 49 ? 90 : 128;
    };
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 96; ++x) {
            CAPTURE(x);
            CAPTURE(y);
            REQUIRE(pixels[static_cast<std::size_t>(96 * y + x)] ==
                    0xFF000000U + grey(x, y) * 0x010101U);
        }
    }
    CHECK(layer.seen_through(row_of_three_squares) == row_of_three_squares);
    CHECK(layer.seen_through({0, 5, 96, 8}) == RectPx{0, 11, 96, 2});
    CHECK(screen::is_empty(layer.seen_through({0, 6, 96, 4})));
}

TEST_CASE("the same interface again costs nothing") {
    const SoftTextures textures = some_textures();
    std::mt19937 dice(4);
    const Mesh mesh = random_mesh(dice);
    InterfaceLayer layer;
    layer.resize(width, height);
    layer.update(&mesh, textures);
    CHECK(layer.drawn_px() > 0);
    const Mesh copy = mesh;
    CHECK(layer.update(&copy, textures).empty());
    CHECK(layer.drawn_px() == 0);
}

TEST_CASE("a small thing that moves costs only the squares around it") {
    MeshMaker make;
    make.use(0, window);
    make.rectangle({0, 0, width, height}, rgba(30, 30, 30));
    make.rectangle({100, 100, 6, 6}, rgba(255, 0, 0));
    InterfaceLayer layer;
    layer.resize(width, height);
    layer.update(&make.mesh(), {});
    CHECK(layer.drawn_px() == width * height);
    Mesh moved = make.mesh();
    for (std::size_t i = 4; i < 8; ++i)
        moved.vertices[i].x += 2;
    layer.update(&moved, {});
    CHECK(layer.drawn_px() == 32 * 32);
}

TEST_CASE("an interface that went away leaves nothing") {
    std::mt19937 dice(8);
    const SoftTextures textures = some_textures();
    const Mesh mesh = random_mesh(dice);
    InterfaceLayer layer;
    layer.resize(width, height);
    const std::vector<std::uint32_t> nothing = over_grey(layer);
    layer.update(&mesh, textures);
    CHECK(over_grey(layer) != nothing);
    layer.update(nullptr, textures);
    CHECK(over_grey(layer) == nothing);
}
