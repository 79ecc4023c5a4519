#include <algorithm>
#include <cstdlib>

#include "tests/media/screened.h"

using namespace support;

namespace {

constexpr int width = 320;
constexpr int height = 192;
constexpr double dark = 0.2;
constexpr double bright = 0.8;

// Left: stripes of single rows that stand still. Right: a bar that moves by 8 pixels in every
// moment, so that the two moments of a picture differ by 8 columns.
Colour moving_bar(int x, int y, int moment) {
    double grey = dark;
    if (x < width / 2) {
        grey = y % 2 == 0 ? dark : bright;
    } else {
        const int left = width / 2 + 8 + 8 * moment;
        grey = x >= left && x < left + 24 ? bright : dark;
    }
    return {grey, grey, grey};
}

// Where rows disagree with their neighbours: a comb has many, a straight bar none.
double combing(const Screened& shown, int left, int right) {
    double sum = 0;
    int count = 0;
    for (int y = 20; y < height - 20; ++y) {
        for (int x = left; x < right; ++x, ++count)
            sum += std::abs(shown.at(x, y, 1) - shown.at(x, y + 1, 1));
    }
    return sum / count;
}

}  // namespace

TEST_CASE("an interlaced film shows no combs where it moves, and all its rows where it stands") {
    struct Row {
        const char* file;
        const char* codec;
        const char* options;
        const char* format;
    };
    const Row rows[] = {
        {"h264.mp4", "libx264", "qp=0:preset=ultrafast:x264-params='tff=1'", "yuv420p"},
        {"h264.ts", "libx264", "crf=4:preset=fast:x264-params='tff=1:bframes=2'", "yuv420p"},
        {"mpeg2.ts", "mpeg2video", "qmin=1:qmax=2:b=20M:flags=+ildct+ilme", "yuv420p"},
        {"mpeg2.mpg", "mpeg2video", "qmin=1:qmax=2:b=20M:flags=+ildct+ilme", "yuv420p"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        CardRecipe recipe;
        recipe.width_px = width;
        recipe.height_px = height;
        recipe.pictures = 6;
        recipe.codec = row.codec;
        recipe.codec_options = row.options;
        recipe.pixel_format = row.format;
        recipe.interlaced = true;
        recipe.paint = moving_bar;
        make_cards(folder, row.file, recipe);
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        int count = 0;
        do {
            CAPTURE(count);
            const Screened shown = screened(*hand.look());
            // A comb of this bar would count some 15 at its edges.
            CHECK(combing(shown, width / 2 + 4, width - 4) < 1.5);
            const bool has_neighbours = count > 0 && count < 5;
            if (has_neighbours) CHECK(combing(shown, 8, width / 2 - 8) > 130);
            ++count;
        } while (hand.next_picture());
        CHECK(count == recipe.pictures);
    }
}

TEST_CASE("every picture of an interlaced film has its number, however one comes to it") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.pictures = 40;
    recipe.gop = 12;
    recipe.interlaced = true;
    recipe.encoder_options = "x264-params=tff=1";
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    for (const int number : {17, 3, 39, 12, 11, 0}) {
        CAPTURE(number);
        REQUIRE(hand.seek(start_of(recipe, number)));
        CHECK(hand.shown_number() == number);
    }
    REQUIRE(hand.seek(1));
    CHECK(hand.shown_number() == 1);
    REQUIRE(hand.seek(start_of(recipe, 20)));
    REQUIRE(hand.seek(-1));
    CHECK(hand.shown_number() == 19);
    hand.order.playing = true;
    int last = 19;
    while (hand.next_picture())
        CHECK(hand.shown_number() == ++last);
    CHECK(last == 39);
    // A clip of one picture shows it.
    StageHand other;
    REQUIRE(other.cue(clip_of(folder, "film.mp4", pictures(recipe, 8, 9))));
    CHECK(other.shown_number() == 8);
}
