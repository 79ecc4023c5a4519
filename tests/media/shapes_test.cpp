#include <algorithm>
#include <cstdlib>

#include "tests/media/screened.h"

extern "C" {
#include <libavutil/display.h>
}

using namespace support;

namespace {

// A grey card that shows every mistake of place: a frame of single pixels, other on each side, and
// a different block in each corner.
double grey_at(int x, int y, int width, int height) {
    if (x == 0) return 1.0;
    if (y == 0) return 0.8;
    if (x == width - 1) return 0.6;
    if (y == height - 1) return 0.2;
    const bool left = x < width / 2;
    const bool top = y < height / 2;
    const bool in_block = (left ? x - 4 : width - 5 - x) < 20 &&
                          (top ? y - 4 : height - 5 - y) < 12 && (left ? x : width - 1 - x) >= 4 &&
                          (top ? y : height - 1 - y) >= 4;
    if (in_block) return left ? (top ? 0.9 : 0.7) : (top ? 0.5 : 0.3);
    // A thin slanting line.
    return (x + 2 * y) % 17 == 0 ? 0.95 : 0.1;
}

CardRecipe grey_card(int width, int height) {
    CardRecipe recipe;
    recipe.width_px = width;
    recipe.height_px = height;
    recipe.pictures = 2;
    recipe.paint = [width, height](int x, int y, int) {
        const double grey = grey_at(x, y, width, height);
        return Colour{grey, grey, grey};
    };
    return recipe;
}

media::Picture first_picture(const ScratchFolder& folder, const std::string& file) {
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, file)));
    REQUIRE(hand.count<media::Failed>() == 0);
    const auto picture = hand.look();
    REQUIRE(picture.has_value());
    return *picture;
}

// How many pixels of the end picture are not what the stored card has at the place that
// `stored_place` names for them.
template <class StoredPlace>
int misplaced(const Screened& shown, int stored_width, int stored_height, double tolerance,
              StoredPlace stored_place) {
    int wrong = 0;
    for (int y = 0; y < shown.height_px; ++y) {
        for (int x = 0; x < shown.width_px; ++x) {
            const auto [from_x, from_y] = stored_place(x, y);
            const double wanted = 255 * grey_at(from_x, from_y, stored_width, stored_height);
            for (int channel = 0; channel < 3; ++channel)
                wrong += std::abs(shown.at(x, y, channel) - wanted) > tolerance ? 1 : 0;
        }
    }
    return wrong;
}

}  // namespace

TEST_CASE("every pixel of a film stands where it was, whatever its size") {
    struct Row {
        const char* file;
        const char* codec;
        const char* options;
        const char* format;
        int width, height;
        double tolerance;
    };
    const char* const lossless = "qp=0:preset=ultrafast";
    const Row rows[] = {
        {"even.mp4", "libx264", lossless, "yuv420p", 320, 180, 3},
        {"odd_444.mp4", "libx264", lossless, "yuv444p", 321, 181, 3},
        {"odd_both.webm", "libvpx-vp9", "lossless=1:deadline=realtime:cpu-used=8", "yuv420p", 161,
         91, 3},
        {"odd_width.webm", "libvpx-vp9", "lossless=1:deadline=realtime:cpu-used=8", "yuv420p", 203,
         120, 3},
        {"odd_height.webm", "libvpx-vp9", "lossless=1:deadline=realtime:cpu-used=8", "yuv420p", 160,
         99, 3},
        {"odd.mkv", "ffv1", "", "yuv420p", 159, 93, 3},
        {"odd_ten_bit.mkv", "ffv1", "", "yuv420p10le", 159, 93, 3},
        {"odd.avi", "mjpeg", "qmin=1:qmax=1", "yuvj420p", 159, 93, 8},
        {"grey.mkv", "ffv1", "", "gray", 160, 90, 3},
        {"small.mkv", "ffv1", "", "yuv420p", 64, 36, 3},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        CardRecipe recipe = grey_card(row.width, row.height);
        recipe.codec = row.codec;
        recipe.codec_options = row.options;
        recipe.pixel_format = row.format;
        if (recipe.pixel_format == "yuvj420p" || recipe.pixel_format == "gray")
            recipe.colours = {"smpte170m", "pc"};
        make_cards(folder, row.file, recipe);
        const Screened shown = screened(first_picture(folder, row.file));
        CHECK(shown.width_px == row.width);
        CHECK(shown.height_px == row.height);
        CHECK(misplaced(shown, row.width, row.height, row.tolerance, [](int x, int y) {
                  return std::pair{x, y};
              }) == 0);
    }
}

TEST_CASE("a film that lies on its side or is mirrored is set right, to the pixel") {
    struct Row {
        double turned_degrees;  // clockwise
        int mirrored_x, mirrored_y;
    };
    for (const char* file : {"film.mp4", "film.mov"}) {
        for (const Row& row : {Row{0, 0, 0}, Row{90, 0, 0}, Row{180, 0, 0}, Row{-90, 0, 0},
                               Row{0, 1, 0}, Row{0, 0, 1}, Row{90, 1, 0}, Row{-90, 0, 1}}) {
            CAPTURE(std::string(file));
            CAPTURE(row.turned_degrees);
            CAPTURE(row.mirrored_x);
            CAPTURE(row.mirrored_y);
            ScratchFolder folder;
            constexpr int width = 160;
            constexpr int height = 90;
            CardRecipe recipe = grey_card(width, height);
            recipe.display_matrix.emplace();
            // Turns first, then mirrors what stands upright.
            av_display_rotation_set(recipe.display_matrix->data(), row.turned_degrees);
            av_display_matrix_flip(recipe.display_matrix->data(), row.mirrored_x, row.mirrored_y);
            make_cards(folder, file, recipe);
            const Screened shown = screened(first_picture(folder, file));
            const bool sideways = std::abs(row.turned_degrees) == 90;
            CHECK(shown.width_px == (sideways ? height : width));
            CHECK(shown.height_px == (sideways ? width : height));
            CHECK(misplaced(shown, width, height, 3, [&](int x, int y) {
                      if (row.mirrored_x != 0) x = shown.width_px - 1 - x;
                      if (row.mirrored_y != 0) y = shown.height_px - 1 - y;
                      if (row.turned_degrees == 180)
                          return std::pair{width - 1 - x, height - 1 - y};
                      // By 90: its left side is on top.
                      if (row.turned_degrees == 90) return std::pair{y, height - 1 - x};
                      if (row.turned_degrees == -90) return std::pair{width - 1 - y, x};
                      return std::pair{x, y};
                  }) == 0);
        }
    }
}

TEST_CASE("pixels that are not square make the picture wider or narrower, not other") {
    struct Row {
        const char* file;
        const char* codec;
        int width, height, aspect_num, aspect_den;
        double shown;
    };
    const Row rows[] = {
        {"pal.mp4", "libx264", 720, 576, 16, 15, 4.0 / 3},
        {"pal_wide.ts", "mpeg2video", 720, 576, 64, 45, 16.0 / 9},
        {"ntsc.mkv", "libx264", 720, 480, 8, 9, 4.0 / 3},
        {"anamorphic.mov", "libx264", 1440, 1080, 4, 3, 16.0 / 9},
        {"tall.avi", "mpeg4", 352, 288, 12, 11, 4.0 / 3},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        CardRecipe recipe = grey_card(row.width, row.height);
        recipe.codec = row.codec;
        recipe.codec_options = recipe.codec == "libx264" ? "qp=0:preset=ultrafast" : "";
        recipe.pixel_aspect_num = row.aspect_num;
        recipe.pixel_aspect_den = row.aspect_den;
        make_cards(folder, row.file, recipe);
        const media::Picture picture = first_picture(folder, row.file);
        CHECK(picture.width_px == row.width);
        CHECK(picture.height_px == row.height);
        CHECK(picture.display_aspect == doctest::Approx(row.shown).epsilon(0.003));
    }
}

TEST_CASE("pixels of a shape that no camera has are taken for square") {
    ScratchFolder folder;
    CardRecipe recipe = grey_card(160, 90);
    recipe.pixel_aspect_num = 100;
    make_cards(folder, "thin.mp4", recipe);
    CHECK(first_picture(folder, "thin.mp4").display_aspect == doctest::Approx(160.0 / 90));
}
