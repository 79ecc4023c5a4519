#include "player/media/pictures/video_decoder.h"

#include "player/media/pictures/tone_mapper.h"

#include <algorithm>
#include <thread>

namespace media {

namespace {

int decoding_threads() {
    // Two are enough for what classes watch; more cost memory in every waiting clip.
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 4u));
}

}  // namespace

VideoDecoder::VideoDecoder(CodecHandle codec, Ticks ticks, SourceDuration usual)
    : codec_(std::move(codec)), ticks_(ticks), usual_(usual) {}

catalogue::Result<VideoDecoder> VideoDecoder::open(const Source& source,
                                                   std::optional<int> threads) {
    auto codec =
        open_decoder(*source.pictures(), source.film(), threads.value_or(decoding_threads()));
    if (!codec) return codec.error();
    return VideoDecoder{std::move(*codec), source.ticks(*source.pictures()),
                        source.picture_length()};
}

void VideoDecoder::restart(bool from_head) {
    awaits_key_ = !from_head;
    avcodec_flush_buffers(codec_.get());
    last_.reset();
    left_out_any_ = false;
}

void VideoDecoder::send(const AVPacket* packet) {
    if (packet != nullptr && awaits_key_) {
        // Some decoders (HEVC) make pictures out of what they have not.
        if ((packet->flags & AV_PKT_FLAG_KEY) == 0) return;
        awaits_key_ = false;
    }
    codec_->skip_frame = AVDISCARD_DEFAULT;
    if (packet != nullptr && packet->pts != AV_NOPTS_VALUE) {
        const SourceDuration length =
            packet->duration > 0 ? ticks_.length(packet->duration) : usual_;
        if (ticks_.time(packet->pts) + length < leave_out_before_) {
            codec_->skip_frame = AVDISCARD_NONREF;
            left_out_any_ = true;
        }
    }
    // A damaged packet is passed over: the decoder says so and goes on with the next.
    (void)avcodec_send_packet(codec_.get(), packet);
}

std::optional<VideoDecoder::Decoded> VideoDecoder::receive() {
    FrameHandle frame{av_frame_alloc()};
    // After damage the decoder may have to be asked again before it has the next good frame.
    constexpr int tries = 16;
    for (int i = 0; i < tries; ++i) {
        const int code = avcodec_receive_frame(codec_.get(), frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return std::nullopt;
        if (code < 0) continue;
        Decoded decoded;
        decoded.duration = frame->pkt_duration > 0 ? ticks_.length(frame->pkt_duration) : usual_;
        if (frame->best_effort_timestamp != AV_NOPTS_VALUE) {
            decoded.time = ticks_.time(frame->best_effort_timestamp);
        } else {
            decoded.time = last_ ? *last_ + usual_ : SourceTime{};
        }
        // A damaged or jumping time must not hold up the pictures that follow.
        if (last_ && decoded.time <= *last_) decoded.time = *last_ + usual_;
        last_ = decoded.time;
        if (const double told = told_peak_nits(*frame); told > 0) peak_nits_ = told;
        decoded.peak_nits = peak_nits_;
        decoded.frame = std::move(frame);
        return decoded;
    }
    return std::nullopt;
}

}  // namespace media
