#include <doctest/doctest.h>

#include <cmath>
#include <fstream>

#include "player/media/making/film_writer.h"
#include "player/media/making/still_reader.h"
#include "player/media/making/still_writer.h"
#include "player/media/pictures/picture_scaler.h"
#include "tests/media/stage_hand.h"
#include "tests/support/numbered_film.h"

using namespace std::chrono_literals;
using media::SourceTime;
using support::ScratchFolder;
using support::StageHand;

namespace {

// A picture whose every pixel differs from its neighbours.
std::vector<std::uint8_t> pattern(int width, int height) {
    std::vector<std::uint8_t> bgrx;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            bgrx.push_back(static_cast<std::uint8_t>(x * 7 + y));
            bgrx.push_back(static_cast<std::uint8_t>(y * 5));
            bgrx.push_back(static_cast<std::uint8_t>(x * 3));
            bgrx.push_back(0);
        }
    }
    return bgrx;
}

// The bars of a numbered picture, as a screen would show them.
std::vector<std::uint8_t> bars(int number, int width, int height) {
    const std::vector<bool> modules = support::bars_of({9, number});
    std::vector<std::uint8_t> bgrx;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto module = static_cast<std::size_t>(x * support::bar_modules / width);
            bgrx.insert(bgrx.end(), 4, modules[module] ? 255 : 0);
        }
    }
    return bgrx;
}

}  // namespace

TEST_CASE("a still is read as it was written") {
    ScratchFolder folder;
    const auto bgrx = pattern(61, 35);
    REQUIRE(media::write_png(folder.path() / "a.png", bgrx, 61, 35).has_value());
    const auto still = media::read_still({folder.path(), "a.png"}, 100);
    REQUIRE(still.has_value());
    CHECK(still->width_px == 61);
    CHECK(still->height_px == 35);
    int wrong = 0;
    for (std::size_t i = 0; i < bgrx.size(); i += 4) {
        const bool same = still->rgba[i] == bgrx[i + 2] && still->rgba[i + 1] == bgrx[i + 1] &&
                          still->rgba[i + 2] == bgrx[i] && still->rgba[i + 3] == 255;
        wrong += same ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a large still is scaled down to fit, keeping its shape") {
    ScratchFolder folder;
    REQUIRE(media::write_png(folder.path() / "a.png", pattern(400, 100), 400, 100).has_value());
    const auto still = media::read_still({folder.path(), "a.png"}, 200);
    REQUIRE(still.has_value());
    CHECK(still->width_px == 200);
    CHECK(still->height_px == 50);
    CHECK(still->rgba.size() == 200 * 50 * 4);
}

TEST_CASE("what is no PNG or JPEG is not read as a still, and the problem says so") {
    ScratchFolder folder;
    support::FilmRecipe recipe;
    recipe.pictures = 5;
    REQUIRE(support::make_numbered_film(folder.path() / "film.mp4", recipe).has_value());
    std::filesystem::copy(folder.path() / "film.mp4", folder.path() / "film.png");
    std::ofstream(folder.path() / "svg.png") << "<svg xmlns='http://www.w3.org/2000/svg'/>";
    std::ofstream(folder.path() / "empty.png");
    for (const char* file : {"film.png", "svg.png", "empty.png", "missing.png", "../a.png"}) {
        CAPTURE(std::string(file));
        const auto still = media::read_still({folder.path(), file}, 100);
        REQUIRE_FALSE(still.has_value());
        CHECK_FALSE(still.error().what.empty());
    }
}

TEST_CASE("a picture that cannot be written is a problem, not a crash") {
    const auto written = media::write_png("/nowhere/at/all.png", pattern(8, 8), 8, 8);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().place.file == "/nowhere/at/all.png");
}

TEST_CASE("a recording plays back what was added when it was added") {
    ScratchFolder folder;
    auto writer = media::FilmWriter::open(folder.path() / "tour.mp4", 321, 181);
    REQUIRE(writer.has_value());
    // Not an even rate: a window shows pictures when something changes.
    const int times_ms[] = {0, 40, 80, 200, 700, 720, 1500};
    for (int i = 0; i < 7; ++i) {
        REQUIRE(
            writer
                ->add_picture(bars(i, 321, 181), SourceTime{std::chrono::milliseconds{times_ms[i]}})
                .has_value());
    }
    REQUIRE(writer->add_sound(std::vector<float>(2 * 48000 * 2, 0.25F)).has_value());
    REQUIRE(writer->finish(SourceTime{2s}).has_value());

    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue({{folder.path(), "tour.mp4"}, std::nullopt}));
    CHECK(hand.shown_film() == 9);
    CHECK(hand.engine().status(hand.now).range.out >= SourceTime{1990ms});
    int expected = 0;
    do {
        const auto shown = hand.look();
        if (hand.shown_number() != expected) ++expected;
        CHECK(hand.shown_number() == expected);
        if (shown->time < SourceTime{1999ms}) {
            CHECK(shown->time == SourceTime{std::chrono::milliseconds{times_ms[expected]}});
        }
    } while (hand.next_picture());
    CHECK(expected == 6);
}

TEST_CASE("a recording that is given up leaves no file") {
    ScratchFolder folder;
    {
        auto writer = media::FilmWriter::open(folder.path() / "tour.mp4", 320, 180);
        REQUIRE(writer.has_value());
        CHECK(std::filesystem::exists(folder.path() / "tour.mp4"));
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "tour.mp4"));
}

TEST_CASE("bars are found in a scaled picture anywhere on a screen") {
    ScratchFolder folder;
    support::FilmRecipe recipe;
    recipe.pictures = 30;
    REQUIRE(support::make_numbered_film(folder.path() / "film.mp4", recipe).has_value());
    StageHand hand;
    REQUIRE(hand.cue(
        {{folder.path(), "film.mp4"}, media::TimeRange{SourceTime{1s}, SourceTime{1040ms}}}));
    const auto picture = hand.look();
    REQUIRE(picture.has_value());
    const int screen_width = 900;
    const int screen_height = 600;
    media::PictureScaler scaler;
    for (const auto& [width, height, left, top] :
         {std::array{220, 124, 11, 17}, {300, 169, 555, 400}, {840, 472, 30, 60}}) {
        CAPTURE(width);
        std::vector<std::uint8_t> screen(4 * screen_width * screen_height, 60);
        // Things that look like bars: text, stripes.
        for (std::size_t i = 0; i < screen.size(); i += 36)
            screen[i] = screen[i + 1] = 255;
        scaler.scale(*picture, screen.data() + 4 * (top * screen_width + left), 4 * screen_width,
                     width, height);
        const auto found =
            support::find_numbered_picture(screen, screen_width, screen_height, 4 * screen_width);
        REQUIRE(found.has_value());
        CHECK(found->picture == support::NumberedPicture{1, 25});
        CHECK(std::abs(found->left_px - left) < 4);
        CHECK(std::abs(found->width_px - width) < 8);
    }
}

TEST_CASE("where there are no bars none are found") {
    CHECK_FALSE(support::find_numbered_picture(pattern(640, 360), 640, 360, 4 * 640).has_value());
    CHECK_FALSE(support::find_numbered_picture(std::vector<std::uint8_t>(4 * 640 * 360, 255), 640,
                                               360, 4 * 640)
                    .has_value());
}
