// Pausing, stepping and jumping inside an answer, to the picture.
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

const NumberedClip& long_clip() {
    return *room().module.clip(NumberedModule::long_answer);
}

// Pauses amid the long answer; the picture that stands there.
NumberedPicture pause_in_long_answer(PlayerOnDisplay& player) {
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    player.press("5");
    const int middle = (long_clip().first + long_clip().last) / 2;
    REQUIRE(room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const auto& picture = record.back().picture;
            return picture && picture->number > middle + 10 && picture->number < middle + 200;
        },
        patience));
    player.press("Space");
    const std::optional<NumberedPicture> still = player.wait_still(std::chrono::seconds{1});
    REQUIRE(still);
    REQUIRE(long_clip().contains(*still));
    return *still;
}

}  // namespace

TEST_CASE("a pause holds the picture, and playing goes on from it") {
    const Home home;
    PlayerOnDisplay player(home);
    const NumberedPicture paused = pause_in_long_answer(player);
    CHECK(player.wait_still(std::chrono::seconds{2}) == paused);

    const std::size_t mark = room().watcher.mark();
    player.press("Space");
    REQUIRE(player.wait_moving());
    const std::vector<NumberedPicture> pictures = pictures_in(room().watcher.since(mark));
    REQUIRE(pictures.size() > 1);
    CHECK(pictures[0] == paused);
    CHECK(pictures[1].number > paused.number);
    CHECK(pictures[1].number <= paused.number + 5);
}

TEST_CASE("a click on the film pauses it, and another one plays on") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    REQUIRE(player.wait_moving());
    const std::optional<FoundPicture> film = ScreenWatcher::find(room().watcher.screenshot());
    REQUIRE(film);
    const int x = static_cast<int>(film->left_px + film->width_px / 2);
    const int y = (film->first_row + film->last_row) / 2;
    room().hands.click(x, y);
    REQUIRE(player.wait_still(std::chrono::milliseconds{1500}));
    room().hands.click(x, y);
    CHECK(player.wait_moving());
}

TEST_CASE("a step goes to the neighbouring picture, forward and back") {
    const Home home;
    PlayerOnDisplay player(home);
    const NumberedPicture paused = pause_in_long_answer(player);
    const int film = paused.film;
    int number = paused.number;
    // Seven pictures are more than lie between two that other pictures are not decoded from.
    for (int i = 0; i < 7; ++i) {
        player.press("Alt+Right");
        REQUIRE(player.wait_picture({film, ++number}));
    }
    for (int i = 0; i < 9; ++i) {
        player.press("Alt+Left");
        REQUIRE(player.wait_picture({film, --number}));
    }
    CHECK(player.wait_still() == NumberedPicture{film, number});
}

TEST_CASE("stepping stays inside the answer") {
    const Home home;
    PlayerOnDisplay player(home);
    pause_in_long_answer(player);
    player.press("Home");
    REQUIRE(player.wait_picture(long_clip().first_picture()));
    player.press("Alt+Left");
    CHECK(player.wait_still() == long_clip().first_picture());
    player.press("Alt+Right");
    REQUIRE(player.wait_picture({long_clip().film, long_clip().first + 1}));
}

TEST_CASE("keys jump by seconds and to tenths of an answer") {
    const Home home;
    PlayerOnDisplay player(home);
    int number = pause_in_long_answer(player).number;
    const int film = long_clip().film;
    struct Row {
        std::string key;
        int pictures;  // at 30 a second
    };
    for (const Row& row : std::vector<Row>{{"Right", 150},
                                           {"Left", -150},
                                           {"L", 300},
                                           {"J", -300},
                                           {"Shift+Right", 30},
                                           {"Shift+Left", -30}}) {
        CAPTURE(row.key);
        player.press(row.key);
        number += row.pictures;
        REQUIRE(player.wait_still() == NumberedPicture{film, number});
    }
    struct Place {
        std::string key;
        int picture;
    };
    const int length = long_clip().last - long_clip().first + 1;
    for (const Place& place : std::vector<Place>{{"1", long_clip().first + length / 10},
                                                 {"Home", long_clip().first},
                                                 {"9", long_clip().first + length * 9 / 10},
                                                 {"0", long_clip().first},
                                                 {"End", long_clip().last}}) {
        CAPTURE(place.key);
        player.press(place.key);
        REQUIRE(player.wait_still() == NumberedPicture{film, place.picture});
    }
}

TEST_CASE("reading about a person pauses the film, and closing goes on with it") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    REQUIRE(player.wait_moving());
    const std::size_t mark = room().watcher.mark();
    player.command("information");
    // The panel may lie over the film: then nothing can be read, which is as still.
    REQUIRE(room().watcher.wait(
        mark,
        [](std::span<const Shown> record) {
            return record.back().held() >= std::chrono::milliseconds{1500};
        },
        patience));
    const std::vector<NumberedPicture> before = pictures_in(room().watcher.since(mark));
    const std::size_t closing = room().watcher.mark();
    player.command("information");
    REQUIRE(player.wait_moving());
    const std::vector<NumberedPicture> after = pictures_in(room().watcher.since(closing));
    REQUIRE_FALSE(before.empty());
    REQUIRE_FALSE(after.empty());
    // Some pictures may have gone by unseen behind the panel, but not a second and a half of them.
    CHECK(after.front().number - before.back().number >= 0);
    CHECK(after.front().number - before.back().number < 30);
}

TEST_CASE("a black screen pauses, and the same key brings the film back where it was") {
    const Home home;
    PlayerOnDisplay player(home);
    player.go_to(player.opening(), NumberedModule::long_answer);
    REQUIRE(player.wait_cell(NumberedModule::long_answer));
    REQUIRE(player.wait_moving());
    const std::size_t mark = room().watcher.mark();
    player.press("B");
    REQUIRE(player.wait_no_film());
    const std::vector<NumberedPicture> before = pictures_in(room().watcher.since(mark));
    const std::size_t returning = room().watcher.mark();
    player.press("B");
    REQUIRE(player.wait_moving());
    const std::vector<NumberedPicture> after = pictures_in(room().watcher.since(returning));
    CHECK(after.front().number - before.back().number >= 0);
    CHECK(after.front().number - before.back().number < 8);
}
