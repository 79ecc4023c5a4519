#include "player/media/making/picture_encoder.h"

#include <algorithm>

extern "C" {
#include <libavutil/opt.h>
}

namespace media {

namespace {

// How an encoder names what a picture says.
AVColorSpace colour_space_of(ColourMatrix matrix) {
    switch (matrix) {
        case ColourMatrix::Bt601:
            return AVCOL_SPC_SMPTE170M;
        case ColourMatrix::Bt2020:
            return AVCOL_SPC_BT2020_NCL;
        case ColourMatrix::Bt709:
            break;
    }
    return AVCOL_SPC_BT709;
}

}  // namespace

CodecHandle encoder_for(const Picture& like, int width_px, int height_px, AVRational pixel_aspect) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (codec == nullptr) return nullptr;
    CodecHandle context{avcodec_alloc_context3(codec)};
    context->width = width_px;
    context->height = height_px;
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->sample_aspect_ratio = pixel_aspect;
    context->colorspace = colour_space_of(like.matrix);
    context->color_range = like.range == ColourRange::Full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    context->time_base = {1, 1'000'000};
    context->framerate = {1'000'000, std::max(1, static_cast<int>(like.duration.count()))};
    context->max_b_frames = 0;
    context->thread_count = 1;  // there is no hurry
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    return context;
}

bool open_encoder(AVCodecContext& encoder, const EncodingManner& manner) {
    av_opt_set(encoder.priv_data, "preset", "veryfast", 0);
    if (manner.tune != nullptr) av_opt_set(encoder.priv_data, "tune", manner.tune, 0);
    av_opt_set(encoder.priv_data, "crf", manner.quality, 0);
    // What is asked to be a key picture is one, from which decoding can begin.
    av_opt_set(encoder.priv_data, "forced-idr", "1", 0);
    return avcodec_open2(&encoder, encoder.codec, nullptr) >= 0;
}

FrameHandle frame_of(const Picture& picture, std::int64_t time_us) {
    FrameHandle frame{av_frame_clone(picture.frame.get())};
    frame->format = AV_PIX_FMT_YUV420P;  // the range is said beside it
    frame->pts = time_us;
    frame->pict_type = AV_PICTURE_TYPE_NONE;
    return frame;
}

}  // namespace media
