// What turns packets into frames, be it the processor or hardware made for it. Private to
// player/media.
#pragma once

#include <memory>

#include "player/media/film/source.h"

namespace media {

// One thread.
class FrameDecoder {
public:
    virtual ~FrameDecoder() = default;

    // Forgets what it has.
    virtual void flush() = 0;
    // Takes a packet (nothing: the film is over).
    // @returns 0, or what is wrong as FFmpeg says it
    virtual int send(const AVPacket* packet, AVDiscard left_out) = 0;
    // The next frame, in ordinary memory, planar and of at most 16 bits a sample.
    // @returns 0, AVERROR(EAGAIN), AVERROR_EOF, or what is wrong as FFmpeg says it
    virtual int receive(AVFrame& frame) = 0;
};

// FFmpeg's own decoders, on the processor.
// @param threads  how many it may use
catalogue::Result<std::unique_ptr<FrameDecoder>> open_on_processor(const Source& source,
                                                                   int threads);
// As many threads as playing needs.
int playing_threads();

}  // namespace media
