// Small words for tests that play numbered films.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>
#include <system_error>

#include "tests/media/stage_hand.h"
#include "tests/support/numbered_film.h"

namespace support {

inline FilmRecipe film(int id, int pictures, int gop = 250) {
    FilmRecipe recipe;
    recipe.film = id;
    recipe.pictures = pictures;
    recipe.gop = gop;
    return recipe;
}

inline media::SourceTime at(media::SourceDuration time) {
    return media::SourceTime{time};
}

// Start of a picture, rounded to milliseconds as authors write it.
inline media::SourceTime start_of(const FilmRecipe& recipe, int number) {
    const std::int64_t us = 1'000'000LL * number * recipe.rate_den / recipe.rate_num;
    return at(std::chrono::milliseconds{(us + 500) / 1000});
}

// From the first picture to before the picture `end`.
inline media::TimeRange pictures(const FilmRecipe& recipe, int first, int end) {
    return {start_of(recipe, first), start_of(recipe, end)};
}

inline media::ClipOrder clip_of(const ScratchFolder& folder, const std::string& file,
                                std::optional<media::TimeRange> trim = std::nullopt) {
    return {{folder.path(), file}, trim};
}

inline void make(const ScratchFolder& folder, const std::string& file, const FilmRecipe& recipe) {
    const auto made = make_numbered_film(folder.path() / file, recipe);
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : catalogue::to_text(made.error())));
}

// None where the folder is not there.
inline int files_in(const std::filesystem::path& folder) {
    std::error_code absent;
    const std::filesystem::directory_iterator files(folder, absent);
    return absent ? 0 : static_cast<int>(std::distance(files, {}));
}

// Plays a clip to its end. `seen` is called with every picture, while it is the shown one.
template <class Seen>
void watch_all(StageHand& hand, const media::ClipOrder& clip, Seen seen) {
    hand.order.playing = true;
    REQUIRE(hand.cue(clip));
    do {
        seen(hand.look().value());
    } while (hand.next_picture());
}

}  // namespace support
