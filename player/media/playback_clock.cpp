#include "player/media/playback_clock.h"

#include <algorithm>

namespace media {

namespace {
constexpr int averaged_reports = 16;
}

void PlaybackClock::hold_at(SourceTime source) {
    source_ = source;
    running_ = false;
}

void PlaybackClock::hold(WallTime now) {
    hold_at(source_at(now));
}

void PlaybackClock::play_from(SourceTime source, WallTime wall) {
    source_ = source;
    wall_ = wall;
    running_ = true;
    heard_ = 1;
}

SourceTime PlaybackClock::source_at(WallTime now) const {
    if (!running_) return source_;
    return source_ + std::chrono::duration_cast<SourceDuration>(now - wall_);
}

std::optional<WallTime> PlaybackClock::wall_at(SourceTime source) const {
    if (!running_) return std::nullopt;
    return wall_ + (source - source_);
}

void PlaybackClock::follow(SourceTime source, WallTime heard_at) {
    if (!running_) return;
    const SourceDuration error = source - source_at(heard_at);
    if (error > max_drift || error < -max_drift) {
        play_from(source, heard_at);
        return;
    }
    // The mean of the first reports, then a sliding one: quick at the start, calm later.
    heard_ = std::min(heard_ + 1, averaged_reports);
    source_ += error / heard_;
}

}  // namespace media
