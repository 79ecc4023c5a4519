// How long the engine alone takes, without a screen: to the first picture of an answer that nobody
// saw coming (without and with a prelude), of one that was warm, and of a jump inside it; what a
// prelude takes to make and to keep, and what a warm clip costs in memory.
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
#include "player/media/prelude.h"

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

    explicit Bench(fs::path preludes = {})
        : engine_(
              [this] {
                  {
                      std::lock_guard lock(mutex_);
                      ++wakes_;
                  }
                  woken_.notify_all();
              },
              media::Engine::usual_warm_bytes, std::move(preludes)) {}

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

// Starts a clip and takes the time until its first picture.
Clock::duration start(Bench& bench, const media::ClipOrder& clip) {
    ++bench.order.cue;
    bench.order.clip = clip;
    bench.order.seek.reset();
    const std::uint64_t before = bench.serial();
    const auto began = Clock::now();
    bench.until([&] {
        return bench.serial() > before || bench.engine().status(Clock::now()).problem.has_value();
    });
    return Clock::now() - began;
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
        Bench bench(folder);
        for (const media::ClipOrder& clip : kept)
            first.add(start(bench, clip));
    }
    first.print("the same with a prelude");
    making.print("making a prelude");
    if (!kept.empty())
        std::printf("  %-34s %7.2f MiB\n", "size of a prelude",
                    bytes / static_cast<double>(kept.size()) / (1 << 20));
    fs::remove_all(folder);
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
        bench.order.warm.clear();
        unforeseen.push_back(anywhere());
        cold.add(start(bench, unforeseen.back()));

        const media::ClipOrder next = anywhere();
        bench.order.warm = {next};
        if (!bench.until([&] { return bench.engine().is_warm(next); })) return false;
        warm.add(start(bench, next));
    }
    bench.order.warm.clear();
    start(bench, whole);
    for (int i = 0; i < runs; ++i) {
        const std::uint64_t before = bench.serial();
        bench.order.seek = media::SeekOrder{static_cast<std::uint64_t>(i + 1),
                                            range.in + 100ms * static_cast<int>(chance() % tenths)};
        const auto began = Clock::now();
        bench.until([&] { return bench.serial() > before; });
        jump.add(Clock::now() - began);
    }
    cold.print("an answer nobody saw coming");
    measure_preludes(unforeseen);
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
