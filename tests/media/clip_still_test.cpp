#include "player/media/analysis/clip_still.h"

#include <doctest/doctest.h>

#include <cmath>

#include "player/media/making/still_reader.h"
#include "player/media/making/still_writer.h"
#include "tests/media/films.h"
#include "tests/support/card_film.h"
#include "tests/support/numbered_picture.h"

using namespace std::chrono_literals;
using namespace support;
using media::ClipOrder;
using media::make_still;
using media::SourceTime;
using media::StillMade;
namespace fs = std::filesystem;

namespace {

// The number of the picture that a still shows; -1 when it cannot be read.
int number_in(const fs::path& folder, const ClipOrder& clip) {
    const auto still = media::read_still({folder, media::still_name(clip).value()}, 4096);
    REQUIRE(still.has_value());
    std::vector<std::uint8_t> bgrx;
    for (std::size_t i = 0; i < still->rgba.size(); i += 4) {
        bgrx.insert(bgrx.end(), {still->rgba[i + 2], still->rgba[i + 1], still->rgba[i], 0});
    }
    const auto found =
        find_numbered_picture(bgrx, still->width_px, still->height_px, still->width_px * 4);
    return found ? found->picture.number : -1;
}

// A film that is black for its first `dark` pictures, and grey after them.
void make_dark_film(const fs::path& file, int pictures, int dark) {
    CardRecipe recipe;
    recipe.pictures = pictures;
    recipe.codec_options = "qp=10:preset=ultrafast:g=5";
    recipe.paint = [dark](int, int, int moment) {
        return moment < dark ? Colour{} : Colour{0.5, 0.5, 0.5};
    };
    REQUIRE(make_card_film(file, recipe).has_value());
}

int brightness_of(const fs::path& folder, const ClipOrder& clip) {
    const auto still = media::read_still({folder, media::still_name(clip).value()}, 4096);
    REQUIRE(still.has_value());
    return still->rgba[still->rgba.size() / 2 / 4 * 4];
}

}  // namespace

TEST_CASE("the still of an answer is a picture of it, about a third in") {
    ScratchFolder folder;
    ScratchFolder stills;
    struct Row {
        const char* what;
        int gop;
        int first, end;  // of the answer
        int from, to;    // what the still may show
    };
    for (const Row& row : {
             Row{"key pictures inside the answer", 20, 50, 200, 80, 100},
             Row{"no key picture inside", 250, 50, 200, 100, 100},
             Row{"a key picture before the third only", 120, 100, 245, 120, 120},
             Row{"the film's beginning", 250, 0, 90, 0, 0},
             Row{"one picture", 250, 77, 78, 77, 77},
         }) {
        CAPTURE(std::string(row.what));
        FilmRecipe recipe = film(1, 250, row.gop);
        make(folder, "film.mp4", recipe);
        const ClipOrder clip = clip_of(folder, "film.mp4", pictures(recipe, row.first, row.end));
        const auto made = make_still(clip, stills.path(), {});
        REQUIRE(made.has_value());
        CHECK(*made == StillMade::Made);
        const int number = number_in(stills.path(), clip);
        CHECK(number >= row.from);
        CHECK(number <= row.to);
        fs::remove(stills.path() / media::still_name(clip).value());
    }
}

TEST_CASE("a nearly black picture stands for an answer only when there is no other") {
    ScratchFolder folder;
    ScratchFolder stills;
    make_dark_film(folder.path() / "dawn.mp4", 60, 24);
    make_dark_film(folder.path() / "night.mp4", 60, 60);
    const ClipOrder dawn{{folder.path(), "dawn.mp4"}, std::nullopt};
    const ClipOrder night{{folder.path(), "night.mp4"}, std::nullopt};
    REQUIRE(make_still(dawn, stills.path(), {}).has_value());
    REQUIRE(make_still(night, stills.path(), {}).has_value());
    CHECK(brightness_of(stills.path(), dawn) > 100);
    CHECK(brightness_of(stills.path(), night) < 10);
}

TEST_CASE("a still keeps its film's shape, and is at most its usual size") {
    ScratchFolder folder;
    ScratchFolder stills;
    FilmRecipe wide = film(1, 30);
    wide.pixel_aspect_num = 4;
    wide.pixel_aspect_den = 3;
    FilmRecipe phone = film(1, 30);
    phone.turns = 1;
    FilmRecipe tall = film(1, 30);
    tall.width_px = 180;
    tall.height_px = 320;
    struct Row {
        FilmRecipe recipe;
        int width_px, height_px;
    };
    for (const Row& row : {Row{film(1, 30), 384, 216}, Row{wide, 384, 162}, Row{phone, 384, 216},
                           Row{tall, 216, 384}}) {
        make(folder, "film.mp4", row.recipe);
        const ClipOrder clip = clip_of(folder, "film.mp4", pictures(row.recipe, 0, 30));
        REQUIRE(make_still(clip, stills.path(), {}).has_value());
        const auto still =
            media::read_still({stills.path(), media::still_name(clip).value()}, 4096);
        REQUIRE(still.has_value());
        CHECK(still->width_px == row.width_px);
        CHECK(still->height_px == row.height_px);
        fs::remove(stills.path() / media::still_name(clip).value());
    }
}

TEST_CASE("a still is made once, and another one when the answer's stretch is another") {
    ScratchFolder folder;
    ScratchFolder stills;
    FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    const ClipOrder clip = clip_of(folder, "film.mp4", pictures(recipe, 10, 50));
    REQUIRE(make_still(clip, stills.path(), {}).has_value());
    const fs::path file = stills.path() / media::still_name(clip).value();
    const auto long_ago = fs::file_time_type::clock::now() - 24h;
    fs::last_write_time(file, long_ago);
    REQUIRE(make_still(clip, stills.path(), {}).has_value());
    CHECK(fs::last_write_time(file) == long_ago);
    CHECK(media::still_name(clip) !=
          media::still_name(clip_of(folder, "film.mp4", pictures(recipe, 10, 51))));
    make(folder, "film.mp4", film(1, 101));
    CHECK(media::still_name(clip) != file.filename().string());
}

TEST_CASE("what has no picture has no still, and nothing half made stays") {
    ScratchFolder folder;
    ScratchFolder stills;
    FilmRecipe sound_only = film(1, 0);
    sound_only.sound = FilmSound::Steady;
    sound_only.sound_ms = 2000;
    make(folder, "sound.m4a", sound_only);
    const auto made = make_still({{folder.path(), "sound.m4a"}, std::nullopt}, stills.path(), {});
    REQUIRE(made.has_value());
    CHECK(*made == StillMade::NoPicture);

    CHECK_FALSE(make_still({{folder.path(), "gone.mp4"}, std::nullopt}, stills.path(), {}));
    FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    const ClipOrder clip = clip_of(folder, "film.mp4", pictures(recipe, 10, 50));
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(make_still(clip, stills.path(), stop.get_token()));
    const ClipOrder after = clip_of(folder, "film.mp4", pictures(recipe, 900, 950));
    const auto none = make_still(after, stills.path(), {});
    REQUIRE(none.has_value());
    CHECK(*none == StillMade::NoPicture);
    CHECK(files_in(stills.path()) == 0);
    CHECK_FALSE(make_still(clip, "/dev/null/nowhere", {}));
}

TEST_CASE("a film says how long it is, and a missing one says nothing") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 50));
    const auto length = media::claimed_length({folder.path(), "film.mp4"});
    REQUIRE(length.has_value());
    CHECK(*length == 2s);
    CHECK_FALSE(media::claimed_length({folder.path(), "gone.mp4"}));
}

TEST_CASE("a still that is cut fills its place exactly, from the upper middle") {
    ScratchFolder folder;
    // Left half dark, right half light; and a light band at the top of a tall one.
    const auto painted = [](int width, int height, auto light) {
        std::vector<std::uint8_t> bgrx;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                bgrx.insert(bgrx.end(), 4, light(x, y) ? 240 : 20);
        return bgrx;
    };
    REQUIRE(media::write_jpeg(folder.path() / "wide.jpg",
                              painted(300, 100, [](int x, int) { return x >= 150; }), 300, 100));
    REQUIRE(media::write_jpeg(folder.path() / "tall.jpg",
                              painted(100, 300, [](int, int y) { return y < 150; }), 100, 300));
    const auto wide = media::read_still_cut({folder.path(), "wide.jpg"}, 80, 40);
    REQUIRE(wide.has_value());
    CHECK(wide->width_px == 80);
    CHECK(wide->height_px == 40);
    CHECK(wide->rgba.size() == 80 * 40 * 4);
    CHECK(wide->rgba[4 * (20 * 80 + 30)] < 40);
    CHECK(wide->rgba[4 * (20 * 80 + 50)] > 220);
    const auto tall = media::read_still_cut({folder.path(), "tall.jpg"}, 80, 40);
    REQUIRE(tall.has_value());
    // Scaled to 80 x 240, cut 60 above: rows 60 to 100 are above the middle.
    CHECK(tall->rgba[4 * (38 * 80 + 40)] > 220);
    CHECK_FALSE(media::read_still_cut({folder.path(), "gone.jpg"}, 80, 40));
}
