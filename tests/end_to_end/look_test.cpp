// Captions and the full screen.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

// How many pixels of the lower third of the film are not what the film has there: its bars go from
// top to bottom.
int pixels_over_film(const Screenshot& shot) {
    const std::optional<FoundPicture> film = ScreenWatcher::find(shot);
    if (!film) return -1;
    const int left = static_cast<int>(std::ceil(film->left_px)) + 2;
    const int right = std::min(shot.width_px, static_cast<int>(film->left_px + film->width_px)) - 2;
    const int height = static_cast<int>(film->width_px * 9 / 16);
    const int clear_row = film->first_row + height / 8;
    const int bottom = std::min(shot.height_px, film->first_row + height) - 4;
    int different = 0;
    for (int y = film->first_row + height * 2 / 3; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const int off = std::abs(static_cast<int>(shot.green(x, y)) -
                                     static_cast<int>(shot.green(x, clear_row)));
            different += off > 90 ? 1 : 0;
        }
    }
    return different;
}

constexpr int a_line_of_words = 1500;  // pixels; far more than compression changes

bool wait_captions() {
    return room().watcher.wait_screen(
        [](const Screenshot& shot) { return pixels_over_film(shot) > a_line_of_words; }, patience);
}

bool wait_no_captions() {
    return room().watcher.wait_screen(
        [](const Screenshot& shot) {
            const int pixels = pixels_over_film(shot);
            return pixels >= 0 && pixels < a_line_of_words / 10;
        },
        patience);
}

bool wait_film_width(double at_least_px, double at_most_px) {
    return room().watcher.wait_screen(
        [&](const Screenshot& shot) {
            const std::optional<FoundPicture> film = ScreenWatcher::find(shot);
            return film && film->width_px > at_least_px && film->width_px < at_most_px;
        },
        patience);
}

void pause_at(PlayerOnDisplay& player, double into_answer_s) {
    const NumberedClip& clip = *room().module.clip(NumberedModule::long_answer);
    const int wanted = clip.first + static_cast<int>(into_answer_s * clip.rate);
    REQUIRE(room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const auto& picture = record.back().picture;
            return picture && picture->number >= wanted;
        },
        patience));
    player.press("Space");
    REQUIRE(player.wait_still());
}

}  // namespace

TEST_CASE("captions are shown from the start, end when their time is over, and C switches them") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    pause_at(player, 1);
    CHECK(wait_captions());
    player.press("C");
    CHECK(wait_no_captions());
    player.press("C");
    CHECK(wait_captions());

    player.press("L");
    player.press("L");
    REQUIRE(room().watcher.wait(
        room().watcher.mark(),
        [](std::span<const Shown> record) {
            const NumberedClip& clip = *room().module.clip(NumberedModule::long_answer);
            const double pause_from = clip.first + NumberedModule::caption_pause_from_s * clip.rate;
            return record.back().picture && record.back().picture->number > pause_from;
        },
        patience));
    CHECK(wait_no_captions());
}

TEST_CASE("full screen fills the screen with the film, and the same key or Escape ends it") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    const std::optional<FoundPicture> before = ScreenWatcher::find(room().watcher.screenshot());
    REQUIRE(before);
    CHECK(before->width_px < 1200);
    for (const char* leaves : {"F", "Escape"}) {
        CAPTURE(leaves);
        player.press("F");
        CHECK(wait_film_width(1300, 1400));
        REQUIRE(player.wait_moving());
        player.press(leaves);
        CHECK(wait_film_width(before->width_px - 3, before->width_px + 3));
    }
    CHECK(player.alive());
}
