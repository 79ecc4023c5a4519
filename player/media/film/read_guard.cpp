#include "player/media/film/read_guard.h"

#include <chrono>

namespace media {

namespace {

WallTime wall_now() {
    return std::chrono::steady_clock::now();
}

}  // namespace

void ReadGuard::set_deadline(WallTime deadline) {
    const std::lock_guard lock(mutex_);
    deadline_ = deadline;
}

void ReadGuard::clear_deadline() {
    const std::lock_guard lock(mutex_);
    deadline_.reset();
}

bool ReadGuard::gave_up() const {
    if (stopped()) return true;
    const std::lock_guard lock(mutex_);
    return deadline_ && wall_now() > *deadline_;
}

std::optional<ReadDelay> ReadGuard::delay() const {
    const std::lock_guard lock(mutex_);
    if (gone_ > 0) return ReadDelay::Gone;
    return slow_ > 0 ? std::optional{ReadDelay::Slow} : std::nullopt;
}

ReadGuard::Waiting::Waiting(ReadGuard& guard) : guard_(guard), since_(wall_now()) {}

ReadGuard::Waiting::~Waiting() {
    {
        const std::lock_guard lock(guard_.mutex_);
        if (guard_.deadline_) *guard_.deadline_ += wall_now() - since_;
    }
    set(std::nullopt);
}

void ReadGuard::Waiting::tell(ReadDelay delay) {
    set(delay);
}

void ReadGuard::Waiting::set(std::optional<ReadDelay> delay) {
    if (told_ == delay) return;
    {
        const std::lock_guard lock(guard_.mutex_);
        if (told_) --guard_.count(*told_);
        if (delay) ++guard_.count(*delay);
    }
    told_ = delay;
    if (guard_.changed_) guard_.changed_();
}

}  // namespace media
