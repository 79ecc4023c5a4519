#include "player/media/sound/sound_feed.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace media {

namespace {
constexpr std::size_t fed_at_once = 512;
}

std::shared_ptr<Run> SoundFeed::begin(std::shared_ptr<Run> run, double rate) {
    std::shared_ptr<Run> before = std::exchange(run_, std::move(run));
    rate_ = rate;
    held_.clear();
    if (run_) {
        held_first_ = run_->sound.next_to_read();
        restart(static_cast<double>(held_first_));
    }
    return before;
}

void SoundFeed::restart(double position) {
    position_ = position;
    finished_ = false;
    fed_to_ = static_cast<std::int64_t>(std::llround(position));
    if (rate_ != 1.0) stretcher_.start(rate_);
}

void SoundFeed::go_on(double position, double rate) {
    rate_ = rate;
    // Never before what is held, and whole: at its own rate sound is passed on as it was recorded.
    restart(std::max(std::round(position), static_cast<double>(held_first_)));
}

void SoundFeed::look_again() {
    if (!run_ || run_->sound.next_to_read() == held_end()) return;
    held_.clear();
    held_first_ = run_->sound.next_to_read();
    restart(static_cast<double>(held_first_));
}

void SoundFeed::skip_to(std::int64_t sample) {
    if (!run_ || static_cast<double>(sample) <= position_) return;
    if (sample < held_end()) {
        restart(static_cast<double>(sample));
        return;
    }
    run_->sound.skip_to(sample);
    look_again();
}

// False when there is nothing yet.
bool SoundFeed::take_more(std::size_t frames) {
    const std::size_t before = held_.size();
    held_.resize(before + 2 * frames);
    const SoundQueue::Taken taken =
        run_->sound.read({held_.data() + before, held_.size() - before});
    held_.resize(before + 2 * taken.frames);
    if (taken.frames > 0 && taken.first != held_end() - static_cast<std::int64_t>(taken.frames)) {
        // Somebody skipped in between.
        held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(before));
        held_first_ = taken.first;
        restart(static_cast<double>(taken.first));
    }
    return taken.frames > 0;
}

SoundFeed::Taken SoundFeed::read(std::span<float> stereo) {
    if (!run_) return {};
    const std::size_t frames = rate_ == 1.0 ? read_plain(stereo) : read_stretched(stereo);
    const double first = position_;
    position_ += static_cast<double>(frames) * rate_;
    forget_old();
    const double us = first * 1e6 / sound_rate_hz;
    return {SourceTime{SourceDuration{static_cast<std::int64_t>(std::llround(us))}}, frames};
}

std::size_t SoundFeed::read_plain(std::span<float> stereo) {
    const std::size_t wanted = stereo.size() / 2;
    const auto ahead = static_cast<std::size_t>(held_end() - std::llround(position_));
    if (ahead < wanted) take_more(wanted - ahead);
    const auto at = static_cast<std::size_t>(std::llround(position_) - held_first_);
    const std::size_t frames = std::min(wanted, held_.size() / 2 - at);
    std::copy_n(held_.data() + 2 * at, 2 * frames, stereo.data());
    return frames;
}

std::size_t SoundFeed::read_stretched(std::span<float> stereo) {
    std::size_t done = 0;
    double first = position_;
    while (done < stereo.size() / 2) {
        if (position_ != first) {  // began anew elsewhere
            first = position_;
            done = 0;
        }
        done += stretcher_.read(stereo.subspan(2 * done));
        if (done == stereo.size() / 2 || finished_) break;
        if (fed_to_ == held_end() && !take_more(fed_at_once)) {
            if (!run_->sound.drained()) break;
            stretcher_.finish();
            finished_ = true;
            continue;
        }
        const auto at = static_cast<std::size_t>(fed_to_ - held_first_);
        const std::size_t frames = std::min(fed_at_once, held_.size() / 2 - at);
        stretcher_.feed({held_.data() + 2 * at, 2 * frames});
        fed_to_ += static_cast<std::int64_t>(frames);
    }
    return done;
}

void SoundFeed::forget_old() {
    const auto keep_from =
        static_cast<std::int64_t>(position_) - static_cast<std::int64_t>(memory_frames);
    // In large pieces, so that little is moved.
    if (keep_from - held_first_ < static_cast<std::int64_t>(memory_frames)) return;
    const std::int64_t until = std::min(keep_from, held_end());
    held_.erase(held_.begin(),
                held_.begin() + static_cast<std::ptrdiff_t>(2 * (until - held_first_)));
    held_first_ = until;
}

}  // namespace media
