// Times inside media files. Includes nothing of ours.
#pragma once

#include <chrono>
#include <compare>

namespace catalogue {

// A pseudo-clock: it has no now(). It only marks time points as "inside a media file", so that
// mixing them with wall time, or adding two positions, does not compile.
struct SourceClock {
    using duration = std::chrono::microseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SourceClock>;
};

// A presentation time inside one media file, in microseconds, counted from the start of the file
// as a player shows it (the container's start time is already taken off).
using SourceTime = SourceClock::time_point;
using SourceDuration = SourceClock::duration;

// Half-open stretch of a media file: `in` is shown, `out` is not.
struct TimeRange {
    SourceTime in{};
    SourceTime out{};

    constexpr bool contains(SourceTime t) const { return in <= t && t < out; }
    constexpr SourceDuration length() const { return out - in; }
    constexpr auto operator<=>(const TimeRange&) const = default;
};

}  // namespace catalogue
