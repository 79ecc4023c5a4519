#include "player/media/reaper.h"

namespace media {

Reaper::Reaper() {
    thread_ = std::jthread([this](const std::stop_token& stop) {
        for (;;) {
            std::vector<std::unique_ptr<ClipSession>> ended;
            std::unique_lock lock(mutex_);
            handed_over_.wait(lock, stop, [&] { return !sessions_.empty(); });
            ended.swap(sessions_);
            lock.unlock();
            if (ended.empty()) return;  // stopped, and nothing is left
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
