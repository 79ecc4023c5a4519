#include "player/media/pictures/kept_scaler.h"

namespace media {

SwsContext* KeptScaler::of(const Work& work) {
    if (context_ && work_ == work) return context_.get();
    work_ = work;
    ++times_made_;
    context_.reset(sws_getContext(work.from_width_px, work.from_height_px, work.from,
                                  work.to_width_px, work.to_height_px, work.to, work.flags, nullptr,
                                  nullptr, nullptr));
    if (context_) {
        constexpr int unchanged = 1 << 16;
        sws_setColorspaceDetails(context_.get(), sws_getCoefficients(work.from_matrix),
                                 work.from_full ? 1 : 0, sws_getCoefficients(work.to_matrix),
                                 work.to_full ? 1 : 0, work.brightness, unchanged, unchanged);
    }
    return context_.get();
}

}  // namespace media
