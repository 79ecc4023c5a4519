// Packets in, frames out, with their times in the film.
#pragma once

#include <optional>

#include "player/media/film/source.h"

namespace media {

// One thread.
class VideoDecoder {
public:
    // @param threads  nothing: as many as playing needs; one gives the first picture soonest
    static catalogue::Result<VideoDecoder> open(const Source& source,
                                                std::optional<int> threads = std::nullopt);

    struct Decoded {
        FrameHandle frame;
        SourceTime time{};
        SourceDuration duration{};
        double peak_nits = 0;  // the brightest light that the film says it has; 0 = not said
    };

    // Forgets what it has: the next packet comes from elsewhere in the film. Unless that is the
    // film's head, what comes before the first key picture is not decoded.
    void restart(bool from_head);

    // Pictures that nothing else needs and that would end before this time may be left out.
    void leave_out_before(SourceTime time) { leave_out_before_ = time; }
    bool left_out_any() const { return left_out_any_; }

    // Takes a packet (nothing: the film is over); receive() until it gives nothing after each.
    void send(const AVPacket* packet);
    std::optional<Decoded> receive();

private:
    VideoDecoder(CodecHandle codec, Ticks ticks, SourceDuration usual);

    CodecHandle codec_;
    Ticks ticks_;
    SourceDuration usual_;
    SourceTime leave_out_before_ = SourceTime::min();
    bool left_out_any_ = false;
    bool awaits_key_ = false;
    std::optional<SourceTime> last_;  // time of the last frame
    double peak_nits_ = 0;            // said beside some frames, usually the key frames
};

}  // namespace media
