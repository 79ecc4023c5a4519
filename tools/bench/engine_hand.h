// What the measurements of the engine have in common: working it in real time, without a screen.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "player/media/engine.h"

namespace bench {

using Clock = std::chrono::steady_clock;

class EngineHand {
public:
    media::EngineOrder order;  // told whenever the engine is looked at

    // @param preludes  folder of preludes; empty: none are used
    explicit EngineHand(std::filesystem::path preludes = {});

    media::Engine& engine() { return engine_; }

    // Looks until `done`; false when nothing came for very long.
    bool until(const std::function<bool()>& done);
    // Looks whenever there is something to see, for so long.
    void pass(Clock::duration time);
    std::uint64_t serial() const { return picture_ ? picture_->serial : 0; }

private:
    void look();
    // Waits for the engine's wake-up after the `seen`th; false when none came until then.
    bool wait(std::uint64_t seen, Clock::time_point until);
    std::uint64_t wakes();

    std::mutex mutex_;
    std::condition_variable woken_;
    std::uint64_t wakes_ = 0;  // guarded by mutex_
    std::optional<media::Picture> picture_;
    media::Engine engine_;  // last: its threads use what is above
};

// Starts a clip and takes the time until its first picture.
Clock::duration start(EngineHand& hand, const media::ClipOrder& clip);
// The same with an order whose cue is new.
Clock::duration start(EngineHand& hand, const media::EngineOrder& order);

struct Times {
    std::vector<double> ms;

    void add(Clock::duration time);
    void print(const char* what);
};

// Of this process, in MiB; 0 where the system does not tell.
double resident_mib();

}  // namespace bench
