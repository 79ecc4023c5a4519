// Sound on its way into an MP4 file, as AAC. Private to player/media.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "player/media/making/mp4_output.h"

namespace media {

// One thread at a time. `output` outlives it.
class SoundEncoder {
public:
    explicit SoundEncoder(Mp4Output& output) : output_(output) {}

    // Adds its stream: before the output begins.
    bool open(int bits_a_second);
    // Interleaved stereo samples at sound_rate_hz: the next ones, from time 0 on.
    bool add(std::span<const float> stereo);
    // There are no more.
    bool finish();

private:
    bool encode(bool last);

    Mp4Output& output_;
    CodecHandle codec_;
    AVStream* stream_ = nullptr;  // the output's
    std::vector<float> waiting_;  // samples that do not fill a block yet
    std::int64_t samples_ = 0;    // encoded
};

}  // namespace media
