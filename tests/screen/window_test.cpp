#include "player/screen/window.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <random>

#include "tools/bench/mesh_maker.h"

using bench::MeshMaker;
using bench::rgba;
using screen::Overlay;
using screen::RectPx;
using screen::Scene;
using screen::ShowCost;
using screen::Window;

namespace {

Window opened(int width = 640, int height = 400) {
    screen::WindowOptions options;
    options.title = "test";
    options.width_px = width;
    options.height_px = height;
    auto window = Window::open(options);
    REQUIRE(window.has_value());
    return std::move(*window);
}

// A grey film, or one whose right half is another grey.
class GreyFilm {
public:
    GreyFilm(int left_luma, int right_luma, std::uint64_t serial)
        : luma_(64 * 36), chroma_(32 * 18, 128) {
        for (int i = 0; i < 64 * 36; ++i) {
            luma_[static_cast<std::size_t>(i)] =
                static_cast<std::uint8_t>(i % 64 < 32 ? left_luma : right_luma);
        }
        picture_.width_px = 64;
        picture_.height_px = 36;
        picture_.display_aspect = 64.0 / 36;
        picture_.planes = {luma_.data(), chroma_.data(), chroma_.data()};
        picture_.strides_bytes = {64, 32, 32};
        picture_.serial = serial;
    }
    const media::Picture* picture() const { return &picture_; }

private:
    std::vector<std::uint8_t> luma_;
    std::vector<std::uint8_t> chroma_;
    media::Picture picture_;
};

Overlay overlay(RectPx place, std::uint64_t serial, std::uint8_t grey, std::uint8_t alpha) {
    Overlay made{serial, place, {}};
    for (int i = 0; i < place.width * place.height; ++i) {
        made.pixels.insert(made.pixels.end(), {grey, grey, grey, alpha});
    }
    return made;
}

// The blue of a pixel; all colours in these tests are grey.
int grey_at(const Window& window, int x, int y) {
    const auto pixels = window.pixels();
    const std::size_t at = 4 * (static_cast<std::size_t>(y) * window.width_px() + x);
    REQUIRE(at + 3 < pixels.size());
    return pixels[at];
}

constexpr RectPx film_place{100, 50, 320, 180};

}  // namespace

TEST_CASE("a window is drawn on the processor where there is no display") {
    const Window window = opened();
    CHECK(window.software());
    CHECK(window.width_px() == 640);
    CHECK(window.height_px() == 400);
    CHECK(window.density() == 1.0F);
    CHECK(window.id() != 0);
}

TEST_CASE("a window is never smaller than all of the interface") {
    const Window window = opened(100, 100);
    CHECK(window.width_px() == screen::smallest_width);
    CHECK(window.height_px() == screen::smallest_height);
}

TEST_CASE("the film is where it belongs, and the backdrop around it") {
    Window window = opened();
    const GreyFilm film(16, 235, 1);  // black and white
    Scene scene;
    scene.backdrop_rgb = 0x404040;
    scene.film = film.picture();
    scene.film_place = film_place;
    window.show(scene);
    CHECK(grey_at(window, 0, 0) == 0x40);
    CHECK(grey_at(window, 99, 100) == 0x40);
    CHECK(grey_at(window, 420, 100) == 0x40);
    CHECK(grey_at(window, 200, 49) == 0x40);
    CHECK(grey_at(window, 200, 230) == 0x40);
    CHECK(grey_at(window, 101, 51) <= 2);
    CHECK(grey_at(window, 240, 140) <= 2);
    CHECK(grey_at(window, 280, 140) >= 253);
    CHECK(grey_at(window, 418, 228) >= 253);
}

TEST_CASE("a film that reaches out of the window is cut off") {
    Window window = opened();
    const GreyFilm film(16, 235, 1);
    Scene scene;
    scene.film = film.picture();
    scene.film_place = {-100, -60, 840, 520};
    window.show(scene);
    CHECK(grey_at(window, 0, 0) <= 2);
    CHECK(grey_at(window, 639, 399) >= 253);
}

TEST_CASE("nothing new is nothing to do") {
    Window window = opened();
    const GreyFilm film(60, 180, 1);
    MeshMaker make;
    make.use(0, {0, 0, 640, 400});
    make.rectangle({0, 300, 640, 100}, rgba(0, 0, 0, 128));
    const Overlay caption = overlay({200, 180, 60, 20}, 1, 0, 204);
    Scene scene;
    scene.film = film.picture();
    scene.film_place = film_place;
    scene.overlays = {&caption, 1};
    scene.interface = &make.mesh();
    window.show(scene);
    CHECK(window.last_cost().composed_px == 640 * 400);
    CHECK(window.last_cost().film_scaled);
    window.show(scene);
    CHECK(window.last_cost() == ShowCost{});
}

TEST_CASE("another picture of the film costs the film's place and no more") {
    Window window = opened();
    const GreyFilm first(60, 60, 1);
    const GreyFilm second(200, 200, 2);
    MeshMaker make;
    make.use(0, {0, 0, 640, 400});
    make.rectangle({0, 200, 640, 200}, rgba(255, 255, 255, 128));
    Scene scene;
    scene.film = first.picture();
    scene.film_place = film_place;
    scene.interface = &make.mesh();
    window.show(scene);
    scene.film = second.picture();
    window.show(scene);
    const ShowCost cost = window.last_cost();
    CHECK(cost.film_scaled);
    CHECK(cost.composed_px == film_place.width * film_place.height);
    CHECK(cost.interface_drawn_px == 0);
    // What lies over the film is over it again, once.
    const int bare = grey_at(window, 200, 100);
    CHECK(std::abs(grey_at(window, 200, 220) - (128 * 255 + 127 * bare) / 255) <= 2);
    CHECK(grey_at(window, 50, 220) == 128);
}

TEST_CASE("what the interface hides of a film is not drawn, and there again when it goes") {
    Window window = opened();
    const GreyFilm first(60, 60, 1);
    const GreyFilm second(200, 200, 2);
    MeshMaker make;
    make.use(0, {0, 0, 640, 400});
    // To the row, and by whole squares across: all below 150, and right of 352.
    make.rectangle({0, 150, 640, 250}, rgba(90, 90, 90));
    make.rectangle({352, 0, 288, 400}, rgba(90, 90, 90));
    Scene scene;
    scene.film = first.picture();
    scene.film_place = {99, 49, 321, 181};  // odd in every way
    scene.interface = &make.mesh();
    window.show(scene);
    scene.film = second.picture();
    window.show(scene);
    CHECK(window.last_cost().film_scaled);
    CHECK(window.last_cost().composed_px == (352 - 99) * (150 - 49));
    CHECK(grey_at(window, 99, 49) > 190);
    CHECK(grey_at(window, 351, 149) > 190);
    CHECK(grey_at(window, 352, 149) == 90);
    CHECK(grey_at(window, 351, 150) == 90);
    CHECK(grey_at(window, 98, 100) < 60);

    // The next picture is hidden whole, and seen when the interface has gone.
    MeshMaker all;
    all.use(0, {0, 0, 640, 400});
    all.rectangle({0, 0, 640, 400}, rgba(90, 90, 90));
    const GreyFilm third(120, 120, 3);
    scene.film = third.picture();
    scene.interface = &all.mesh();
    window.show(scene);
    CHECK_FALSE(window.last_cost().film_scaled);
    scene.interface = nullptr;
    window.show(scene);
    const int bare = grey_at(window, 200, 100);
    CHECK(std::abs(grey_at(window, 419, 229) - bare) <= 1);
    CHECK(bare != 90);
    CHECK(grey_at(window, 420, 229) < 60);
}

TEST_CASE("something over a film that stands still does not scale it again and again") {
    Window window = opened();
    const GreyFilm film(60, 180, 1);
    Scene scene;
    scene.film = film.picture();
    scene.film_place = film_place;
    window.show(scene);
    int scaled = 0;
    for (int i = 0; i < 20; ++i) {
        MeshMaker make;
        make.use(0, {0, 0, 640, 400});
        make.rectangle({110 + static_cast<float>(i), 60, 8, 8}, rgba(255, 255, 255));
        scene.interface = &make.mesh();
        window.show(scene);
        scaled += window.last_cost().film_scaled ? 1 : 0;
        CHECK(window.last_cost().composed_px <= 4 * 32 * 32);
        CHECK(grey_at(window, 112 + i, 62) == 255);
        CHECK(grey_at(window, 105, 62) < 100);
    }
    CHECK(scaled <= 1);
}

TEST_CASE("a caption that goes leaves the film as it was") {
    Window window = opened();
    const GreyFilm film(60, 180, 1);
    Scene scene;
    scene.film = film.picture();
    scene.film_place = film_place;
    window.show(scene);
    const auto before = window.pixels();
    const Overlay caption = overlay({200, 180, 60, 20}, 1, 0, 204);
    scene.overlays = {&caption, 1};
    window.show(scene);
    CHECK(window.last_cost().composed_px == 60 * 20);
    CHECK(window.pixels() != before);
    scene.overlays = {};
    window.show(scene);
    CHECK(window.last_cost().composed_px == 60 * 20);
    CHECK(window.pixels() == before);
}

TEST_CASE("a window that was exposed or resized is drawn anew, textures and all") {
    Window window = opened();
    const auto picture = window.make_texture(bench::made_up_picture(20, 20), 20, 20);
    MeshMaker make;
    make.use(picture, {0, 0, 800, 600});
    make.rectangle({10, 10, 20, 20}, rgba(255, 255, 255), 0, 0, 1, 1);
    Scene scene;
    scene.backdrop_rgb = 0x202020;
    scene.interface = &make.mesh();
    window.show(scene);
    const int texel = grey_at(window, 15, 15);
    CHECK(texel != 0x20);
    window.repaint();
    window.show(scene);
    CHECK(window.last_cost().composed_px == 640 * 400);

    SDL_SetWindowSize(SDL_GetWindowFromID(window.id()), 800, 600);
    window.show(scene);
    CHECK(window.width_px() == 800);
    CHECK(window.last_cost().composed_px == 800 * 600);
    CHECK(window.pixels().size() == 4U * 800 * 600);
    CHECK(grey_at(window, 15, 15) == texel);
    CHECK(grey_at(window, 799, 599) == 0x20);

    window.drop_texture(picture);
    window.repaint();
    Scene without = scene;
    without.interface = nullptr;
    window.show(without);
    CHECK(grey_at(window, 15, 15) == 0x20);
}

TEST_CASE("drawing what changed, however it changed, looks like drawing everything") {
    Window window = opened();
    const GreyFilm films[] = {{16, 60, 1}, {90, 180, 2}, {235, 30, 3}};
    const RectPx places[] = {
        film_place, {0, 0, 640, 360}, {-20, 300, 300, 170}, {501, 21, 63, 35}, {101, 51, 333, 187}};
    std::vector<Overlay> captions{overlay({150, 190, 100, 30}, 1, 0, 204),
                                  overlay({160, 200, 120, 20}, 2, 90, 90),
                                  overlay({-10, 380, 700, 40}, 3, 255, 255)};
    std::mt19937 dice(23);
    std::vector<screen::Mesh> meshes;
    for (int i = 0; i < 5; ++i) {
        MeshMaker make;
        make.use(0, {0, 0, 640, 400});
        const auto some = [&](int below) {
            return static_cast<float>(dice() % static_cast<unsigned>(below));
        };
        make.rectangle({some(300), some(200), some(300), some(200)}, rgba(200, 200, 200, 120));
        make.rounded({some(400), some(300), 100, 60}, 10, rgba(90, 90, 90));
        meshes.push_back(make.mesh());
    }
    Scene scene;
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        switch (dice() % 6) {
            case 0:
                scene.film = films[dice() % 3].picture();
                break;
            case 1:
                scene.film_place = places[dice() % 5];
                break;
            case 2:
                scene.film = nullptr;
                break;
            case 3:
                scene.overlays = std::span(captions).subspan(dice() % 3, dice() % 2);
                break;
            case 4:
                scene.interface = dice() % 4 == 0 ? nullptr : &meshes[dice() % 5];
                break;
            default:
                scene.backdrop_rgb = dice() % 2 == 0 ? 0x101010 : 0x303030;
        }
        window.show(scene);
        const auto kept = window.pixels();
        window.repaint();
        window.show(scene);
        REQUIRE(window.pixels() == kept);
    }
}

TEST_CASE("a place on a display that is gone is not used") {
    screen::WindowOptions options;
    options.title = "test";
    options.place = RectPx{-9000, -9000, 700, 500};
    const auto window = Window::open(options);
    REQUIRE(window.has_value());
    CHECK(window->place().x > -1000);
}
