#include "tests/media/stage_hand.h"

namespace support {

using namespace std::chrono_literals;

namespace {
// Only a broken engine is waited for so long.
constexpr auto patience = 30s;
}  // namespace

StageHand::StageHand(std::filesystem::path preludes, std::filesystem::path proxies)
    : StageHand(media::ClipMeans{std::move(preludes), std::move(proxies)}) {}

StageHand::StageHand(media::ClipMeans means)
    : now(media::WallTime{} + 1h),
      engine_(
          [this] {
              {
                  std::lock_guard lock(mutex_);
                  ++wakes_;
              }
              woken_.notify_all();
          },
          media::Engine::usual_warm_bytes, std::move(means)) {}

std::uint64_t StageHand::wakes() {
    std::lock_guard lock(mutex_);
    return wakes_;
}

bool StageHand::wait_for_wake(std::uint64_t seen) {
    std::unique_lock lock(mutex_);
    return woken_.wait_for(lock, patience, [&] { return wakes_ != seen; });
}

std::optional<media::Picture> StageHand::look() {
    engine_.drive(order, now);
    shown_ = engine_.picture_at(now);
    for (auto& report : engine_.take_reports())
        reports.push_back(std::move(report));
    return shown_;
}

bool StageHand::cue(media::ClipOrder clip) {
    const int started = count<media::Started>();
    const int failed = count<media::Failed>();
    ++order.cue;
    order.clip = std::move(clip);
    order.seek.reset();
    return look_until(
        [&] { return count<media::Started>() > started || count<media::Failed>() > failed; });
}

bool StageHand::next_picture() {
    const std::uint64_t before = shown_ ? shown_->serial : 0;
    for (;;) {
        const std::uint64_t seen = wakes();
        look();
        if (shown_ && shown_->serial != before) return true;
        const media::Phase phase = engine_.status(now).phase;
        if (phase == media::Phase::Ended || phase == media::Phase::Failed) return false;
        const auto due = engine_.next_picture_at(now);
        if (due && *due > now && !engine_.status(now).waiting) {
            now = *due;
        } else if (!wait_for_wake(seen)) {
            return false;
        }
    }
}

bool StageHand::flowing() {
    return look_until([&] { return !engine_.status(now).waiting; });
}

void StageHand::pass(media::SourceDuration time, media::SourceDuration step) {
    flowing();
    const media::WallTime until = now + time;
    while (now < until) {
        now = std::min<media::WallTime>(now + step, until);
        // The decoder is ahead, or there is nothing more to come.
        look_until([&] {
            const auto status = engine_.status(now);
            const bool sound = !status.sound_ahead || *status.sound_ahead >= 20ms;
            return status.phase != media::Phase::Playing ||
                   (sound && engine_.next_picture_at(now).has_value());
        });
    }
}

bool StageHand::seek(std::variant<media::SourceTime, int> to) {
    const std::uint64_t before = shown_ ? shown_->serial : 0;
    order.seek = media::SeekOrder{++seek_number_, to};
    return look_until([&] { return shown_ && shown_->serial != before; });
}

const std::optional<NumberedPicture>& StageHand::read_shown() {
    if (read_serial_ == shown_->serial) return read_;
    read_serial_ = shown_->serial;
    const auto found = find_in_grey(shown_->planes[0], shown_->width_px, shown_->height_px,
                                    shown_->strides_bytes[0]);
    read_.reset();
    if (found) read_ = found->picture;
    return read_;
}

int StageHand::shown_number() {
    if (!shown_) return -1;
    const auto& read = read_shown();
    return read ? read->number : -2;
}

int StageHand::shown_film() {
    if (!shown_) return -1;
    const auto& read = read_shown();
    return read ? read->film : -2;
}

}  // namespace support
