#include "player/media/clip/sound_cutter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace media {

float fade_in_gain(std::size_t frame) {
    const double share = std::min(1.0, static_cast<double>(frame) / fade_frames);
    return static_cast<float>(std::sin(share * std::numbers::pi / 2));
}

SoundCutter::SoundCutter(std::int64_t first, std::int64_t end, Sink sink)
    : next_(first), end_(end), sink_(std::move(sink)) {}

bool SoundCutter::add(std::span<const float> stereo) {
    next_ += static_cast<std::int64_t>(stereo.size() / 2);
    kept_.insert(kept_.end(), stereo.begin(), stereo.end());
    constexpr std::size_t keep = 2 * fade_frames;
    if (kept_.size() <= keep) return true;
    const std::size_t ready = kept_.size() - keep;
    if (!sink_({kept_.data(), ready})) return false;
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(ready));
    return true;
}

bool SoundCutter::feed(const SoundBlock& block) {
    if (finished_) return false;
    static constexpr std::array<float, 2 * 4096> silence{};
    const auto frames = static_cast<std::int64_t>(block.stereo.size() / 2);
    while (next_ < std::min(block.first, end_)) {
        const std::int64_t hole = std::min<std::int64_t>(std::min(block.first, end_) - next_, 4096);
        if (!add({silence.data(), static_cast<std::size_t>(2 * hole)})) return false;
    }
    const std::int64_t from = std::max(next_, block.first);
    const std::int64_t to = std::min(block.first + frames, end_);
    if (from < to) {
        const auto offset = static_cast<std::size_t>(2 * (from - block.first));
        const auto count = static_cast<std::size_t>(2 * (to - from));
        if (!add({block.stereo.data() + offset, count})) return false;
    }
    if (next_ < end_) return true;
    finish();
    return false;
}

void SoundCutter::finish() {
    if (finished_) return;
    finished_ = true;
    const std::size_t frames = kept_.size() / 2;
    for (std::size_t i = 0; i < frames; ++i) {
        const float gain = fade_in_gain(frames - i);
        kept_[2 * i] *= gain;
        kept_[2 * i + 1] *= gain;
    }
    if (!kept_.empty()) sink_(kept_);
    kept_.clear();
}

}  // namespace media
