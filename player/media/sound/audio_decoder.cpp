#include "player/media/sound/audio_decoder.h"

#include <cstdlib>

#include "player/media/engine.h"

namespace media {

namespace {

// Containers round times (Matroska to a millisecond): differences below this are rounding, not
// holes.
constexpr std::int64_t jitter_samples = sound_rate_hz / 50;
// Decoders need the packets before a place to get it right (Opus asks for 80 ms).
constexpr std::int64_t run_up_samples = sound_rate_hz / 4;

}  // namespace

AudioDecoder::AudioDecoder(CodecHandle codec, Ticks ticks)
    : codec_(std::move(codec)), ticks_(ticks) {}

catalogue::Result<AudioDecoder> AudioDecoder::open(const Source& source) {
    auto codec = open_decoder(*source.sound(), source.film(), 1);
    if (!codec) return codec.error();
    return AudioDecoder{std::move(*codec), source.ticks(*source.sound())};
}

void AudioDecoder::restart() {
    avcodec_flush_buffers(codec_.get());
    resampler_.reset();
    next_.reset();
    ending_ = false;
}

bool AudioDecoder::irrelevant_before(const AVPacket& packet, std::int64_t sample) const {
    if (packet.pts == AV_NOPTS_VALUE) return false;
    std::int64_t end = 0;
    if (__builtin_add_overflow(packet.pts, packet.duration, &end)) return false;
    return ticks_.sample(end) + run_up_samples < sample;
}

void AudioDecoder::send(const AVPacket* packet) {
    if (packet == nullptr) ending_ = true;
    // A damaged packet is passed over: it leaves a hole that is filled with silence.
    (void)avcodec_send_packet(codec_.get(), packet);
}

std::optional<SoundBlock> AudioDecoder::receive() {
    FrameHandle frame{av_frame_alloc()};
    constexpr int tries = 16;
    for (int i = 0; i < tries; ++i) {
        const int code = avcodec_receive_frame(codec_.get(), frame.get());
        if (code == AVERROR(EAGAIN)) return std::nullopt;
        if (code == AVERROR_EOF) {
            if (!ending_ || !resampler_ || !next_) return std::nullopt;
            ending_ = false;  // what the resampler still holds, once
            SoundBlock rest = convert(nullptr);
            if (rest.stereo.empty()) return std::nullopt;
            return rest;
        }
        if (code < 0 || frame->nb_samples <= 0 || frame->sample_rate <= 0) continue;
        if (!fit_resampler(*frame)) continue;
        if (frame->best_effort_timestamp != AV_NOPTS_VALUE) {
            const std::int64_t told = ticks_.sample(frame->best_effort_timestamp);
            const std::int64_t held = swr_get_delay(resampler_.get(), sound_rate_hz);
            if (!next_ || std::abs(told - (*next_ + held)) > jitter_samples) next_ = told - held;
        }
        if (!next_) next_ = 0;
        SoundBlock block = convert(frame.get());
        if (!block.stereo.empty()) return block;
    }
    return std::nullopt;
}

bool AudioDecoder::fit_resampler(const AVFrame& frame) {
    const Layout layout{
        frame.sample_rate, frame.format, frame.ch_layout.nb_channels,
        frame.ch_layout.order == AV_CHANNEL_ORDER_NATIVE ? frame.ch_layout.u.mask : 0};
    if (resampler_ && layout == layout_) return true;
    AVChannelLayout from{};
    if (layout.mask != 0) {
        av_channel_layout_from_mask(&from, layout.mask);
    } else {
        av_channel_layout_default(&from, layout.channels);
    }
    // One channel is doubled by ourselves: FFmpeg would make it 3 dB quieter than it was recorded.
    AVChannelLayout to{};
    av_channel_layout_default(&to, layout.channels == 1 ? 1 : 2);
    SwrContext* made = nullptr;
    int code = swr_alloc_set_opts2(&made, &to, AV_SAMPLE_FMT_FLT, sound_rate_hz, &from,
                                   static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0,
                                   nullptr);
    av_channel_layout_uninit(&from);
    av_channel_layout_uninit(&to);
    ResamplerHandle resampler{made};
    if (code < 0 || swr_init(resampler.get()) < 0) return false;
    resampler_ = std::move(resampler);
    layout_ = layout;
    return true;
}

SoundBlock AudioDecoder::convert(const AVFrame* frame) {
    const int in_frames = frame == nullptr ? 0 : frame->nb_samples;
    const int most = swr_get_out_samples(resampler_.get(), in_frames);
    SoundBlock block{*next_, {}};
    if (most <= 0) return block;
    const bool mono = layout_.channels == 1;
    block.stereo.resize(static_cast<std::size_t>(most) * 2);
    auto* out = reinterpret_cast<std::uint8_t*>(block.stereo.data());
    const auto** in =
        frame == nullptr ? nullptr : const_cast<const std::uint8_t**>(frame->extended_data);
    const int got = swr_convert(resampler_.get(), &out, most, in, in_frames);
    const auto frames = static_cast<std::size_t>(got < 0 ? 0 : got);
    if (mono) {
        for (std::size_t i = frames; i-- > 0;) {
            block.stereo[2 * i] = block.stereo[2 * i + 1] = block.stereo[i];
        }
    }
    block.stereo.resize(2 * frames);
    *next_ += static_cast<std::int64_t>(frames);
    return block;
}

}  // namespace media
