// Ends what still has something to finish, away from the main thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace app {

// Main thread only. Taking over waits for nothing; destroying it waits for all that was handed
// over.
class Closing {
public:
    Closing()
        : thread_([this](const std::stop_token& stop) {
              std::unique_lock lock(mutex_);
              // Stopped, it still ends what is left.
              while (handed_over_.wait(lock, stop, [this] { return !over_.empty(); })) {
                  std::shared_ptr<void> one = std::move(over_.front());
                  over_.pop_front();
                  lock.unlock();
                  one.reset();
                  lock.lock();
              }
          }) {}

    // The last owner of `over`.
    void take(std::shared_ptr<void> over) {
        {
            const std::lock_guard lock(mutex_);
            over_.push_back(std::move(over));
        }
        handed_over_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable_any handed_over_;
    std::deque<std::shared_ptr<void>> over_;  // guarded by mutex_
    std::jthread thread_;                     // last member: started last, joined first
};

}  // namespace app
