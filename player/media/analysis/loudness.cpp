#include "player/media/analysis/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "player/media/analysis/sound_pass.h"
#include "player/media/engine.h"

namespace media {

namespace {

constexpr double highest_peak_dbtp = -1.0;
// A voice's peaks lie 12 to 20 dB above its loudness: where only the loudness is known, they are
// taken to lie here.
constexpr double peaks_above_loudness_db = 22.0;
// More would bring up the hiss of a microphone that nobody spoke into.
constexpr double largest_gain_db = 30.0;

struct MeterFree {
    void operator()(ebur128_state* meter) const noexcept { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, MeterFree>;

Loudness loudness_of(ebur128_state& meter) {
    double lufs = nothing_heard_lufs;
    double left = 0.0;
    double right = 0.0;
    ebur128_loudness_global(&meter, &lufs);
    ebur128_true_peak(&meter, 0, &left);
    ebur128_true_peak(&meter, 1, &right);
    const double peak = std::max({left, right, 1e-6});
    return {std::max(lufs, nothing_heard_lufs), 20.0 * std::log10(peak)};
}

}  // namespace

double loudness_gain_db(const std::optional<Loudness>& loudness, double target_lufs) {
    if (!loudness || loudness->lufs <= nothing_heard_lufs) return 0.0;
    const double peak = loudness->true_peak_dbtp.value_or(loudness->lufs + peaks_above_loudness_db);
    const double wanted = std::min(target_lufs - loudness->lufs, highest_peak_dbtp - peak);
    return std::min(wanted, largest_gain_db);
}

float factor_of_db(double db) {
    return static_cast<float>(std::pow(10.0, db / 20.0));
}

catalogue::Result<Loudness> measure_loudness(const ClipOrder& clip, std::stop_token stop) {
    const Meter meter{ebur128_init(2, sound_rate_hz, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)};
    const auto heard = hear_through(clip, std::move(stop), [&](std::span<const float> stereo) {
        ebur128_add_frames_float(meter.get(), stereo.data(), stereo.size() / 2);
    });
    if (!heard) return heard.error();
    if (!*heard) return Loudness{nothing_heard_lufs, std::nullopt};
    return loudness_of(*meter);
}

}  // namespace media
