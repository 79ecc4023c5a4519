// Ending the program and going on where one was.
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

void quit(PlayerOnDisplay& player) {
    player.press("Ctrl+Q");
    REQUIRE(player.wait_ended() == 0);
}

}  // namespace

TEST_CASE("the program goes on at the answer and the second where it was ended, and waits there") {
    const Home home;
    NumberedPicture left;
    {
        PlayerOnDisplay player(home);
        player.go_to(player.opening(), NumberedModule::long_answer);
        REQUIRE(player.wait_cell(NumberedModule::long_answer));
        player.press("5");
        const NumberedClip& clip = *room().module.clip(NumberedModule::long_answer);
        REQUIRE(room().watcher.wait(
            room().watcher.mark(),
            [&](std::span<const Shown> record) {
                const auto& picture = record.back().picture;
                return picture && picture->number > (clip.first + clip.last) / 2 + 45;
            },
            patience));
        const std::size_t mark = room().watcher.mark();
        quit(player);
        left = pictures_in(room().watcher.since(mark)).back();
    }
    PlayerOnDisplay again(home);
    const std::optional<NumberedPicture> waits = again.wait_still(std::chrono::seconds{2});
    REQUIRE(waits);
    CHECK(waits->film == left.film);
    CHECK(std::abs(waits->number - left.number) <= 2 * 30);
    again.press("Space");
    CHECK(again.wait_moving());
}

TEST_CASE("an answer that was heard to its end is resumed at its beginning") {
    const Home home;
    const Cell heard{1, 3};
    {
        PlayerOnDisplay player(home);
        player.go_to(player.opening(), heard);
        REQUIRE(player.wait_picture(room().module.clip(heard)->last_picture()));
        REQUIRE(player.wait_still());
        quit(player);
    }
    PlayerOnDisplay again(home);
    CHECK(again.wait_still(std::chrono::seconds{2}) == room().module.clip(heard)->first_picture());
}

TEST_CASE("Escape goes back level by level and never ends the program") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), {1, 0});
    REQUIRE(player.wait_cell({1, 0}));
    player.press("F");
    player.command("information");
    for (int i = 0; i < 8; ++i) {
        player.press("Escape");
    }
    REQUIRE(player.wait_no_film());  // the start screen
    CHECK(player.alive());
    player.command("stage_screen");
    CHECK(player.wait_cell({1, 0}));
}
