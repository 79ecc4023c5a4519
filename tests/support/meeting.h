// Where made-up work shows that so many threads are at it at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace support {

// Any thread.
class Meeting {
public:
    explicit Meeting(int of) : of_(of) {}

    // Waits until all have come, those who come later not at all.
    // @returns false when they did not come: the test has failed then
    bool come() {
        std::unique_lock lock(mutex_);
        ++come_;
        changed_.notify_all();
        return changed_.wait_for(lock, std::chrono::seconds{20}, [this] { return come_ >= of_; });
    }

private:
    const int of_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int come_ = 0;  // guarded by mutex_
};

}  // namespace support
