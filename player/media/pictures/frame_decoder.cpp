#include "player/media/pictures/frame_decoder.h"

#include <algorithm>
#include <thread>

namespace media {

namespace {

class ProcessorDecoder final : public FrameDecoder {
public:
    explicit ProcessorDecoder(CodecHandle codec) : codec_(std::move(codec)) {}

    void flush() override { avcodec_flush_buffers(codec_.get()); }
    int send(const AVPacket* packet, AVDiscard left_out) override {
        codec_->skip_frame = left_out;
        return avcodec_send_packet(codec_.get(), packet);
    }
    int receive(AVFrame& frame) override { return avcodec_receive_frame(codec_.get(), &frame); }

private:
    CodecHandle codec_;
};

}  // namespace

int playing_threads() {
    // Two are enough for what classes watch; more cost memory in every waiting clip.
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 4u));
}

catalogue::Result<std::unique_ptr<FrameDecoder>> open_on_processor(const Source& source,
                                                                   int threads) {
    auto codec = open_decoder(*source.pictures(), source.film(), threads);
    if (!codec) return codec.error();
    return std::unique_ptr<FrameDecoder>{std::make_unique<ProcessorDecoder>(std::move(*codec))};
}

}  // namespace media
