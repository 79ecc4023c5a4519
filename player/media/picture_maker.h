// Makes upright 8-bit pictures out of whatever a decoder gives.
#pragma once

#include <optional>

#include "player/media/av_handles.h"
#include "player/media/picture.h"

namespace media {

// How a stored picture has to be turned and mirrored to stand upright: first the axes are swapped
// (if at all), then the result is mirrored.
struct Upright {
    bool swap = false;
    bool mirror_x = false;
    bool mirror_y = false;

    bool operator==(const Upright&) const = default;
    bool nothing_to_do() const { return !swap && !mirror_x && !mirror_y; }
};

// Reads a display matrix (9 numbers as FFmpeg has them), rounded to quarter turns.
Upright upright_of(const std::int32_t* matrix);

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
