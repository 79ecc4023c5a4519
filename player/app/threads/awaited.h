// Something that is read for the main thread from a disk that may not answer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "player/media/film/disk_hand.h"

namespace app {

// Main thread only. The reading is left behind when it is no longer awaited.
template <class Content>
class Awaited {
public:
    // Begins at once.
    //
    // @param read  owns all that it touches: it may outlive whoever waits
    // @param wake  called in the other thread when it is there, unless nobody waits any more
    Awaited(std::function<Content()> read, std::function<void()> wake)
        : shared_(std::make_shared<Shared>()) {
        hand_.begin([shared = shared_, read = std::move(read), wake = std::move(wake)] {
            Content content = read();
            const std::lock_guard lock(shared->mutex);
            if (!shared->is_awaited) return;
            shared->content.emplace(std::move(content));
            shared->came.notify_all();
            wake();
        });
    }
    ~Awaited() {
        const std::lock_guard lock(shared_->mutex);
        shared_->is_awaited = false;
    }
    Awaited(const Awaited&) = delete;
    Awaited& operator=(const Awaited&) = delete;

    // What was read, once. Waits for it at most so long.
    std::optional<Content> take(std::chrono::milliseconds at_most = {}) {
        std::unique_lock lock(shared_->mutex);
        shared_->came.wait_for(lock, at_most, [this] { return shared_->content.has_value(); });
        return std::exchange(shared_->content, std::nullopt);
    }

private:
    struct Shared {  // belongs to both threads, whichever lives longer
        std::mutex mutex;
        std::condition_variable came;
        std::optional<Content> content;  // guarded by mutex
        bool is_awaited = true;          // guarded by mutex
    };
    std::shared_ptr<Shared> shared_;
    media::DiskHand hand_;
};

}  // namespace app
