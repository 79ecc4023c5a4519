#include "player/media/analysis/key_pictures.h"

#include <doctest/doctest.h>

#include "tests/media/films.h"
#include "tests/support/numbered_picture.h"

using namespace std::chrono_literals;
using namespace support;
using media::KeyPictures;
using media::SourceTime;

namespace {

int number_in(const media::Still& still) {
    std::vector<std::uint8_t> bgrx = still.rgba;
    for (std::size_t i = 0; i < bgrx.size(); i += 4)
        std::swap(bgrx[i], bgrx[i + 2]);
    const auto found =
        find_numbered_picture(bgrx, still.width_px, still.height_px, still.width_px * 4);
    return found ? found->picture.number : -1;
}

}  // namespace

TEST_CASE("a timeline's picture is the last key picture that is not later") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 250, 50);
    make(folder, "film.mp4", recipe);
    auto keys = KeyPictures::open({folder.path(), "film.mp4"}, {});
    REQUIRE(keys.has_value());
    const SourceTime second_key = pictures(recipe, 50, 51).in;
    struct Row {
        SourceTime wanted;
        int number;
    };
    for (const Row& row : {Row{pictures(recipe, 149, 150).in, 100}, Row{second_key, 50},
                           Row{pictures(recipe, 49, 50).in, 0}, Row{SourceTime{}, 0},
                           Row{pictures(recipe, 249, 250).out + 10s, 200}}) {
        CAPTURE(row.number);
        const auto picture = keys->at(row.wanted, recipe.height_px);
        REQUIRE(picture);
        CHECK(number_in(picture->still) == row.number);
        CHECK(picture->time == pictures(recipe, row.number, row.number + 1).in);
    }
}

TEST_CASE("a timeline's picture is as high as it is asked for, and as wide as the film has it") {
    ScratchFolder folder;
    FilmRecipe recipe = film(1, 10, 5);
    recipe.width_px = 320;
    recipe.height_px = 180;
    make(folder, "film.mp4", recipe);
    auto keys = KeyPictures::open({folder.path(), "film.mp4"}, {});
    REQUIRE(keys.has_value());
    const auto picture = keys->at({}, 45);
    REQUIRE(picture);
    CHECK(picture->still.height_px == 45);
    CHECK(picture->still.width_px == 80);
    CHECK(picture->still.rgba.size() == 80u * 45 * 4);
}

TEST_CASE("sound alone has no key pictures, and what is stopped gives none") {
    ScratchFolder folder;
    FilmRecipe recipe = film(1, 50, 5);
    make(folder, "film.mp4", recipe);
    std::stop_source stop;
    auto keys = KeyPictures::open({folder.path(), "film.mp4"}, stop.get_token());
    REQUIRE(keys.has_value());
    CHECK(keys->at({}, 45));
    stop.request_stop();
    CHECK_FALSE(keys->at({}, 45));

    recipe.pictures = 0;
    recipe.sound = FilmSound::Steady;
    recipe.sound_ms = 2000;
    make(folder, "sound.m4a", recipe);
    auto sound = KeyPictures::open({folder.path(), "sound.m4a"}, {});
    REQUIRE(sound.has_value());
    CHECK_FALSE(sound->at({}, 45));
}
