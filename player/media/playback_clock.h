// Which moment of the film is due when. Has no thread and does not look at the time: `now` comes
// in.
#pragma once

#include <optional>

#include "player/media/clip_order.h"

namespace media {

// One thread. Runs with the wall, and lets itself be led by what a speaker says was heard.
class PlaybackClock {
public:
    // Stands at `source`.
    void hold_at(SourceTime source);
    // Stands where it is at `now`.
    void hold(WallTime now);
    // Runs so that `source` is due at `wall` (which may lie ahead).
    void play_from(SourceTime source, WallTime wall);

    bool running() const { return running_; }
    SourceTime source_at(WallTime now) const;
    // Nothing while it stands.
    std::optional<WallTime> wall_at(SourceTime source) const;

    // `source` is heard at `heard_at`. Speakers report in bursts: small differences are averaged
    // away (over about a third of a second), a difference of more than `max_drift` is believed at
    // once. Ignored while it stands.
    void follow(SourceTime source, WallTime heard_at);

    static constexpr SourceDuration max_drift{100'000};

private:
    SourceTime source_{};  // due at wall_; where it stands when it does not run
    WallTime wall_{};
    bool running_ = false;
    int heard_ = 0;  // how many reports the average rests on
};

}  // namespace media
