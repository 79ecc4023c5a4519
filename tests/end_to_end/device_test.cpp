// Loudspeakers that are unplugged, blocked and plugged in while a film plays.
#include <csignal>
#include <thread>

#include "tests/end_to_end/beeping_scene.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;
using namespace std::chrono_literals;

TEST_CASE("a film plays on while its sound device is exchanged, blocked and taken away") {
    const BeepingScene scene;
    scene.server.plug_in("one");
    scene.server.plug_in("two");
    PlayerOnDisplay player = scene.start();
    REQUIRE(player.wait_moving());
    check_together(scene, "one", "at first");
    struct Row {
        const char* what;
        void (*happens)(const SoundServer&);
        const char* heard_at;  // nothing: nowhere
    };
    const Row rows[] = {
        {"moved", [](const SoundServer& server) { server.make_usual("two"); }, "two"},
        {"pulled out", [](const SoundServer& server) { server.pull_out("two"); }, "one"},
        {"blocked", [](const SoundServer& server) { server.block("one", true); }, nullptr},
        {"free again", [](const SoundServer& server) { server.block("one", false); }, "one"},
        {"none left", [](const SoundServer& server) { server.pull_out("one"); }, nullptr},
        {"plugged in", [](const SoundServer& server) { server.plug_in("three"); }, "three"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const std::size_t mark = room().watcher.mark();
        row.happens(scene.server);
        std::this_thread::sleep_for(1s);
        CHECK(longest_stand(mark) < picture_goes_on_within);
        if (row.heard_at == nullptr) continue;
        for (int i = 0; i < 100 && scene.server.streams() == 0; ++i)
            std::this_thread::sleep_for(100ms);
        check_together(scene, row.heard_at, row.what);
    }
}

TEST_CASE("a film that begins on no real device is heard when one is plugged in") {
    const BeepingScene scene;
    scene.server.keep_a_dummy();
    PlayerOnDisplay player = scene.start();
    REQUIRE(player.wait_moving());
    scene.server.plug_in("one");
    std::this_thread::sleep_for(1s);
    check_together(scene, "one", "plugged in");
}

TEST_CASE("a machine without sound plays its films silently") {
    const BeepingScene scene;
    PlayerOnDisplay player(scene.home, {.module = scene.scratch.path() / "module",
                                        .arguments = {"--play"},
                                        .environment = {{"SDL_AUDIODRIVER", "none at all"}}});
    REQUIRE(player.wait_moving());
    const std::size_t mark = room().watcher.mark();
    std::this_thread::sleep_for(3s);
    CHECK(longest_stand(mark) < picture_goes_on_within);
    const std::vector<NumberedPicture> seen = pictures_in(room().watcher.since(mark));
    REQUIRE(!seen.empty());
    CHECK(std::abs(seen.back().number - seen.front().number - 3 * BeepingScene::rate) <=
          BeepingScene::rate / 2);
}

TEST_CASE("a server of sound that hangs holds up neither the film nor the end") {
    const BeepingScene scene;
    scene.server.plug_in("one");
    PlayerOnDisplay player = scene.start();
    REQUIRE(player.wait_moving());
    const std::size_t mark = room().watcher.mark();
    scene.server.process().signal(SIGSTOP);
    std::this_thread::sleep_for(3s);
    CHECK(longest_stand(mark) < picture_goes_on_within);
    const WallTime pressed = std::chrono::steady_clock::now();
    player.press("Ctrl+Q");
    CHECK(player.wait_ended() == 0);
    CHECK(std::chrono::steady_clock::now() - pressed < 2s);
    scene.server.process().signal(SIGCONT);
}
