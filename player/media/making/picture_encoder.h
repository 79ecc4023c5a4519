// H.264 as everything plays it, for what is made of films. Private to player/media.
#pragma once

#include "player/media/av_handles.h"
#include "player/media/picture.h"

namespace media {

// Takes pictures with the colours and at the pace of `like`, in microseconds, and gives them in the
// order in which they came. Everything else may be set before it is opened. Nothing when there is
// no such encoder.
// @param pixel_aspect  how wide a pixel is for its height
CodecHandle encoder_for(const Picture& like, int width_px, int height_px, AVRational pixel_aspect);

struct EncodingManner {
    const char* quality;  // x264's "crf"
    const char* tune;     // x264's word; nothing: none
};
// False when it does not take such pictures.
bool open_encoder(AVCodecContext& encoder, const EncodingManner& manner);

// Shares the picture's memory.
FrameHandle frame_of(const Picture& picture, std::int64_t time_us);

}  // namespace media
