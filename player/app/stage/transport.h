// What the person at the controls wants of the clip that plays: a value, with pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "player/media/clip_order.h"

namespace app {

// A stretch of the present clip that is heard again and again.
struct Loop {
    std::uint64_t cue = 0;
    catalogue::SourceTime from{};
    std::optional<catalogue::SourceTime> to;  // nothing: its end is not marked yet

    bool operator==(const Loop&) const = default;
};

struct Transport {
    bool playing = false;
    std::optional<media::SeekOrder> seek;            // the last one asked for
    std::uint64_t seek_cue = 0;                      // the cue it was asked for
    std::optional<catalogue::SourceTime> resume_at;  // for the first cue of a resumed sitting
    float volume = 1.0F;
    bool muted = false;
    bool mono = false;  // each ear of shared headphones hears everything
    double target_lufs = media::usual_loudness_lufs;  // what every answer is brought to
    double rate = 1.0;                                // speed of every clip of the sitting
    std::optional<Loop> loop;                         // of the clip with its cue
    std::uint64_t seeks = 0;  // counts orders, so that each has a new number
};

// Whether a jump is one of many in a row: of a key that is held, a handle that is dragged.
enum class Manner { Once, InPassing };

// All keep what they do not name. `status` is the engine's of this moment.
Transport play_or_pause(Transport transport, const media::EngineStatus& status);
Transport seek_by(Transport transport, const media::EngineStatus& status,
                  catalogue::SourceDuration by, Manner manner = Manner::Once);
Transport seek_to_fraction(Transport transport, const media::EngineStatus& status, double fraction,
                           Manner manner = Manner::Once);
Transport step_pictures(Transport transport, const media::EngineStatus& status, int by);
Transport change_volume(Transport transport, float by);
// To the next faster (1) or slower (-1) of the usual speeds, 0.5 to 2.
Transport change_rate(Transport transport, int by);
// Marks where a loop begins, then where it ends, then ends it. A jump behind its end ends it too.
Transport mark_loop(Transport transport, const media::EngineStatus& status);

}  // namespace app
