// How long the engine alone takes, without a screen: to the first picture of an answer that nobody
// saw coming, of one that was warm, and of a jump inside it; and what a warm clip costs in memory.
//   engine_bench FILM...     each is a film in a folder that plays the module
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "player/media/engine.h"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr auto patience = 30s;
constexpr int runs = 40;
constexpr int warm_clips = 6;

// An engine and the waiting for it, in real time.
class Bench {
public:
    media::EngineOrder order;

    Bench()
        : engine_([this] {
              {
                  std::lock_guard lock(mutex_);
                  ++wakes_;
              }
              woken_.notify_all();
          }) {}

    media::Engine& engine() { return engine_; }

    // Looks until `done`; false when nothing came for very long.
    bool until(const std::function<bool()>& done) {
        for (;;) {
            std::uint64_t seen = 0;
            {
                std::lock_guard lock(mutex_);
                seen = wakes_;
            }
            engine_.drive(order, Clock::now());
            picture_ = engine_.picture_at(Clock::now());
            if (done()) return true;
            std::unique_lock lock(mutex_);
            if (!woken_.wait_for(lock, patience, [&] { return wakes_ != seen; })) return false;
        }
    }
    std::uint64_t serial() const { return picture_ ? picture_->serial : 0; }

private:
    std::mutex mutex_;
    std::condition_variable woken_;
    std::uint64_t wakes_ = 0;  // guarded by mutex_
    std::optional<media::Picture> picture_;
    media::Engine engine_;  // last: its threads use what is above
};

struct Times {
    std::vector<double> ms;

    void add(Clock::duration time) {
        ms.push_back(std::chrono::duration<double, std::milli>(time).count());
    }
    void print(const char* what) {
        std::sort(ms.begin(), ms.end());
        if (ms.empty()) {
            std::printf("  %-34s none came\n", what);
            return;
        }
        std::printf("  %-34s %7.1f ms median %7.1f p95 %7.1f longest (%zu)\n", what,
                    ms[ms.size() / 2], ms[ms.size() * 95 / 100], ms.back(), ms.size());
    }
};

// Of this process, in MiB; 0 where the system does not tell.
double resident_mib() {
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident_pages = 0;
    file >> all >> resident_pages;
    return resident_pages * 4096 / (1 << 20);
}

bool measure(const fs::path& film) {
    Bench bench;
    media::ClipOrder whole{{fs::absolute(film).parent_path(), film.filename()}, std::nullopt};
    ++bench.order.cue;
    bench.order.clip = whole;
    const auto now_problem = [&] { return bench.engine().status(Clock::now()).problem; };
    if (!bench.until([&] { return bench.serial() > 0 || now_problem(); }) || now_problem()) {
        std::fprintf(stderr, "%s cannot be played\n", film.c_str());
        return false;
    }
    const media::TimeRange range = bench.engine().status(Clock::now()).range;
    const auto tenths = static_cast<int>(range.length() / 100ms);
    std::mt19937 chance{5};
    const auto anywhere = [&] {
        const auto in =
            range.in + 100ms * static_cast<int>(chance() % (tenths > 20 ? tenths - 20 : 1));
        media::ClipOrder clip = whole;
        clip.trim = media::TimeRange{in, in + 1500ms};
        return clip;
    };
    std::printf("%s, %.0f s\n", film.filename().c_str(),
                std::chrono::duration<double>(range.length()).count());

    Times cold;
    Times warm;
    Times jump;
    const auto start = [&](const media::ClipOrder& clip) {
        ++bench.order.cue;
        bench.order.clip = clip;
        bench.order.seek.reset();
        const std::uint64_t before = bench.serial();
        const auto began = Clock::now();
        bench.until([&] { return bench.serial() > before || now_problem(); });
        return Clock::now() - began;
    };
    for (int i = 0; i < runs; ++i) {
        bench.order.warm.clear();
        cold.add(start(anywhere()));

        const media::ClipOrder next = anywhere();
        bench.order.warm = {next};
        if (!bench.until([&] { return bench.engine().is_warm(next); })) return false;
        warm.add(start(next));
    }
    bench.order.warm.clear();
    start(whole);
    for (int i = 0; i < runs; ++i) {
        const std::uint64_t before = bench.serial();
        bench.order.seek = media::SeekOrder{static_cast<std::uint64_t>(i + 1),
                                            range.in + 100ms * static_cast<int>(chance() % tenths)};
        const auto began = Clock::now();
        bench.until([&] { return bench.serial() > before; });
        jump.add(Clock::now() - began);
    }
    cold.print("an answer nobody saw coming");
    warm.print("a warm answer");
    jump.print("a jump inside the film");

    const double before_mib = resident_mib();
    for (int i = 0; i < warm_clips; ++i)
        bench.order.warm.push_back(anywhere());
    bench.until([&] {
        return std::all_of(bench.order.warm.begin(), bench.order.warm.end(),
                           [&](const auto& clip) { return bench.engine().is_warm(clip); });
    });
    std::printf("  %-34s %7.1f MiB\n", "memory of a warm answer",
                (resident_mib() - before_mib) / warm_clips);
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
