#include "player/media/analysis/flashes.h"

#include <doctest/doctest.h>

#include "tests/support/card_film.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;

namespace {

constexpr int rate = 25;

// Four seconds, grey but for the time from one second to three, where `paint` says what is seen.
std::optional<media::Flashes> flashes_in_film(const std::function<double(int x, int n)>& paint) {
    const support::ScratchFolder folder;
    support::CardRecipe recipe;
    recipe.pictures = 4 * rate;
    recipe.rate = rate;
    recipe.paint = [&](int x, int, int n) {
        const double grey = n >= rate && n < 3 * rate ? paint(x, n) : 0.5;
        return support::Colour{grey, grey, grey};
    };
    REQUIRE(support::make_card_film(folder.path() / "f.mkv", recipe));
    const auto found = media::find_flashes({folder.path(), "f.mkv"});
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("what flashes over the whole picture is found, and when it begins") {
    // Over six flashes a second: three are let pass.
    const auto found = flashes_in_film([](int, int n) { return n / 2 % 2 == 0 ? 1.0 : 0.0; });
    REQUIRE(found);
    CHECK(found->a_second > 10);
    CHECK(found->a_second <= 14);
    CHECK(found->first == media::SourceTime{1s});
    CHECK(found->worst >= found->first);
    CHECK(found->worst <= media::SourceTime{2s});
}

TEST_CASE(
    "three flashes in a second, a cut, what moves, a slow fade and a small light are no flashes") {
    CHECK_FALSE(
        flashes_in_film([](int, int n) { return n % rate < 15 && n % rate % 6 < 3 ? 1.0 : 0.0; }));
    CHECK_FALSE(flashes_in_film([](int, int) { return 0.9; }));
    CHECK_FALSE(flashes_in_film([](int, int n) { return (n - rate) % 10 / 10.0; }));
    CHECK_FALSE(flashes_in_film([](int x, int n) { return x / 40 == n / 5 % 8 ? 0.7 : 0.4; }));
    CHECK_FALSE(flashes_in_film([](int, int n) { return 0.5 + 0.3 * (n - rate) / (2 * rate); }));
    CHECK_FALSE(flashes_in_film([](int x, int n) { return x < 8 && n % 4 < 2 ? 1.0 : 0.5; }));
}

TEST_CASE("without pictures there are no flashes, and what is no film says so") {
    const support::ScratchFolder folder;
    const auto none = media::find_flashes({folder.path(), "absent.mp4"});
    REQUIRE_FALSE(none);
    CHECK(none.error().place.file == "absent.mp4");
}

TEST_CASE("looking for flashes can be broken off") {
    const support::ScratchFolder folder;
    support::CardRecipe recipe;
    recipe.pictures = 2 * rate;
    recipe.rate = rate;
    recipe.paint = [](int, int, int) { return support::Colour{0.5, 0.5, 0.5}; };
    REQUIRE(support::make_card_film(folder.path() / "f.mkv", recipe));
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(media::find_flashes({folder.path(), "f.mkv"}, stop.get_token()));
}
