#include "tests/support/encoding.h"

namespace support {

catalogue::Outcome encoding_failed(const std::filesystem::path& file, const std::string& what,
                                   int code) {
    return catalogue::fail({file}, what + ": " + media::av_text(code));
}

int encode(AVFormatContext& output, AVCodecContext& encoder, AVStream& stream, const AVFrame* frame,
           std::int64_t usual_duration) {
    int code = avcodec_send_frame(&encoder, frame);
    const media::PacketHandle packet{av_packet_alloc()};
    while (code >= 0) {
        code = avcodec_receive_packet(&encoder, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return 0;
        if (code < 0) return code;
        if (packet->duration == 0) packet->duration = usual_duration;
        packet->stream_index = stream.index;
        av_packet_rescale_ts(packet.get(), encoder.time_base, stream.time_base);
        code = av_interleaved_write_frame(&output, packet.get());
    }
    return code;
}

}  // namespace support
