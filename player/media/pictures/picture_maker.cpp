#include "player/media/pictures/picture_maker.h"

#include <algorithm>
#include <cstdlib>

extern "C" {
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

namespace media {

namespace {

bool is_rgb(const AVFrame& frame) {
    const AVPixFmtDescriptor* format =
        av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    return format != nullptr && (format->flags & AV_PIX_FMT_FLAG_RGB) != 0;
}

bool is_full_range(const AVFrame& frame) {
    if (frame.color_range == AVCOL_RANGE_MPEG) return false;
    return frame.color_range == AVCOL_RANGE_JPEG || frame.format == AV_PIX_FMT_YUVJ420P ||
           frame.format == AV_PIX_FMT_YUVJ422P || frame.format == AV_PIX_FMT_YUVJ444P ||
           frame.format == AV_PIX_FMT_YUVJ440P;
}

FrameHandle blank_i420(int width, int height) {
    FrameHandle made{av_frame_alloc()};
    made->format = AV_PIX_FMT_YUV420P;
    made->width = width;
    made->height = height;
    if (av_frame_get_buffer(made.get(), 0) < 0) return nullptr;
    return made;
}

FrameHandle turned(const Upright& upright, const AVFrame& frame) {
    const int width = upright.swap ? frame.height : frame.width;
    const int height = upright.swap ? frame.width : frame.height;
    FrameHandle made = blank_i420(width, height);
    if (!made) return nullptr;
    for (int plane = 0; plane < 3; ++plane) {
        const int shift = plane == 0 ? 0 : 1;
        turn_plane(upright, frame.data[plane], frame.linesize[plane], made->data[plane],
                   made->linesize[plane], (width + shift) >> shift, (height + shift) >> shift);
    }
    av_frame_copy_props(made.get(), &frame);
    return made;
}

}  // namespace

Upright upright_of(const std::int32_t* matrix) {
    // x' = a x + c y, y' = b x + d y; see FFmpeg's display.h.
    const std::int64_t a = matrix[0];
    const std::int64_t b = matrix[1];
    const std::int64_t c = matrix[3];
    const std::int64_t d = matrix[4];
    Upright upright;
    upright.swap = std::abs(b) + std::abs(c) > std::abs(a) + std::abs(d);
    upright.mirror_x = (upright.swap ? c : a) < 0;
    upright.mirror_y = (upright.swap ? b : d) < 0;
    return upright;
}

ColourMatrix matrix_of(const AVFrame& frame) {
    switch (frame.colorspace) {
        case AVCOL_SPC_BT709:
            return ColourMatrix::Bt709;
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
        case AVCOL_SPC_SMPTE240M:
        case AVCOL_SPC_FCC:
            return ColourMatrix::Bt601;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return ColourMatrix::Bt2020;
        default:
            break;
    }
    // Not said: what cameras and encoders do by size.
    return frame.width >= 1280 || frame.height > 576 ? ColourMatrix::Bt709 : ColourMatrix::Bt601;
}

PictureMaker::PictureMaker(const AVStream& stream) : pixel_aspect_(stream.sample_aspect_ratio) {
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data != nullptr && size >= 9 * sizeof(std::int32_t)) {
        upright_ = upright_of(reinterpret_cast<const std::int32_t*>(data));
    }
}

FrameHandle PictureMaker::to_i420(FrameHandle frame) {
    if (frame->format == AV_PIX_FMT_YUV420P || frame->format == AV_PIX_FMT_YUVJ420P) return frame;
    FrameHandle made = blank_i420(frame->width, frame->height);
    if (!made) return nullptr;
    const bool rgb = is_rgb(*frame);
    const bool full = is_full_range(*frame);
    const int matrix = rgb ? SWS_CS_ITU709 : static_cast<int>(frame->colorspace);
    SwsContext* scaler = scaler_.of({.from_width_px = frame->width,
                                     .from_height_px = frame->height,
                                     .from = static_cast<AVPixelFormat>(frame->format),
                                     .to_width_px = made->width,
                                     .to_height_px = made->height,
                                     .to = AV_PIX_FMT_YUV420P,
                                     .flags = SWS_BILINEAR | SWS_ACCURATE_RND,
                                     .from_matrix = matrix,
                                     .from_full = rgb || full,
                                     .to_matrix = matrix,
                                     .to_full = full && !rgb});
    if (scaler == nullptr) return nullptr;
    if (sws_scale(scaler, frame->data, frame->linesize, 0, frame->height, made->data,
                  made->linesize) < 0) {
        return nullptr;
    }
    av_frame_copy_props(made.get(), frame.get());
    if (rgb) {
        made->colorspace = AVCOL_SPC_BT709;
        made->color_range = AVCOL_RANGE_MPEG;
    } else if (full) {
        made->color_range = AVCOL_RANGE_JPEG;
    }
    return made;
}

// The container's word comes first: whoever copied the film may have changed only that.
Upright PictureMaker::upright_for(const AVFrame& frame) const {
    if (upright_) return *upright_;
    const AVFrameSideData* said = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (said == nullptr || said->size < 9 * sizeof(std::int32_t)) return {};
    return upright_of(reinterpret_cast<const std::int32_t*>(said->data));
}

AVRational PictureMaker::pixel_aspect_for(const AVFrame& frame) const {
    // No camera's pixels are narrower or wider than this: it is damage, or a joke.
    constexpr double most = 8;
    const AVRational said = pixel_aspect_.num > 0 ? pixel_aspect_ : frame.sample_aspect_ratio;
    if (said.num <= 0 || said.den <= 0) return {1, 1};
    const double ratio = av_q2d(said);
    return ratio > most || ratio < 1 / most ? AVRational{1, 1} : said;
}

std::optional<Picture> PictureMaker::make(VideoDecoder::Decoded decoded) {
    FrameHandle frame = std::move(decoded.frame);
    if (frame->width <= 0 || frame->height <= 0) return std::nullopt;
    AVRational pixel_aspect = pixel_aspect_for(*frame);
    const Upright upright = upright_for(*frame);

    frame = needs_tone_mapping(*frame) ? tones_.map(*frame, decoded.peak_nits)
                                       : to_i420(std::move(frame));
    if (!frame) return std::nullopt;
    const ColourMatrix matrix = matrix_of(*frame);  // may go by the size that it was stored in
    const bool full = is_full_range(*frame);
    if (!upright.nothing_to_do()) {
        frame = turned(upright, *frame);
        if (!frame) return std::nullopt;
        if (upright.swap) pixel_aspect = av_inv_q(pixel_aspect);
    }

    Picture picture;
    picture.width_px = frame->width;
    picture.height_px = frame->height;
    picture.display_aspect = av_q2d(pixel_aspect) * frame->width / frame->height;
    picture.layout = PixelLayout::I420;
    picture.matrix = matrix;
    picture.range = full ? ColourRange::Full : ColourRange::Limited;
    picture.time = decoded.time;
    picture.duration = decoded.duration;
    for (int plane = 0; plane < 3; ++plane) {
        picture.planes[static_cast<std::size_t>(plane)] = frame->data[plane];
        picture.strides_bytes[static_cast<std::size_t>(plane)] = frame->linesize[plane];
    }
    picture.frame = std::shared_ptr<const AVFrame>(
        frame.release(), [](const AVFrame* held) { FrameHandle{const_cast<AVFrame*>(held)}; });
    return picture;
}

}  // namespace media
