#include "tools/bench/engine_hand.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace bench {

namespace {
using namespace std::chrono_literals;
constexpr auto patience = 30s;
}  // namespace

EngineHand::EngineHand(std::filesystem::path preludes)
    : engine_(
          [this] {
              {
                  std::lock_guard lock(mutex_);
                  ++wakes_;
              }
              woken_.notify_all();
          },
          media::Engine::usual_warm_bytes, media::ClipMeans{std::move(preludes), {}}) {}

std::uint64_t EngineHand::wakes() {
    std::lock_guard lock(mutex_);
    return wakes_;
}

bool EngineHand::wait(std::uint64_t seen, Clock::time_point until) {
    std::unique_lock lock(mutex_);
    return woken_.wait_until(lock, until, [&] { return wakes_ != seen; });
}

void EngineHand::look() {
    engine_.drive(order, Clock::now());
    picture_ = engine_.picture_at(Clock::now());
}

bool EngineHand::until(const std::function<bool()>& done) {
    for (;;) {
        const std::uint64_t seen = wakes();
        look();
        if (done()) return true;
        if (!wait(seen, Clock::now() + patience)) return false;
    }
}

void EngineHand::pass(Clock::duration time) {
    const Clock::time_point end = Clock::now() + time;
    while (Clock::now() < end) {
        const std::uint64_t seen = wakes();
        look();
        const auto due = engine_.next_picture_at(Clock::now());
        wait(seen, std::min(end, due.value_or(end)));
    }
}

Clock::duration start(EngineHand& hand, const media::ClipOrder& clip) {
    media::EngineOrder order = hand.order;
    ++order.cue;
    order.clip = clip;
    order.seek.reset();
    return start(hand, order);
}

Clock::duration start(EngineHand& hand, const media::EngineOrder& order) {
    hand.order = order;
    const std::uint64_t before = hand.serial();
    const auto began = Clock::now();
    hand.until([&] {
        return hand.serial() > before || hand.engine().status(Clock::now()).problem.has_value();
    });
    return Clock::now() - began;
}

void Times::add(Clock::duration time) {
    ms.push_back(std::chrono::duration<double, std::milli>(time).count());
}

void Times::print(const char* what) {
    std::sort(ms.begin(), ms.end());
    if (ms.empty()) {
        std::printf("  %-34s none came\n", what);
        return;
    }
    std::printf("  %-34s %7.1f ms median %7.1f p95 %7.1f longest (%zu)\n", what, ms[ms.size() / 2],
                ms[ms.size() * 95 / 100], ms.back(), ms.size());
}

double resident_mib() {
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident_pages = 0;
    file >> all >> resident_pages;
    return resident_pages * 4096 / (1 << 20);
}

}  // namespace bench
