#include "player/media/making/sound_encoder.h"

#include <algorithm>

#include "player/media/engine.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace media {

bool SoundEncoder::open(int bits_a_second) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (codec == nullptr) return false;
    codec_.reset(avcodec_alloc_context3(codec));
    codec_->sample_rate = sound_rate_hz;
    av_channel_layout_default(&codec_->ch_layout, 2);
    codec_->sample_fmt = AV_SAMPLE_FMT_FLTP;
    codec_->time_base = {1, sound_rate_hz};
    codec_->bit_rate = bits_a_second;
    codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    // The usual coder takes four to six times as long.
    av_opt_set(codec_->priv_data, "aac_coder", "fast", 0);
    if (avcodec_open2(codec_.get(), codec, nullptr) < 0) return false;
    stream_ = output_.add_stream(*codec_);
    return stream_ != nullptr;
}

bool SoundEncoder::add(std::span<const float> stereo) {
    waiting_.insert(waiting_.end(), stereo.begin(), stereo.end());
    return encode(false);
}

bool SoundEncoder::finish() {
    return encode(true) && output_.encode(*codec_, *stream_, nullptr);
}

bool SoundEncoder::encode(bool last) {
    const auto block = static_cast<std::size_t>(codec_->frame_size);
    std::size_t taken = 0;
    while (waiting_.size() / 2 - taken >= block || (last && waiting_.size() / 2 > taken)) {
        const std::size_t frames = std::min(block, waiting_.size() / 2 - taken);
        FrameHandle frame{av_frame_alloc()};
        frame->nb_samples = static_cast<int>(frames);
        frame->format = AV_SAMPLE_FMT_FLTP;
        frame->sample_rate = sound_rate_hz;
        av_channel_layout_copy(&frame->ch_layout, &codec_->ch_layout);
        if (av_frame_get_buffer(frame.get(), 0) < 0) return false;
        auto* left = reinterpret_cast<float*>(frame->data[0]);
        auto* right = reinterpret_cast<float*>(frame->data[1]);
        for (std::size_t i = 0; i < frames; ++i) {
            left[i] = waiting_[2 * (taken + i)];
            right[i] = waiting_[2 * (taken + i) + 1];
        }
        frame->pts = samples_;
        samples_ += static_cast<std::int64_t>(frames);
        taken += frames;
        if (!output_.encode(*codec_, *stream_, frame.get())) return false;
    }
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(2 * taken));
    return true;
}

}  // namespace media
