// When samples will be heard. Private to this folder.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "player/media/engine.h"

namespace screen {

// 21 ms. Half as much ran dry on a busy machine; more would be waited for whenever a film starts,
// because its pictures begin when its sound is heard.
inline constexpr int sound_buffer_frames = 1024;

// SDL asks for sound in bursts, up to a buffer early or late, but the card plays evenly: so each
// buffer is heard right after the one before it, pulled only slowly towards what the time of asking
// says. Times never go back. One thread at a time.
class HeardClock {
public:
    using WallTime = media::WallTime;

    // @param asked   when `frames` more samples were asked for
    // @returns when the first of them will be heard
    WallTime next(WallTime asked, std::int64_t frames);

private:
    std::optional<WallTime> next_;
    WallTime last_{};
};

}  // namespace screen
