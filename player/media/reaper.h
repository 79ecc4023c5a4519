// Ends sessions away from the main thread: joining may wait for a disk.
#pragma once

#include <condition_variable>
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

private:
    const std::function<void()> reaped_;
    std::mutex mutex_;
    std::condition_variable_any handed_over_;
    std::vector<std::unique_ptr<ClipSession>> sessions_;  // guarded by mutex_
    std::jthread thread_;
};

}  // namespace media
