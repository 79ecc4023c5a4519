// How long the engine alone takes, without a screen: to the first picture of an answer that nobody
// saw coming (without and with a prelude), of one that was warm, and of a jump inside it; what a
// prelude takes to make and to keep, and what a warm clip costs in memory.
//   engine_bench FILM...     each is a film in a folder that plays the module
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "player/media/making/prelude.h"
#include "tools/bench/engine_hand.h"

namespace {

using namespace std::chrono_literals;
using bench::Clock;
using bench::EngineHand;
using bench::resident_mib;
using bench::start;
using bench::Times;
namespace fs = std::filesystem;

constexpr int runs = 40;
constexpr std::size_t warm_clips = 3;  // so many fit, whatever the film

// What these take while they wait for their turn.
void print_memory_of_warm(EngineHand& hand, const std::vector<media::ClipOrder>& clips,
                          const char* what) {
    hand.order.warm.clear();
    hand.pass(1s);
    const double before_mib = resident_mib();
    hand.order.warm.assign(clips.begin(), clips.begin() + std::min(warm_clips, clips.size()));
    hand.until([&] {
        return std::all_of(hand.order.warm.begin(), hand.order.warm.end(),
                           [&](const auto& clip) { return hand.engine().is_warm(clip); });
    });
    std::printf("  %-34s %7.1f MiB\n", what,
                (resident_mib() - before_mib) / static_cast<double>(hand.order.warm.size()));
}

// The same answers when their beginnings were kept.
void measure_preludes(const std::vector<media::ClipOrder>& clips) {
    const fs::path folder =
        fs::temp_directory_path() / ("crosscut-bench-" + std::to_string(std::random_device{}()));
    Times making;
    double bytes = 0;
    std::vector<media::ClipOrder> kept;
    for (const media::ClipOrder& clip : clips) {
        const auto began = Clock::now();
        const auto made = media::make_prelude(clip, folder, {});
        if (!made || *made != media::PreludeMade::Made) continue;
        making.add(Clock::now() - began);
        kept.push_back(clip);
        bytes += static_cast<double>(fs::file_size(folder / *media::prelude_name(clip)));
    }
    Times first;
    {
        EngineHand hand(folder);
        for (const media::ClipOrder& clip : kept)
            first.add(start(hand, clip));
        if (kept.size() >= warm_clips)
            print_memory_of_warm(hand, kept, "memory of one with a prelude");
    }
    first.print("the same with a prelude");
    making.print("making a prelude");
    if (!kept.empty())
        std::printf("  %-34s %7.2f MiB\n", "size of a prelude",
                    bytes / static_cast<double>(kept.size()) / (1 << 20));
    fs::remove_all(folder);
}

bool measure(const fs::path& film) {
    EngineHand hand;
    media::ClipOrder whole{{fs::absolute(film).parent_path(), film.filename()}, std::nullopt};
    ++hand.order.cue;
    hand.order.clip = whole;
    const auto now_problem = [&] { return hand.engine().status(Clock::now()).problem; };
    if (!hand.until([&] { return hand.serial() > 0 || now_problem(); }) || now_problem()) {
        std::fprintf(stderr, "%s cannot be played\n", film.c_str());
        return false;
    }
    const media::TimeRange range = hand.engine().status(Clock::now()).range;
    const auto tenths = static_cast<int>(range.length() / 100ms);
    std::mt19937 chance{5};
    const auto anywhere = [&] {
        const auto in =
            range.in + 100ms * static_cast<int>(chance() % (tenths > 110 ? tenths - 110 : 1));
        media::ClipOrder clip = whole;
        clip.trim = media::TimeRange{in, in + 10s};
        return clip;
    };
    std::printf("%s, %.0f s\n", film.filename().c_str(),
                std::chrono::duration<double>(range.length()).count());

    Times cold;
    Times warm;
    Times jump;
    std::vector<media::ClipOrder> unforeseen;
    for (int i = 0; i < runs; ++i) {
        hand.order.warm.clear();
        unforeseen.push_back(anywhere());
        cold.add(start(hand, unforeseen.back()));

        const media::ClipOrder next = anywhere();
        hand.order.warm = {next};
        if (!hand.until([&] { return hand.engine().is_warm(next); })) return false;
        warm.add(start(hand, next));
    }
    hand.order.warm.clear();
    start(hand, whole);
    for (int i = 0; i < runs; ++i) {
        const std::uint64_t before = hand.serial();
        hand.order.seek = media::SeekOrder{static_cast<std::uint64_t>(i + 1),
                                           range.in + 100ms * static_cast<int>(chance() % tenths)};
        const auto began = Clock::now();
        hand.until([&] { return hand.serial() > before; });
        jump.add(Clock::now() - began);
    }
    cold.print("an answer nobody saw coming");
    measure_preludes(unforeseen);
    warm.print("a warm answer");
    jump.print("a jump inside the film");

    print_memory_of_warm(hand, unforeseen, "memory of a warm answer");
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "engine_bench FILM...\n");
        return 2;
    }
    bool all = true;
    for (int i = 1; i < argc; ++i)
        all = measure(argv[i]) && all;
    return all ? 0 : 1;
}
