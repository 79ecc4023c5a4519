// Packets in, stereo samples at sound_rate_hz out, each with its number in the film.
#pragma once

#include <optional>
#include <vector>

#include "player/media/film/source.h"

namespace media {

struct SoundBlock {
    std::int64_t first = 0;     // number of its first sample
    std::vector<float> stereo;  // interleaved
};

// One thread.
class AudioDecoder {
public:
    static catalogue::Result<AudioDecoder> open(const Source& source);

    // Forgets what it has: the next packet comes from elsewhere in the film.
    void restart();

    // Whether a packet ends so long before `sample` that decoding it would change nothing there.
    bool irrelevant_before(const AVPacket& packet, std::int64_t sample) const;

    // Takes a packet (nothing: the film is over); receive() until it gives nothing after each.
    void send(const AVPacket* packet);
    std::optional<SoundBlock> receive();

private:
    AudioDecoder(CodecHandle codec, Ticks ticks);
    bool fit_resampler(const AVFrame& frame);
    SoundBlock convert(const AVFrame* frame);

    struct Layout {
        int rate_hz = 0;
        int format = -1;
        int channels = 0;
        std::uint64_t mask = 0;
        bool operator==(const Layout&) const = default;
    };

    CodecHandle codec_;
    Ticks ticks_;
    ResamplerHandle resampler_;
    Layout layout_;                     // of what the resampler takes in
    std::optional<std::int64_t> next_;  // number of the next sample that comes out
    bool ending_ = false;
};

}  // namespace media
