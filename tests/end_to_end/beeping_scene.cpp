#include "tests/end_to_end/beeping_scene.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include "tests/end_to_end/sound_recording.h"
#include "tests/support/numbered_film.h"

namespace end_to_end {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int film = 140;
constexpr int rate = BeepingScene::rate;
constexpr int film_s = 60;
constexpr double at_most_ms = 40;

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
std::vector<double> listen(const BeepingScene& scene, const std::string& device,
                           std::chrono::milliseconds time) {
    const fs::path file = scene.scratch.path() / fmt::format("{}.raw", room().watcher.mark());
    const auto recorder = scene.server.record(device, file);
    const SoundRecording sound(file);
    const std::size_t mark = room().watcher.mark();
    std::this_thread::sleep_for(time);
    return offsets_ms(room().watcher.since(mark), sound);
}

}  // namespace

void make_beeping_module(const fs::path& folder, int number, int seconds) {
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
    recipe.film = number;
    recipe.pictures = seconds * rate;
    recipe.rate_num = rate;
    recipe.sound = support::FilmSound::Beeps;
    fs::create_directories(folder / "films");
    REQUIRE(support::make_numbered_film(folder / "films/beep.mp4", recipe));
}

BeepingScene::BeepingScene() {
    make_beeping_module(scratch.path() / "module", film, film_s);
}

PlayerOnDisplay BeepingScene::start() const {
    return PlayerOnDisplay(home, {.module = scratch.path() / "module",
                                  .arguments = {"--play"},
                                  .environment = server.environment()});
}

WallTime::duration longest_stand(std::size_t mark) {
    WallTime::duration longest{};
    for (const Shown& shown : room().watcher.since(mark))
        if (shown.picture) longest = std::max<WallTime::duration>(longest, shown.held());
    return longest;
}

void check_together(const BeepingScene& scene, const std::string& device, const char* when) {
    const std::vector<double> offsets = listen(scene, device, 6s);
    CAPTURE(std::string(when));
    REQUIRE(offsets.size() >= 3);
    MESSAGE(fmt::format("{}: sound {:.0f} ms after the picture", when, median(offsets)));
    CHECK(std::abs(median(offsets)) <= at_most_ms);
}

}  // namespace end_to_end
