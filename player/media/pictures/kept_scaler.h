// A context of swscale that lasts as long as its work stays the same. Private to player/media.
#pragma once

#include "player/media/av_handles.h"

namespace media {

class KeptScaler {
public:
    struct Work {
        int from_width_px = 0;
        int from_height_px = 0;
        AVPixelFormat from = AV_PIX_FMT_NONE;
        int to_width_px = 0;
        int to_height_px = 0;
        AVPixelFormat to = AV_PIX_FMT_NONE;
        int flags = 0;  // SWS_BILINEAR ...
        // As sws_getCoefficients() knows them, and whether samples go from 0 to 255.
        int from_matrix = 0;
        bool from_full = false;
        int to_matrix = 0;
        bool to_full = false;
        int brightness = 0;  // in 1/256 of a step

        bool operator==(const Work&) const = default;
    };

    // Nothing when swscale cannot do it. Lives until the next call.
    //
    // sws_getCachedContext() would make a new one for every picture, a tenth of the time that the
    // picture takes, where it renames a format (BGR0 to BGRA, YUVJ422P to YUV422P).
    SwsContext* of(const Work& work);
    int times_made() const { return times_made_; }

private:
    Work work_;
    ScalerHandle context_;
    int times_made_ = 0;
};

}  // namespace media
