// Loudspeakers that are unplugged, blocked and plugged in while a film plays.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <fstream>
#include <thread>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/sound_recording.h"
#include "tests/end_to_end/sound_server.h"
#include "tests/end_to_end/words.h"
#include "tests/support/numbered_film.h"

using namespace end_to_end;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

constexpr int film = 140;
constexpr int rate = 25;
constexpr int seconds = 60;
constexpr auto picture_goes_on_within = 500ms;
constexpr double at_most_ms = 40;

void make_beeping_module(const fs::path& folder) {
    const auto write = [&](const std::string& name, const std::string& text) {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    write("module.yaml",
          "format: 1\nid: beeping\nversion: \"1\"\ntitle: Beeping\nlanguage: en\n"
          "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n"
          "  - {id: q0, theme: work, text: \"Beep?\", label: Beep}\n");
    write("people/ann.yaml",
          "format: 1\nname: Ann\njob: {title: tester, article: a}\nanswers:\n"
          "  q0: {film: films/beep.mp4}\n");
    support::FilmRecipe recipe;
    recipe.film = film;
    recipe.pictures = seconds * rate;
    recipe.rate_num = rate;
    recipe.sound = support::FilmSound::Beeps;
    fs::create_directories(folder / "films");
    REQUIRE(support::make_numbered_film(folder / "films/beep.mp4", recipe));
}

// A film that beeps, a server of sound, and what is seen of both.
struct Scene {
    Scene() { make_beeping_module(scratch.path() / "module"); }

    PlayerOnDisplay start() const {
        return PlayerOnDisplay(home, {.module = scratch.path() / "module",
                                      .arguments = {"--play"},
                                      .environment = server.environment()});
    }

    const Home home;
    const support::ScratchFolder scratch;
    SoundServer server;
};

// The longest that a picture stood while the film played, since the mark.
WallTime::duration longest_stand(std::size_t mark) {
    WallTime::duration longest{};
    for (const Shown& shown : room().watcher.since(mark))
        if (shown.picture) longest = std::max<WallTime::duration>(longest, shown.held());
    return longest;
}

// How much later than its picture each beep is heard.
std::vector<double> offsets_ms(const std::vector<Shown>& record, const SoundRecording& sound) {
    constexpr std::chrono::milliseconds close{10};
    std::vector<WallTime> beeps;
    for (const std::int64_t frame : sound.beeps()) {
        if (const auto at = sound.handed_over(frame)) beeps.push_back(*at);
    }
    std::vector<double> offsets;
    for (const Shown& shown : record) {
        if (!shown.picture || shown.picture->film != film || shown.picture->number % rate != 0 ||
            shown.from - shown.before > close) {
            continue;
        }
        for (const WallTime beep : beeps) {
            const std::chrono::duration<double, std::milli> off = beep - shown.from;
            if (std::abs(off.count()) < 450) offsets.push_back(off.count());
        }
    }
    return offsets;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Records a device for a time and says how much later than the picture it is.
std::vector<double> listen(const Scene& scene, const std::string& device,
                           std::chrono::milliseconds time) {
    const fs::path file = scene.scratch.path() / fmt::format("{}.raw", room().watcher.mark());
    const auto recorder = scene.server.record(device, file);
    const SoundRecording sound(file);
    const std::size_t mark = room().watcher.mark();
    std::this_thread::sleep_for(time);
    return offsets_ms(room().watcher.since(mark), sound);
}

// Sound and picture are together, as far as can be heard of a recorded device: the recorder itself
// is some milliseconds late or early.
void check_together(const Scene& scene, const std::string& device, const char* when) {
    const std::vector<double> offsets = listen(scene, device, 6s);
    CAPTURE(std::string(when));
    REQUIRE(offsets.size() >= 3);
    MESSAGE(fmt::format("{}: sound {:.0f} ms after the picture", when, median(offsets)));
    CHECK(std::abs(median(offsets)) <= at_most_ms);
}

}  // namespace

TEST_CASE("a film plays on while its sound device is exchanged, blocked and taken away") {
    const Scene scene;
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
    const Scene scene;
    scene.server.keep_a_dummy();
    PlayerOnDisplay player = scene.start();
    REQUIRE(player.wait_moving());
    scene.server.plug_in("one");
    std::this_thread::sleep_for(1s);
    check_together(scene, "one", "plugged in");
}

TEST_CASE("a machine without sound plays its films silently") {
    const Scene scene;
    PlayerOnDisplay player(scene.home, {.module = scene.scratch.path() / "module",
                                        .arguments = {"--play"},
                                        .environment = {{"SDL_AUDIODRIVER", "none at all"}}});
    REQUIRE(player.wait_moving());
    const std::size_t mark = room().watcher.mark();
    std::this_thread::sleep_for(3s);
    CHECK(longest_stand(mark) < picture_goes_on_within);
    const std::vector<NumberedPicture> seen = pictures_in(room().watcher.since(mark));
    REQUIRE(!seen.empty());
    CHECK(std::abs(seen.back().number - seen.front().number - 3 * rate) <= rate / 2);
}

TEST_CASE("a server of sound that hangs holds up neither the film nor the end") {
    const Scene scene;
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
