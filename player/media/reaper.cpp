#include "player/media/reaper.h"

#include <chrono>
#include <utility>

namespace media {

namespace {
constexpr std::chrono::milliseconds settles_after{500};
}  // namespace

Reaper::Reaper(std::function<void()> reaped, std::function<void()> settled)
    : reaped_(std::move(reaped)), settled_(std::move(settled)) {
    thread_ = std::jthread([this](const std::stop_token& stop) {
        for (;;) {
            std::vector<std::unique_ptr<ClipSession>> ended;
            std::unique_lock lock(mutex_);
            const auto any = [&] { return !sessions_.empty(); };
            handed_over_.wait(lock, stop, any);
            ended.swap(sessions_);
            const std::size_t bytes = std::exchange(waiting_bytes_, 0);
            lock.unlock();
            if (ended.empty()) return;  // stopped, and nothing is left
            ended.clear();
            bytes_ -= bytes;
            if (reaped_) reaped_();
            lock.lock();
            const bool more = handed_over_.wait_for(lock, stop, settles_after, any);
            lock.unlock();
            if (settled_ && !more && !stop.stop_requested()) settled_();
        }
    });
}

Reaper::~Reaper() = default;

void Reaper::take(std::unique_ptr<ClipSession> session) {
    if (!session) return;
    const std::size_t bytes = session->bytes();
    session->abandon();
    {
        std::lock_guard lock(mutex_);
        bytes_ += bytes;
        waiting_bytes_ += bytes;
        sessions_.push_back(std::move(session));
    }
    handed_over_.notify_one();
}

}  // namespace media
