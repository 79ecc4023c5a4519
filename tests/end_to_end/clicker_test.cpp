// What a class does with a clicker's few buttons and nothing else.
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

// Black all over its middle, which no film and no interface is.
bool wait_black() {
    return room().watcher.wait_screen(
        [](const Screenshot& shot) {
            for (int y = shot.height_px / 3; y < shot.height_px * 2 / 3; ++y) {
                for (int x = shot.width_px / 3; x < shot.width_px / 2; ++x) {
                    if (shot.green(x, y) > 2) return false;
                }
            }
            return true;
        },
        patience);
}

}  // namespace

TEST_CASE("a clicker alone goes on and back, makes the screen black, and reaches the lesson") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell start{1, 2};
    player.go_to(first, start);
    REQUIRE(player.wait_picture(room().module.clip(start)->last_picture()));
    player.press("PageDown");
    REQUIRE(player.wait_picture(room().module.clip({1, 3})->last_picture()));
    player.press("PageUp");
    REQUIRE(player.wait_still());
    for (const char* button : {"B", "."}) {
        CAPTURE(button);
        player.press(button);
        REQUIRE(wait_black());
        player.press(button);
        REQUIRE(player.wait_still());
    }
    player.press("F5");
    REQUIRE(player.wait_no_film());
    player.press("Escape");
    REQUIRE(player.wait_still());
    CHECK(player.alive());
}
