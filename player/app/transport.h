// What the person at the controls wants of the clip that plays: a value, with pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "player/media/clip_order.h"

namespace app {

struct Transport {
    bool playing = false;
    std::optional<media::SeekOrder> seek;            // the last one asked for
    std::uint64_t seek_cue = 0;                      // the cue it was asked for
    std::optional<catalogue::SourceTime> resume_at;  // for the first cue of a resumed sitting
    float volume = 1.0F;
    bool muted = false;
    std::uint64_t seeks = 0;  // counts orders, so that each has a new number
};

// All keep what they do not name. `status` is the engine's of this moment.
Transport play_or_pause(Transport transport, const media::EngineStatus& status);
Transport seek_by(Transport transport, const media::EngineStatus& status,
                  catalogue::SourceDuration by);
Transport seek_to_fraction(Transport transport, const media::EngineStatus& status, double fraction);
Transport step_pictures(Transport transport, const media::EngineStatus& status, int by);
Transport change_volume(Transport transport, float by);

}  // namespace app
