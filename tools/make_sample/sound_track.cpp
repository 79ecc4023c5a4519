#include "tools/make_sample/sound_track.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <cmath>
#include <memory>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/film_encoder.h"

namespace sample {

namespace {

constexpr double usual_level_db = -21;  // of speech, root mean square
constexpr double tone_level = 0.0009;   // about -62 dB
constexpr std::size_t tone_length = 5 * film_sound_rate_hz;
constexpr std::size_t delay_length = 4096;

struct Echo {
    std::size_t delay;  // samples
    float share;
};
constexpr Echo echoes[] = {{431, 0.11f}, {787, 0.08f}, {1249, 0.06f}, {2111, 0.035f}};

struct ResamplerFree {
    void operator()(SwrContext* p) const noexcept { swr_free(&p); }
};

}  // namespace

catalogue::Result<std::vector<float>> film_sound_of(const Speech& speech) {
    AVChannelLayout mono;
    av_channel_layout_default(&mono, 1);
    SwrContext* raw = nullptr;
    swr_alloc_set_opts2(&raw, &mono, AV_SAMPLE_FMT_FLT, film_sound_rate_hz, &mono,
                        AV_SAMPLE_FMT_S16, speech.rate_hz, 0, nullptr);
    const std::unique_ptr<SwrContext, ResamplerFree> resampler(raw);
    if (!resampler || swr_init(raw) < 0) {
        return catalogue::fail({}, "the sound cannot be resampled");
    }
    const auto wanted =
        static_cast<std::size_t>(std::llround(speech.length_s() * film_sound_rate_hz));
    std::vector<float> sound(wanted + film_sound_rate_hz / 10);
    auto* out = reinterpret_cast<std::uint8_t*>(sound.data());
    const auto* in = reinterpret_cast<const std::uint8_t*>(speech.samples.data());
    const int made = swr_convert(raw, &out, static_cast<int>(sound.size()), &in,
                                 static_cast<int>(speech.samples.size()));
    if (made < 0) return catalogue::fail({}, "the sound cannot be resampled");
    out = reinterpret_cast<std::uint8_t*>(sound.data() + made);
    const int rest = swr_convert(raw, &out, static_cast<int>(sound.size()) - made, nullptr, 0);
    sound.resize(static_cast<std::size_t>(made + std::max(rest, 0)));
    sound.resize(wanted, 0.0f);
    return sound;
}

double loudness_factor(const std::vector<Speech>& speeches, double gain_db) {
    // Silences do not count: only stretches of 20 ms that are not silent do.
    double sum = 0;
    double counted = 0;
    for (const Speech& speech : speeches) {
        const auto step = static_cast<std::size_t>(speech.rate_hz / 50);
        for (std::size_t at = 0; at + step <= speech.samples.size(); at += step) {
            double power = 0;
            for (std::size_t i = at; i < at + step; ++i) {
                const double sample = speech.samples[i] / 32768.0;
                power += sample * sample;
            }
            if (power / static_cast<double>(step) < 1e-5) continue;
            sum += power;
            counted += static_cast<double>(step);
        }
    }
    if (counted == 0) return 1;
    const double level_db = 10 * std::log10(sum / counted);
    return std::pow(10, (usual_level_db + gain_db - level_db) / 20);
}

Room::Room(double level) : tone_(tone_length), delay_(delay_length) {
    Chance chance(seed_of("room"));
    // Two poles of low pass make a hush out of a hiss.
    double soft = 0;
    double softer = 0;
    for (float& sample : tone_) {
        soft += 0.06 * (chance.between(-1, 1) - soft);
        softer += 0.06 * (soft - softer);
        sample = static_cast<float>(softer * 8 * tone_level * level);
    }
    // The end goes over into the beginning.
    constexpr std::size_t seam = film_sound_rate_hz / 4;
    for (std::size_t i = 0; i < seam; ++i) {
        const float share = static_cast<float>(i) / seam;
        float& late = tone_[tone_length - seam + i];
        late = late * (1 - share) + tone_[i] * share;
    }
    tone_.erase(tone_.begin(), tone_.begin() + seam);
}

void Room::add_to(std::span<float> samples) {
    for (float& sample : samples) {
        delay_[delay_at_] = sample;
        for (const Echo& echo : echoes) {
            sample += echo.share * delay_[(delay_at_ + delay_length - echo.delay) % delay_length];
        }
        delay_at_ = (delay_at_ + 1) % delay_length;
        sample += tone_[tone_at_];
        tone_at_ = (tone_at_ + 1) % tone_.size();
        // Straight up to 0.7, then ever flatter, never 1.
        const float size = std::abs(sample);
        if (size > 0.7f) {
            sample = std::copysign(0.7f + 0.28f * std::tanh((size - 0.7f) / 0.28f), sample);
        }
    }
}

}  // namespace sample
