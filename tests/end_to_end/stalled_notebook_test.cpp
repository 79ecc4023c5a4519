// A pupil types while the folder of the notebooks does not answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "tests/end_to_end/player_on_display.h"
#include "tests/support/troubled_disk.h"

using namespace end_to_end;
using support::DiskMood;
using support::TroubledDisk;

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

// Longer in a run that measures: CROSSCUT_STALL_S=60.
std::chrono::seconds stall_length() {
    const char* wanted = std::getenv("CROSSCUT_STALL_S");
    return std::chrono::seconds(wanted == nullptr ? 10 : std::atoi(wanted));
}

int different_px(const Screenshot& before, const Screenshot& now) {
    int different = 0;
    for (int y = 0; y < before.height_px; ++y) {
        for (int x = 0; x < before.width_px; ++x) {
            different += std::abs(before.green(x, y) - now.green(x, y)) > 24 ? 1 : 0;
        }
    }
    return different;
}

// Some notebook of the folder has these words.
bool kept(const fs::path& folder, const std::string& words) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream),
                               std::istreambuf_iterator<char>()};
        if (text.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("while the notebooks' folder hangs every letter is seen at once, and all are kept") {
    const Home home;
    const fs::path notebooks = home.path() / "state" / "crosscut" / "notebooks";
    fs::create_directories(notebooks);
    TroubledDisk disk(notebooks);
    PlayerOnDisplay player(home, {.environment = disk.environment()});
    constexpr int panel_px = 20'000;
    const Screenshot without = room().watcher.screenshot();
    player.command("thought");
    REQUIRE(room().watcher.wait_screen(
        [&](const Screenshot& now) { return different_px(without, now) > panel_px; }, 20s));
    player.type("before ");
    const auto give_up = std::chrono::steady_clock::now() + 30s;
    while (!kept(notebooks, "before")) {
        REQUIRE(std::chrono::steady_clock::now() < give_up);
        std::this_thread::sleep_for(50ms);
    }

    disk.set(DiskMood::Stalled);
    constexpr int letter_px = 25;  // more than a caret that comes or goes alone
    const WallTime began = std::chrono::steady_clock::now();
    std::string typed;
    std::chrono::nanoseconds longest{};
    while (std::chrono::steady_clock::now() - began < stall_length()) {
        const Screenshot before = room().watcher.screenshot();
        const std::string letter(1, static_cast<char>('a' + typed.size() % 26));
        const WallTime pressed = std::chrono::steady_clock::now();
        player.type(letter);
        typed += letter;
        REQUIRE(room().watcher.wait_screen(
            [&](const Screenshot& now) { return different_px(before, now) > letter_px; }, 20s));
        longest =
            std::max<std::chrono::nanoseconds>(longest, std::chrono::steady_clock::now() - pressed);
        std::this_thread::sleep_for(300ms);
    }
    CHECK(disk.desk().waiting > 0);
    const auto longest_ms = std::chrono::duration_cast<std::chrono::milliseconds>(longest).count();
    MESSAGE(typed.size() << " letters, the longest wait for one " << longest_ms << " ms");
    CHECK(longest < 250ms);

    disk.set(DiskMood::Well);
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!kept(notebooks, "before " + typed)) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        std::this_thread::sleep_for(50ms);
    }
    player.command("quit");
    CHECK(player.wait_ended() == 0);
}
