#include "player/media/pictures/video_decoder.h"

#include <utility>

#include "player/media/pictures/tone_mapper.h"

namespace media {

namespace {
// After damage the decoder may have to be asked again before it has the next good frame.
constexpr int tries_after_damage = 16;
}  // namespace

VideoDecoder::VideoDecoder(std::unique_ptr<FrameDecoder> processor, Ticks ticks,
                           SourceDuration usual)
    : processor_(std::move(processor)), ticks_(ticks), usual_(usual) {}

catalogue::Result<VideoDecoder> VideoDecoder::open(const Source& source,
                                                   std::optional<int> threads) {
    auto processor = open_on_processor(source, threads.value_or(playing_threads()));
    if (!processor) return processor.error();
    return VideoDecoder{std::move(*processor), source.ticks(*source.pictures()),
                        source.picture_length()};
}

catalogue::Result<VideoDecoder> VideoDecoder::open(const Source& source,
                                                   const std::shared_ptr<Hardware>& hardware) {
    auto opened = open(source);
    if (!opened || !hardware) return opened;
    if (auto decoder = hardware->decoder_for(source)) {
        opened->hardware_ =
            ByHardware{std::move(decoder), hardware->giving_up_on(source), {}, 0, false};
    }
    return opened;
}

void VideoDecoder::restart(bool from_head) {
    awaits_key_ = !from_head;
    decoder().flush();
    if (hardware_) hardware_->forget();
    caught_up_.clear();
    last_.reset();
    last_ticks_.reset();
    given_to_.reset();
    left_out_any_ = false;
}

void VideoDecoder::send(const AVPacket* packet) {
    if (packet != nullptr && awaits_key_) {
        // Some decoders (HEVC) make pictures out of what they have not.
        if ((packet->flags & AV_PKT_FLAG_KEY) == 0) return;
        awaits_key_ = false;
    }
    AVDiscard left_out = AVDISCARD_DEFAULT;
    if (packet != nullptr && packet->pts != AV_NOPTS_VALUE) {
        const SourceDuration length =
            packet->duration > 0 ? ticks_.length(packet->duration) : usual_;
        if (ticks_.time(packet->pts) + length < leave_out_before_) {
            left_out = AVDISCARD_NONREF;
            left_out_any_ = true;
        }
    }
    if (hardware_) hardware_->remember(packet);
    // A damaged packet is passed over: the decoder says so and goes on with the next.
    const int code = decoder().send(packet, left_out);
    if (code < 0 && hardware_) go_on_without_hardware();
}

// The last two stretches: pictures after a key picture may refer to some before it.
void VideoDecoder::ByHardware::remember(const AVPacket* packet) {
    if (packet == nullptr) {
        over = true;
        return;
    }
    if ((packet->flags & AV_PKT_FLAG_KEY) != 0) {
        packets.erase(packets.begin(), packets.begin() + static_cast<std::ptrdiff_t>(last_key));
        last_key = packets.size();
    }
    packets.emplace_back(av_packet_clone(packet));
}

void VideoDecoder::ByHardware::forget() {
    packets.clear();
    last_key = 0;
    over = false;
}

// The processor decodes again what hardware had, and goes on with the picture after the last one.
void VideoDecoder::go_on_without_hardware() {
    const ByHardware failed = *std::exchange(hardware_, std::nullopt);
    failed.give_up();
    given_to_ = last_ticks_;
    const auto catch_up = [this](const AVPacket* packet) {
        (void)processor_->send(packet, AVDISCARD_DEFAULT);
        for (int bad = 0; bad < tries_after_damage;) {
            FrameHandle frame{av_frame_alloc()};
            const int code = processor_->receive(*frame);
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
            if (code < 0) {
                ++bad;
            } else if (!was_given(*frame)) {
                caught_up_.push_back(std::move(frame));
            }
        }
    };
    for (const PacketHandle& packet : failed.packets)
        catch_up(packet.get());
    if (failed.over) catch_up(nullptr);
}

bool VideoDecoder::was_given(const AVFrame& frame) const {
    return given_to_ && frame.best_effort_timestamp <= *given_to_;
}

std::optional<VideoDecoder::Decoded> VideoDecoder::receive() {
    for (int bad = 0; bad < tries_after_damage;) {
        FrameHandle frame{av_frame_alloc()};
        int code = 0;
        if (caught_up_.empty()) {
            code = decoder().receive(*frame);
        } else {
            frame = std::move(caught_up_.front());
            caught_up_.pop_front();
        }
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return std::nullopt;
        if (code < 0) {
            ++bad;
            if (hardware_) go_on_without_hardware();
        } else if (!was_given(*frame)) {
            given_to_.reset();
            return timed(std::move(frame));
        }
    }
    return std::nullopt;
}

VideoDecoder::Decoded VideoDecoder::timed(FrameHandle frame) {
    Decoded decoded;
    decoded.duration = frame->pkt_duration > 0 ? ticks_.length(frame->pkt_duration) : usual_;
    if (frame->best_effort_timestamp != AV_NOPTS_VALUE) {
        decoded.time = ticks_.time(frame->best_effort_timestamp);
        last_ticks_ = frame->best_effort_timestamp;
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

}  // namespace media
