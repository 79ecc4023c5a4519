#include "player/media/picture_scaler.h"

#include <cassert>
#include <cstring>
#include <vector>

#include "player/media/av_handles.h"

namespace media {

namespace {

// swscale has quick routines for even widths only: an odd one costs five times as much (25 ms
// instead of 5 for a 1080p picture). So those are scaled one pixel wider, which is then left out.
// But not where pixels are shown one to one: each stays where it is.
int scaled_width(const Picture& picture, int width_px) {
    return width_px == picture.width_px ? width_px : width_px + width_px % 2;
}

// swscale's quick routines write whole groups of pixels: up to 15 beyond the end of a row, seen
// with widths that are no multiple of 16. Twice that, for processors with wider registers.
constexpr int group_px = 32;

// They also cut fractions off: what they give is up to 3 of 255 too dark, 0.8 in the mean. In
// 1/256 of a step.
constexpr int brightness = 192;

}  // namespace

struct PictureScaler::Impl {
    ScalerHandle context;
    std::vector<std::uint8_t> wider;  // where rows may be overrun
};

PictureScaler::PictureScaler() : impl_(std::make_unique<Impl>()) {}
PictureScaler::~PictureScaler() = default;
PictureScaler::PictureScaler(PictureScaler&&) noexcept = default;
PictureScaler& PictureScaler::operator=(PictureScaler&&) noexcept = default;

void PictureScaler::scale(const Picture& picture, std::uint8_t* target, int stride_bytes,
                          int width_px, int height_px) {
    if (width_px <= 0 || height_px <= 0) return;
    const AVPixelFormat from =
        picture.layout == PixelLayout::NV12 ? AV_PIX_FMT_NV12 : AV_PIX_FMT_YUV420P;
    impl_->context.reset(
        sws_getCachedContext(impl_->context.release(), picture.width_px, picture.height_px, from,
                             scaled_width(picture, width_px), height_px, AV_PIX_FMT_BGR0,
                             SWS_BILINEAR, nullptr, nullptr, nullptr));
    assert(impl_->context);  // every size and both formats are known to it

    int space = SWS_CS_ITU709;
    if (picture.matrix == ColourMatrix::Bt601) space = SWS_CS_ITU601;
    if (picture.matrix == ColourMatrix::Bt2020) space = SWS_CS_BT2020;
    const int full = picture.range == ColourRange::Full ? 1 : 0;
    sws_setColorspaceDetails(impl_->context.get(), sws_getCoefficients(space), full,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, brightness, 1 << 16, 1 << 16);

    const bool overruns = width_px % group_px != 0;
    const int wider_stride = (width_px / group_px + 1) * group_px * 4;
    if (overruns) {
        impl_->wider.resize(static_cast<std::size_t>(wider_stride) *
                            static_cast<std::size_t>(height_px));
    }
    std::uint8_t* const planes[4] = {overruns ? impl_->wider.data() : target, nullptr, nullptr,
                                     nullptr};
    const int strides[4] = {overruns ? wider_stride : stride_bytes, 0, 0, 0};
    // It looks at four planes, whatever the format.
    const std::uint8_t* const from_planes[4] = {picture.planes[0], picture.planes[1],
                                                picture.planes[2], nullptr};
    const int from_strides[4] = {picture.strides_bytes[0], picture.strides_bytes[1],
                                 picture.strides_bytes[2], 0};
    sws_scale(impl_->context.get(), from_planes, from_strides, 0, picture.height_px, planes,
              strides);
    if (!overruns) return;
    for (int y = 0; y < height_px; ++y) {
        std::memcpy(target + static_cast<std::ptrdiff_t>(y) * stride_bytes,
                    impl_->wider.data() + static_cast<std::ptrdiff_t>(y) * wider_stride,
                    static_cast<std::size_t>(width_px) * 4);
    }
}

}  // namespace media
