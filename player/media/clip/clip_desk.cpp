#include "player/media/clip/clip_desk.h"

#include "catalogue/words.h"

#include <algorithm>
#include <utility>

namespace media {
using catalogue::_;

using catalogue::Problem;

ClipDesk::ClipDesk(ClipOrder order, ClipMeans means, std::function<void()> wake)
    : order_(std::move(order)), means_(std::move(means)), wake_(std::move(wake)) {}

SourceTime ClipDesk::in() const {
    return order_.trim ? order_.trim->in : SourceTime{};
}

SourceTime ClipDesk::out() const {
    // Room above it, so that adding to it is safe.
    return order_.trim ? order_.trim->out : SourceTime::max() - std::chrono::hours{24};
}

void ClipDesk::set_open(ClipInfo info, std::unique_ptr<Decoders> decoders) {
    {
        std::lock_guard lock(mutex_);
        info_ = info;
        decoders_ = std::move(decoders);
    }
    opened_.notify_all();
    changed();
}

void ClipDesk::fail_with(Problem problem) {
    {
        std::lock_guard lock(mutex_);
        if (!problem_) problem_ = std::move(problem);
    }
    opened_.notify_all();
    changed();
}

void ClipDesk::leave_prelude(std::shared_ptr<PreludeReader> prelude) {
    {
        std::lock_guard lock(mutex_);
        prelude_ = std::move(prelude);
        prelude_left_ = true;
    }
    opened_.notify_all();
}

std::shared_ptr<PreludeReader> ClipDesk::take_prelude(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, stop, [&] { return prelude_left_; });
    return std::exchange(prelude_, nullptr);
}

Decoders* ClipDesk::wait_for_decoders(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, stop, [&] { return decoders_ != nullptr || problem_; });
    return stop.stop_requested() ? nullptr : decoders_.get();
}

void ClipDesk::note_end(Lane lane, SourceTime end) {
    {
        std::lock_guard lock(mutex_);
        (lane == Lane::Pictures ? pictures_end_ : sound_end_) = end;
    }
    changed();
}

void ClipDesk::note_nothing(Lane lane) {
    bool nothing = false;
    {
        std::lock_guard lock(mutex_);
        (lane == Lane::Pictures ? no_pictures_ : no_sound_) = true;
        nothing = (!info_->has_pictures || no_pictures_) && (!info_->has_sound || no_sound_);
    }
    if (nothing) {
        fail_with(catalogue::fail({order_.film.relative},
                                  _("nothing in this film can be shown or heard"),
                                  _("it may be damaged: copy it again, or convert it to MP4")));
    }
}

std::optional<ClipInfo> ClipDesk::info() const {
    std::lock_guard lock(mutex_);
    std::optional<ClipInfo> info = info_;
    if (!info) return info;
    const bool measured =
        (!info->has_pictures || pictures_end_) && (!info->has_sound || sound_end_);
    if (measured) {
        const SourceTime end = std::max(pictures_end_.value_or(SourceTime::min()),
                                        sound_end_.value_or(SourceTime::min()));
        info->range.out = std::max(std::min(end, out()), info->range.in);
    }
    return info;
}

std::optional<Problem> ClipDesk::problem() const {
    std::lock_guard lock(mutex_);
    return problem_;
}

void ClipDesk::changed() const {
    if (watched_) wake_();
}

}  // namespace media
