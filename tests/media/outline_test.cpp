#include "player/media/analysis/sound_outline.h"

#include <algorithm>

#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;
using media::SoundOutline;

namespace {

// Talk has a second of silence at the end of each five.
FilmRecipe talking() {
    FilmRecipe recipe;
    recipe.pictures = 275;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = FilmSound::Talk;
    recipe.sound_codec = "pcm_s16le";
    return recipe;
}

std::size_t window_at(media::SourceDuration time) {
    return static_cast<std::size_t>(time / SoundOutline::window);
}

const std::function<void(media::SourceTime)> nobody_looks = [](media::SourceTime) {};

}  // namespace

TEST_CASE("an outline is as long as the sound, and low exactly where nobody speaks") {
    ScratchFolder folder;
    make(folder, "talk.mov", talking());
    media::SourceTime far{};
    const auto outline = media::outline_of({folder.path(), "talk.mov"}, {},
                                           [&](media::SourceTime time) { far = time; });
    REQUIRE(outline.has_value());
    CHECK(outline->peak.size() == 550);
    CHECK(outline->loudness_db.size() == 550);
    CHECK(far == at(10s));
    const auto loudest = [&](media::SourceDuration from, media::SourceDuration to) {
        return *std::max_element(
            outline->peak.begin() + static_cast<std::ptrdiff_t>(window_at(from)),
            outline->peak.begin() + static_cast<std::ptrdiff_t>(window_at(to)));
    };
    CHECK(loudest(0s, 4s) == doctest::Approx(0.5).epsilon(0.05));
    CHECK(loudest(4040ms, 4960ms) == 0);
    CHECK(loudest(5s, 9s) == doctest::Approx(0.5).epsilon(0.05));
    CHECK(outline->loudness_db[window_at(4500ms)] == -100);
    CHECK(*std::ranges::max_element(outline->loudness_db) > -30);
}

TEST_CASE("a film without sound has an empty outline, and one that is missing fails in words") {
    ScratchFolder folder;
    FilmRecipe recipe = talking();
    recipe.sound = FilmSound::None;
    make(folder, "mute.mp4", recipe);
    const auto mute = media::outline_of({folder.path(), "mute.mp4"}, {}, nobody_looks);
    REQUIRE(mute.has_value());
    CHECK(mute->peak.empty());
    const auto missing = media::outline_of({folder.path(), "missing.mp4"}, {}, nobody_looks);
    REQUIRE_FALSE(missing.has_value());
    CHECK_FALSE(missing.error().what.empty());
}

TEST_CASE("an outline is kept until the film changes, and a damaged one is made anew") {
    ScratchFolder folder;
    ScratchFolder cache;
    make(folder, "talk.mov", talking());
    const media::FilmFile film{folder.path(), "talk.mov"};
    int heard = 0;
    const auto look = [&] {
        heard = 0;
        const auto outline =
            media::kept_outline_of(film, cache.path(), {}, [&](media::SourceTime) { ++heard; });
        REQUIRE(outline.has_value());
        return *outline;
    };
    const SoundOutline first = look();
    CHECK(heard > 0);
    const SoundOutline second = look();
    CHECK(heard == 0);
    REQUIRE(second.peak.size() == first.peak.size());
    for (std::size_t i = 0; i < first.peak.size(); ++i) {
        CHECK(second.peak[i] == doctest::Approx(first.peak[i]).epsilon(0.01));
        CHECK(std::abs(second.loudness_db[i] - first.loudness_db[i]) < 0.5F);
    }
    for (const auto& entry : std::filesystem::directory_iterator(cache.path())) {
        std::filesystem::resize_file(entry.path(), 100);
    }
    CHECK(look().peak.size() == first.peak.size());
    CHECK(heard > 0);
}

TEST_CASE("an outline that was stopped on the way is none") {
    ScratchFolder folder;
    ScratchFolder cache;
    make(folder, "talk.mov", talking());
    std::stop_source stop;
    CHECK_FALSE(media::kept_outline_of({folder.path(), "talk.mov"}, cache.path(), stop.get_token(),
                                       [&](media::SourceTime) { stop.request_stop(); })
                    .has_value());
    CHECK(std::filesystem::is_empty(cache.path()));
}
