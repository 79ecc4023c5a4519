// Makes upright 8-bit pictures out of whatever a decoder gives.
#pragma once

#include <optional>

#include "player/media/av_handles.h"
#include "player/media/picture.h"
#include "player/media/upright.h"

namespace media {

// One thread.
class PictureMaker {
public:
    explicit PictureMaker(const AVStream& stream);

    // Nothing when the frame cannot be converted (a damaged or unheard-of format).
    std::optional<Picture> make(FrameHandle frame, catalogue::SourceTime time,
                                catalogue::SourceDuration duration);

private:
    FrameHandle to_i420(FrameHandle frame);

    Upright upright_;
    AVRational pixel_aspect_;  // of the container; 0 = what the frame says
    ScalerHandle scaler_;
};

ColourMatrix matrix_of(const AVFrame& frame);

}  // namespace media
