#include "player/media/still_writer.h"

#include <cassert>
#include <fstream>

#include "player/media/av_handles.h"

namespace media {

namespace {

using catalogue::fail;

// Encodes into one packet; nothing when the encoder refuses.
PacketHandle encode_png(const AVFrame& frame) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
    if (codec == nullptr) return nullptr;
    CodecHandle encoder{avcodec_alloc_context3(codec)};
    encoder->width = frame.width;
    encoder->height = frame.height;
    encoder->pix_fmt = AV_PIX_FMT_RGB24;
    encoder->time_base = {1, 1};
    encoder->thread_count = 1;
    encoder->compression_level = 3;
    if (avcodec_open2(encoder.get(), codec, nullptr) < 0) return nullptr;
    PacketHandle packet{av_packet_alloc()};
    if (avcodec_send_frame(encoder.get(), &frame) < 0 ||
        avcodec_receive_packet(encoder.get(), packet.get()) < 0) {
        return nullptr;
    }
    return packet;
}

}  // namespace

catalogue::Outcome write_png(const std::filesystem::path& file, std::span<const std::uint8_t> bgrx,
                             int width_px, int height_px) {
    assert(width_px > 0 && height_px > 0);
    assert(bgrx.size() >=
           4 * static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    FrameHandle frame{av_frame_alloc()};
    frame->width = width_px;
    frame->height = height_px;
    frame->format = AV_PIX_FMT_RGB24;
    PacketHandle packet;
    if (av_frame_get_buffer(frame.get(), 0) >= 0) {
        const std::uint8_t* from = bgrx.data();
        for (int y = 0; y < height_px; ++y) {
            std::uint8_t* to = frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0];
            for (int x = 0; x < width_px; ++x, from += 4, to += 3) {
                to[0] = from[2];
                to[1] = from[1];
                to[2] = from[0];
            }
        }
        packet = encode_png(*frame);
    }
    if (!packet) return fail({file}, "this picture cannot be made", "it may be too large");

    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(packet->data), packet->size);
    out.close();
    if (!out) {
        return fail({file}, "this picture cannot be written",
                    "see whether the folder is there and the disk has room");
    }
    return catalogue::done();
}

}  // namespace media
