#include "player/media/playback_clock.h"

#include <algorithm>
#include <utility>

namespace media {

namespace {
constexpr int averaged_reports = 16;

// How much of the film goes by; towards zero, so that nothing is due too early.
SourceDuration film_in(WallTime::duration time, double rate) {
    if (rate == 1.0) return std::chrono::duration_cast<SourceDuration>(time);
    return std::chrono::duration_cast<SourceDuration>(
        std::chrono::duration<double, std::micro>(time) * rate);
}

// How long a stretch of film lasts; a little longer rather than shorter, so that what is due is
// due when one looks again at the time given here.
WallTime::duration time_of(SourceDuration film, double rate) {
    if (rate == 1.0) return film;
    return std::chrono::ceil<WallTime::duration>(std::chrono::duration<double, std::micro>(film) /
                                                 rate) +
           WallTime::duration{1};
}

}  // namespace

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
    rate_before_ = rate_;
    running_ = true;
    heard_ = 1;
}

void PlaybackClock::set_rate(double rate, WallTime wall) {
    if (rate == rate_) return;
    source_ = source_at(wall);
    wall_ = wall;
    rate_before_ = std::exchange(rate_, rate);
}

SourceTime PlaybackClock::source_at(WallTime now) const {
    if (!running_) return source_;
    return source_ + film_in(now - wall_, now < wall_ ? rate_before_ : rate_);
}

std::optional<WallTime> PlaybackClock::wall_at(SourceTime source) const {
    if (!running_) return std::nullopt;
    return wall_ + time_of(source - source_, source < source_ ? rate_before_ : rate_);
}

void PlaybackClock::follow(SourceTime source, WallTime heard_at, double rate) {
    if (!running_) return;
    set_rate(rate, heard_at);
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
