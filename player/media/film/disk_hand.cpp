#include "player/media/film/disk_hand.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace media {

// Belongs to the owner and to the thread, whoever lives longer.
struct DiskHand::Shared {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::function<void()> work;  // guarded by mutex, as all below
    bool started = false;
    bool done = false;
    bool left_behind = false;

    // With the lock held.
    static void set_to(const std::shared_ptr<Shared>& shared, std::function<void()> next) {
        shared->done = false;
        shared->work = std::move(next);
        if (!std::exchange(shared->started, true)) {
            std::thread([shared] { live(shared); }).detach();
        }
        shared->changed.notify_all();
    }

    static void live(const std::shared_ptr<Shared>& shared) {
        std::unique_lock lock(shared->mutex);
        for (;;) {
            shared->changed.wait(lock, [&] { return shared->work || shared->left_behind; });
            if (!shared->work) return;
            std::function<void()> work = std::exchange(shared->work, nullptr);
            lock.unlock();
            work();
            work = nullptr;  // what it holds may wait for the disk once more when it is closed
            lock.lock();
            shared->done = true;
            shared->changed.notify_all();
        }
    }
};

DiskHand::DiskHand() : shared_(std::make_shared<Shared>()) {}

DiskHand::~DiskHand() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->left_behind = true;
    }
    shared_->changed.notify_all();
}

void DiskHand::begin(std::function<void()> work) {
    const std::lock_guard lock(shared_->mutex);
    if (std::exchange(shared_->left_behind, true)) return;
    Shared::set_to(shared_, std::move(work));
}

bool DiskHand::reach(std::function<void()> work, const std::stop_token& stop,
                     const std::function<void()>& still_waits) {
    std::unique_lock lock(shared_->mutex);
    if (shared_->left_behind || stop.stop_requested()) return false;
    Shared::set_to(shared_, std::move(work));
    const auto done = [this] { return shared_->done; };
    if (shared_->changed.wait_for(lock, stop, stands_still, done)) return true;
    if (still_waits && !stop.stop_requested()) {
        lock.unlock();
        still_waits();
        lock.lock();
    }
    if (shared_->changed.wait(lock, stop, done)) return true;
    shared_->left_behind = true;
    return false;
}

}  // namespace media
