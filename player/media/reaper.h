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

#include "player/media/clip_session.h"

namespace media {

// Destroying it waits for all that were handed over.
class Reaper {
public:
    // @param reaped  called in its thread after sessions were ended; may be empty
    explicit Reaper(std::function<void()> reaped = {});
    ~Reaper();

    void take(std::unique_ptr<ClipSession> session);

    // Of all that is not freed yet.
    std::size_t bytes() const { return bytes_; }

private:
    const std::function<void()> reaped_;
    std::atomic<std::size_t> bytes_ = 0;
    std::mutex mutex_;
    std::condition_variable_any handed_over_;
    std::vector<std::unique_ptr<ClipSession>> sessions_;  // guarded by mutex_, as all below
    std::size_t waiting_bytes_ = 0;                       // of `sessions_`
    std::jthread thread_;
};

}  // namespace media
