#include "player/media/making/still_writer.h"

#include <cassert>
#include <fstream>

#include "catalogue/words.h"
#include "player/media/av_handles.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;

// Encodes into one packet; nothing when the encoder refuses.
PacketHandle encode(AVCodecContext& encoder, const AVCodec& codec, const AVFrame& frame) {
    encoder.width = frame.width;
    encoder.height = frame.height;
    encoder.pix_fmt = static_cast<AVPixelFormat>(frame.format);
    encoder.time_base = {1, 1};
    encoder.thread_count = 1;
    if (avcodec_open2(&encoder, &codec, nullptr) < 0) return nullptr;
    PacketHandle packet{av_packet_alloc()};
    if (avcodec_send_frame(&encoder, &frame) < 0 ||
        avcodec_receive_packet(&encoder, packet.get()) < 0) {
        return nullptr;
    }
    return packet;
}

PacketHandle encode_png(const AVFrame& frame) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
    if (codec == nullptr) return nullptr;
    const CodecHandle encoder{avcodec_alloc_context3(codec)};
    encoder->compression_level = 3;
    return encode(*encoder, *codec, frame);
}

PacketHandle encode_jpeg(const AVFrame& frame) {
    constexpr int good = 4;  // of 2 (best) to 31
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    if (codec == nullptr) return nullptr;
    const CodecHandle encoder{avcodec_alloc_context3(codec)};
    encoder->color_range = AVCOL_RANGE_JPEG;
    encoder->flags |= AV_CODEC_FLAG_QSCALE;
    encoder->global_quality = good * FF_QP2LAMBDA;
    return encode(*encoder, *codec, frame);
}

// The same pixels in another format; nothing when there is no memory for them.
FrameHandle frame_of(std::span<const std::uint8_t> bgrx, int width_px, int height_px,
                     AVPixelFormat format) {
    assert(width_px > 0 && height_px > 0);
    assert(bgrx.size() >=
           4 * static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    FrameHandle frame{av_frame_alloc()};
    frame->width = width_px;
    frame->height = height_px;
    frame->format = format;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return nullptr;
    const ScalerHandle scaler{sws_getContext(width_px, height_px, AV_PIX_FMT_BGR0, width_px,
                                             height_px, format, SWS_BILINEAR | SWS_ACCURATE_RND,
                                             nullptr, nullptr, nullptr)};
    if (!scaler) return nullptr;
    const int* table = sws_getCoefficients(SWS_CS_ITU601);  // JPEG's
    sws_setColorspaceDetails(scaler.get(), table, 1, table, 1, 0, 1 << 16, 1 << 16);
    const std::uint8_t* const planes[4] = {bgrx.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {width_px * 4, 0, 0, 0};
    sws_scale(scaler.get(), planes, strides, 0, height_px, frame->data, frame->linesize);
    return frame;
}

catalogue::Outcome write(const std::filesystem::path& file, const PacketHandle& packet) {
    if (!packet) return fail({file}, _("this picture cannot be made"), _("it may be too large"));
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(packet->data), packet->size);
    out.close();
    if (!out) {
        return fail({file}, _("this picture cannot be written"),
                    _("see whether the folder is there and the disk has room"));
    }
    return catalogue::done();
}

}  // namespace

catalogue::Outcome write_png(const std::filesystem::path& file, std::span<const std::uint8_t> bgrx,
                             int width_px, int height_px) {
    const FrameHandle frame = frame_of(bgrx, width_px, height_px, AV_PIX_FMT_RGB24);
    return write(file, frame ? encode_png(*frame) : nullptr);
}

catalogue::Outcome write_jpeg(const std::filesystem::path& file, std::span<const std::uint8_t> bgrx,
                              int width_px, int height_px) {
    const FrameHandle frame = frame_of(bgrx, width_px, height_px, AV_PIX_FMT_YUVJ420P);
    return write(file, frame ? encode_jpeg(*frame) : nullptr);
}

}  // namespace media
