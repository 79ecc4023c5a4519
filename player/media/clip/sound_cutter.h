// Cuts decoded sound to the sample. Pure: no decoder, no thread.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "player/media/engine.h"
#include "player/media/sound/audio_decoder.h"

namespace media {

// Samples that fade in or out, so that nothing clicks: 10 ms.
inline constexpr std::size_t fade_frames = sound_rate_hz / 100;

// Loudness of a fade after `frame` of fade_frames: equal power, from 0 to 1.
float fade_in_gain(std::size_t frame);

// Passes on exactly the samples from `first` up to (not including) `end`: holes become silence,
// what comes twice is dropped, and the last 10 ms fade out.
class SoundCutter {
public:
    // Takes stereo samples; false when nothing more is wanted.
    using Sink = std::function<bool(std::span<const float>)>;

    SoundCutter(std::int64_t first, std::int64_t end, Sink sink);

    // False when nothing more is needed: the end was reached, or the sink wants no more.
    bool feed(const SoundBlock& block);
    // The film is over.
    void finish();

    // Number of the sample after the last one taken in.
    std::int64_t next() const { return next_; }

private:
    bool add(std::span<const float> stereo);

    std::int64_t next_;
    std::int64_t end_;
    Sink sink_;
    std::vector<float> kept_;  // the last samples, not passed on yet: they may have to fade
    bool finished_ = false;
};

}  // namespace media
