// Plays sound faster or slower at its own pitch.
#pragma once

#include <span>

#include "player/media/filter_library.h"

namespace media {

inline constexpr double slowest_rate = 0.5;
inline constexpr double fastest_rate = 2.0;

// FFmpeg's atempo: waveform similarity over windows of 21 ms, which keeps voices whole. Each window
// is placed by where the whole stretch began, so that however long it runs, sample n that comes
// out is what was at sample n * rate, give or take a window. Measured on a minute of speech at 0.75
// and 1.25: 0.4 % of a core and a loudness kept to 0.1 dB; Rubber Band's phase vocoder takes 4 to
// 7 % and loses 1.4 dB. Libraries that drop whole periods of the voice (Sonic) drift.
//
// Without FFmpeg's filters it is silence of the right length.
//
// Stereo at sound_rate_hz. One thread. Takes memory now and then, but waits for nothing: the engine
// has the filters loaded as soon as the first clip plays.
class SoundStretcher {
public:
    // Forgets everything.
    // @param rate  sound per time: slowest_rate to fastest_rate
    void start(double rate);

    void feed(std::span<const float> stereo);
    // Nothing more comes: what is inside can be read to its end.
    void finish();

    // @returns the frames that were put into `stereo`; fewer than fit when it wants more
    std::size_t read(std::span<float> stereo);

private:
    bool pull();

    GraphHandle graph_;
    AVFilterContext* in_ = nullptr;
    AVFilterContext* out_ = nullptr;
    FrameHandle frame_;         // the last one that came out
    std::size_t frame_at_ = 0;  // frames of it read
    double rate_ = 1;
    double silent_frames_ = 0;  // to be read, where there is no graph
};

}  // namespace media
