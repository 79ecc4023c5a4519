// A projector that is plugged in and pulled out, and a window that is moved onto it and back. Only
// where there may be several displays: run by displays_test.sh.
#include <thread>

#include "tests/end_to_end/beeping_scene.h"
#include "tests/end_to_end/windows_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;
using namespace std::chrono_literals;

namespace {

constexpr const char* teachers = "Crosscut";
constexpr const char* rooms = "Crosscut: the room";

PlaceOnScreen projector() {
    return {room().display.width_px(), 0, PrivateDisplay::projector_width_px,
            PrivateDisplay::projector_height_px};
}

bool wait_for(const char* window, const std::optional<PlaceOnScreen>& place) {
    return room().watcher.wait_screen(
        [&](const Screenshot&) { return place_of_window(room().display.name(), window) == place; },
        patience);
}

}  // namespace

TEST_CASE("the room is on the projector, here while that is unplugged, and there again") {
    room().display.plug_in_projector();
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    player.go_to(first, {1, 2});
    REQUIRE(player.wait_cell({1, 2}));
    player.press("Alt+F5");
    CHECK(wait_for(rooms, projector()));
    for (int times = 0; times < 3; ++times) {
        CAPTURE(times);
        room().display.pull_out_projector();
        CHECK(wait_for(rooms, std::nullopt));
        CHECK(player.wait_cell({1, 2}));
        room().display.plug_in_projector();
        CHECK(wait_for(rooms, projector()));
        CHECK(player.wait_cell({1, 2}));
    }
    player.press("Alt+F5");
    CHECK(wait_for(rooms, std::nullopt));

    REQUIRE(move_window(room().display.name(), teachers, projector().x + 20, 30));
    player.press("F");
    CHECK(wait_for(teachers, projector()));
    player.press("F");
    player.press("Ctrl+Q");
    CHECK(player.wait_ended() == 0);
    room().display.pull_out_projector();
}

TEST_CASE("a film plays on while displays come and go and its window moves between them") {
    const BeepingScene scene;
    scene.server.plug_in("one");
    PlayerOnDisplay player = scene.start();
    REQUIRE(player.wait_moving());
    struct Row {
        const char* what;
        void (*happens)();
    };
    const Row rows[] = {
        {"a projector is plugged in", [] { room().display.plug_in_projector(); }},
        {"the window goes there",
         [] { REQUIRE(move_window(room().display.name(), teachers, projector().x + 20, 30)); }},
        {"the window comes back",
         [] { REQUIRE(move_window(room().display.name(), teachers, 20, 30)); }},
        {"the room opens there", [] { room().hands.press("Alt+F5"); }},
        {"the projector is pulled out", [] { room().display.pull_out_projector(); }},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const std::size_t mark = room().watcher.mark();
        row.happens();
        std::this_thread::sleep_for(1s);
        CHECK(longest_stand(mark) < picture_goes_on_within);
        check_together(scene, "one", row.what);
    }
    CHECK(player.alive());
}
