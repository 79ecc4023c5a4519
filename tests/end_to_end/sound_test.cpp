// Whether the sound fits the picture, in the whole program: what it hands to the sound card against
// what is to be seen.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "player/media/engine.h"
#include "tests/end_to_end/beeping_scene.h"
#include "tests/end_to_end/sound_recording.h"
#include "tests/end_to_end/words.h"
#include "tests/support/numbered_film.h"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

constexpr int film = 120;
constexpr int rate = 25;
constexpr int seconds_by_default = 24;
constexpr std::size_t beeps_at_each_end = 8;  // fewer when the watching was too slow for some
constexpr std::size_t beeps_needed = 6;
// The program reckons with a card that plays one buffer while the next one waits: what it hands
// over now is heard two buffers later.
constexpr double buffers_ahead_ms = 2 * 1024 * 1000.0 / media::sound_rate_hz;
constexpr double at_most_ms = 40;

int seconds_wanted() {
    const char* wanted = std::getenv("CROSSCUT_E2E_SOUND_SECONDS");
    return wanted != nullptr ? std::atoi(wanted) : seconds_by_default;
}

// How much later than its picture each beep is heard; negative: earlier. In order.
//
// Which beep is a picture's is told by its time: a program that plays as it starts may be ahead of
// a card that is still being opened, and then the very first beep is not handed over.
std::vector<double> offsets_ms(const std::vector<Shown>& record, const SoundRecording& sound) {
    constexpr std::chrono::milliseconds close{10};
    constexpr double nearest_ms = 450;
    std::vector<WallTime> beeps;
    for (const std::int64_t frame : sound.beeps()) {
        if (const auto at = sound.handed_over(frame)) beeps.push_back(*at);
    }
    std::vector<double> offsets;
    for (const Shown& shown : record) {
        if (!shown.picture || shown.picture->film != film || shown.picture->number % rate != 0) {
            continue;
        }
        // The very first picture stands before anything plays.
        if (shown.picture->number == 0 || shown.from - shown.before > close) continue;
        for (const WallTime beep : beeps) {
            const std::chrono::duration<double, std::milli> off = beep - shown.from;
            const double off_ms = off.count() + buffers_ahead_ms;
            if (std::abs(off_ms) < nearest_ms) offsets.push_back(off_ms);
        }
    }
    return offsets;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

TEST_CASE("sound and picture fit within 40 ms, from the start to the end of an answer") {
    const Home home;
    const support::ScratchFolder scratch;
    const int seconds = seconds_wanted();
    make_beeping_module(scratch.path() / "module", film, seconds);
    const SoundRecording sound(scratch.path() / "sound.raw");
    const std::size_t mark = room().watcher.mark();
    PlayerOnDisplay player(home, {.module = scratch.path() / "module",
                                  .arguments = {"--play"},
                                  .environment = {{"SDL_AUDIODRIVER", "disk"},
                                                  {"SDL_DISKAUDIOFILE", sound.file().string()}}});
    REQUIRE(room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            return record.back().picture == NumberedPicture{film, seconds * rate - 1};
        },
        patience + std::chrono::seconds{2 * seconds}));

    CHECK(static_cast<int>(sound.beeps().size()) >= seconds - 1);
    const std::vector<double> all = offsets_ms(room().watcher.since(mark), sound);
    REQUIRE(all.size() >= beeps_needed);
    const auto few = static_cast<std::ptrdiff_t>(std::min(beeps_at_each_end, all.size() / 2));
    const std::vector<double> first(all.begin(), all.begin() + few);
    const std::vector<double> last(all.end() - few, all.end());
    MESSAGE(fmt::format(
        "sound after picture: at the start {:.1f} ms, after {} s {:.1f} ms "
        "(all {}: {:.1f} to {:.1f} ms), {} beeps",
        median(first), seconds, median(last), all.size(), *std::min_element(all.begin(), all.end()),
        *std::max_element(all.begin(), all.end()), sound.beeps().size()));
    CHECK(std::abs(median(first)) <= at_most_ms);
    CHECK(std::abs(median(last)) <= at_most_ms);
}
