#include "player/media/reaper.h"

#include <utility>

namespace media {

Reaper::Reaper(std::function<void()> reaped) : reaped_(std::move(reaped)) {
    thread_ = std::jthread([this](const std::stop_token& stop) {
        for (;;) {
            std::vector<std::unique_ptr<ClipSession>> ended;
            std::unique_lock lock(mutex_);
            handed_over_.wait(lock, stop, [&] { return !sessions_.empty(); });
            ended.swap(sessions_);
            lock.unlock();
            if (ended.empty()) return;  // stopped, and nothing is left
            ended.clear();
            if (reaped_) reaped_();
        }
    });
}

Reaper::~Reaper() = default;

void Reaper::take(std::unique_ptr<ClipSession> session) {
    if (!session) return;
    session->abandon();
    {
        std::lock_guard lock(mutex_);
        sessions_.push_back(std::move(session));
    }
    handed_over_.notify_one();
}

}  // namespace media
