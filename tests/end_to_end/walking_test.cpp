// Going about in the grid by keyboard and mouse.
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

TEST_CASE("choosing a person keeps the question, choosing a question keeps the person") {
    const Home home;
    PlayerOnDisplay player(home);
    Cell at = player.opening();
    struct Row {
        const char* key;
        Cell leads_to;
    };
    player.go_to(at, {1, 2});
    REQUIRE(player.wait_cell({1, 2}));
    for (const Row& row : std::vector<Row>{{"Ctrl+Down", {2, 2}},
                                           {"Ctrl+Right", {2, 3}},
                                           {"Ctrl+Down", {3, 3}},
                                           {"Ctrl+Left", {3, 2}},
                                           {"Ctrl+Up", {2, 2}},
                                           {"Ctrl+Up", {1, 2}},
                                           {"Ctrl+Up", {0, 2}},
                                           {"Ctrl+Up", {4, 2}},  // round the ring
                                           {"Ctrl+Down", {0, 2}}}) {
        CAPTURE(row.leads_to);
        player.press(row.key);
        REQUIRE(player.wait_cell(row.leads_to));
    }
}

TEST_CASE("a cell without an answer shows no film, and one goes on from there") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    SUBCASE("nobody was asked") {
        player.go_to(first, NumberedModule::empty);
        REQUIRE(player.wait_no_film());
        player.press("Ctrl+Right");
        REQUIRE(player.wait_cell({3, 2}));
    }
    SUBCASE("the person asked not to show it") {
        player.go_to(first, NumberedModule::withheld);
        REQUIRE(player.wait_no_film());
        player.press("Ctrl+Down");
        REQUIRE(player.wait_cell({1, 3}));
    }
}
