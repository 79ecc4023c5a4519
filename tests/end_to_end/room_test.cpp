// The room: its picture beside the teacher's strip, and in a window of its own.
#include <cstdlib>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

// Whether the middle of the screen, where the room's picture is, has this brightness all over.
bool wait_middle(std::uint8_t grey) {
    return room().watcher.wait_screen(
        [grey](const Screenshot& shot) {
            for (int y = shot.height_px / 3; y < shot.height_px * 2 / 3; ++y) {
                for (int x = shot.width_px * 2 / 5; x < shot.width_px / 2; ++x) {
                    if (std::abs(static_cast<int>(shot.green(x, y)) - grey) > 2) return false;
                }
            }
            return true;
        },
        patience);
}

void bring_room_up(PlayerOnDisplay& player) {
    const Cell first = player.opening();
    player.go_to(first, {1, 2});
    REQUIRE(player.wait_cell({1, 2}));
    player.press("Alt+F5");
}

}  // namespace

TEST_CASE("on one display the room is shown beside the strip: black, frozen, and closed by keys") {
    const Home home;
    PlayerOnDisplay player(home);
    bring_room_up(player);
    REQUIRE(player.wait_moving());

    player.press("B");
    CHECK(wait_middle(0));
    player.press("B");
    REQUIRE(player.wait_moving());
    player.press("Shift+B");
    CHECK(wait_middle(255));
    player.press("Escape");
    REQUIRE(player.wait_moving());

    player.press("Z");
    const auto frozen = player.wait_still();
    REQUIRE(frozen);
    player.press("Ctrl+Right");
    CHECK(player.wait_still() == frozen);
    player.press("Z");
    CHECK(player.wait_cell({1, 3}));

    player.press("Alt+F5");
    CHECK(player.wait_cell({1, 3}));
    CHECK(player.alive());
}

TEST_CASE("keys mean the same in the room's window, and closing it does not end the program") {
    const Home home;
    PlayerOnDisplay player(home);
    bring_room_up(player);
    player.press("Alt+Shift+F5");
    // In the middle of the screen, over the teacher's window; a click gives it the keyboard.
    room().hands.click(room().display.width_px() / 2, room().display.height_px() / 2);
    player.press(".");
    CHECK(wait_middle(0));
    player.press("PageDown");
    CHECK(wait_middle(0));  // what the teacher does shows nothing
    player.press(".");
    REQUIRE(player.wait_cell({1, 3}));
    player.press("Alt+F5");
    REQUIRE(player.wait_cell({1, 3}));
    CHECK(player.alive());
    player.press("Ctrl+Q");
    CHECK(player.wait_ended() == 0);
}
