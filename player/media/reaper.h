// Ends sessions away from the main thread: joining may wait for a disk.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "player/media/clip/clip_session.h"

namespace media {

// Destroying it waits for all that were handed over.
class Reaper {
public:
    // Both are called in its thread and may be empty.
    //
    // @param reaped   after sessions were ended
    // @param settled  when none has followed for half a second: the next clip's beginning comes
    // first
    explicit Reaper(std::function<void()> reaped = {}, std::function<void()> settled = {});
    ~Reaper();

    void take(std::unique_ptr<ClipSession> session);

    // Of all that is not freed yet.
    std::size_t bytes() const { return bytes_; }

private:
    const std::function<void()> reaped_;
    const std::function<void()> settled_;
    std::atomic<std::size_t> bytes_ = 0;
    std::mutex mutex_;
    std::condition_variable_any handed_over_;
    std::vector<std::unique_ptr<ClipSession>> sessions_;  // guarded by mutex_, as all below
    std::size_t waiting_bytes_ = 0;                       // of `sessions_`
    std::jthread thread_;
};

}  // namespace media
