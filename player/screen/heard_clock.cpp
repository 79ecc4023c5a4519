#include "player/screen/heard_clock.h"

#include <algorithm>

namespace screen {

namespace {

using std::chrono::nanoseconds;

// While one buffer is being filled, the card plays one and the next one waits.
constexpr int buffers_ahead = 2;
// Further off than any burst: the card stood still, or sound is taken faster than it can be heard.
constexpr nanoseconds lost = std::chrono::milliseconds(120);

nanoseconds length_of(std::int64_t frames) {
    return nanoseconds(frames * 1'000'000'000 / media::sound_rate_hz);
}

}  // namespace

HeardClock::WallTime HeardClock::next(WallTime asked, std::int64_t frames) {
    const WallTime guess = asked + length_of(std::int64_t{buffers_ahead} * sound_buffer_frames);
    if (!next_) next_ = guess;
    const nanoseconds off = guess - *next_;
    const WallTime heard = off > lost || off < -lost ? guess : *next_ + off / 64;
    last_ = std::max(heard, last_);
    next_ = last_ + length_of(frames);
    return last_;
}

}  // namespace screen
