// Which moment of the film is due when. Has no thread and does not look at the time: `now` comes
// in.
#pragma once

#include <optional>

#include "player/media/clip_order.h"

namespace media {

// One thread. Runs with the wall, as fast as it is told, and lets itself be led by what a speaker
// says was heard.
class PlaybackClock {
public:
    // Stands at `source`.
    void hold_at(SourceTime source);
    // Stands where it is at `now`.
    void hold(WallTime now);
    // Runs so that `source` is due at `wall` (which may lie ahead).
    void play_from(SourceTime source, WallTime wall);

    // Film per time, from `wall` on (which may lie ahead); what is due before stays as it was.
    void set_rate(double rate, WallTime wall);

    bool running() const { return running_; }
    double rate() const { return rate_; }
    SourceTime source_at(WallTime now) const;
    // Nothing while it stands.
    std::optional<WallTime> wall_at(SourceTime source) const;

    // `source` is heard at `heard_at`, and what follows at `rate`. Speakers report in bursts: small
    // differences are averaged away (over about a third of a second), a difference of more than
    // `max_drift` is believed at once. Ignored while it stands.
    void follow(SourceTime source, WallTime heard_at, double rate = 1.0);

    static constexpr SourceDuration max_drift{100'000};

private:
    SourceTime source_{};  // due at wall_; where it stands when it does not run
    WallTime wall_{};
    bool running_ = false;
    double rate_ = 1.0;         // from wall_ on
    double rate_before_ = 1.0;  // until wall_
    int heard_ = 0;             // how many reports the average rests on
};

}  // namespace media
