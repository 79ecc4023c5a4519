// Makes upright 8-bit pictures out of whatever a decoder gives.
#pragma once

#include <optional>

#include "player/media/picture.h"
#include "player/media/pictures/kept_scaler.h"
#include "player/media/pictures/tone_mapper.h"
#include "player/media/pictures/upright.h"
#include "player/media/pictures/video_decoder.h"

namespace media {

// One thread.
class PictureMaker {
public:
    explicit PictureMaker(const AVStream& stream);

    // Nothing when the frame cannot be converted (a damaged or unheard-of format).
    std::optional<Picture> make(VideoDecoder::Decoded decoded);

private:
    FrameHandle to_i420(FrameHandle frame);
    Upright upright_for(const AVFrame& frame) const;
    AVRational pixel_aspect_for(const AVFrame& frame) const;

    std::optional<Upright> upright_;  // of the container; nothing = what the frame says
    AVRational pixel_aspect_;         // of the container; 0 = what the frame says
    ToneMapper tones_;
    KeptScaler scaler_;
};

ColourMatrix matrix_of(const AVFrame& frame);

}  // namespace media
