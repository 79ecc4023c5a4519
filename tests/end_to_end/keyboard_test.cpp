// A lesson's worth of going about, without a mouse.
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

TEST_CASE("open, wall, hang, mix, search, room, black and close: by keyboard alone") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();

    player.press("Ctrl+1");  // the start screen
    REQUIRE(player.wait_no_film());
    player.press("Enter");  // on with the module that was open last
    REQUIRE(player.wait_cell(first));

    player.go_to(first, {1, 1});
    REQUIRE(player.wait_cell({1, 1}));
    player.press("F4");
    for (const char* key : {"Right", "Down", "Enter"})
        player.press(key);
    const Cell hung_on{2, 2};
    REQUIRE(player.wait_cell(hung_on));

    player.press("H");
    REQUIRE(player.wait_cell({3, 2}));  // by itself, when the answer has ended

    player.press("R");
    player.press("N");
    const std::optional<Cell> mixed = player.wait_other_than({3, 2});
    REQUIRE(mixed);

    const Cell said = NumberedModule::long_answer;
    if (*mixed == said) player.go_to(said, {1, 1});
    player.press("/");
    for (const char* letter : {"P", "A", "U", "S", "E"})
        player.press(letter);
    player.press("Enter");
    REQUIRE(player.wait_cell(said));

    player.press("Alt+F5");
    REQUIRE(player.wait_moving());
    player.press("B");
    REQUIRE(player.wait_no_film());
    player.press("B");
    REQUIRE(player.wait_cell(said));
    player.press("Alt+F5");
    REQUIRE(player.wait_cell(said));

    player.press("Ctrl+Q");
    CHECK(player.wait_ended() == 0);
}
