// Whoever waits to be woken by another thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace made_up {

class Bell {
public:
    void ring() {
        {
            const std::lock_guard lock(mutex_);
            ++times_;
        }
        rung_.notify_all();
    }

    // Until `is_so`, which is looked at first and after every ring. False when it never is.
    template <class IsSo>
    bool wait(const IsSo& is_so) {
        const auto until = std::chrono::steady_clock::now() + patience;
        for (;;) {
            unsigned heard = 0;
            {
                const std::lock_guard lock(mutex_);
                heard = times_;
            }
            if (is_so()) return true;
            std::unique_lock lock(mutex_);
            if (!rung_.wait_until(lock, until, [&] { return times_ != heard; })) return false;
        }
    }

private:
    static constexpr std::chrono::seconds patience{20};
    std::mutex mutex_;
    std::condition_variable rung_;
    unsigned times_ = 0;  // guarded by mutex_
};

}  // namespace made_up
