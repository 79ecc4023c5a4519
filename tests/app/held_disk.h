// A disk in memory that threads share, and that a test can hold up, take away and give back.
#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tests/app/memory_disk.h"
#include "tests/app/passed_disk.h"

namespace made_up {

// Lives before the disk that stands in front of it.
struct MemoryBehind {
    MemoryDisk under;
};

class HeldDisk final : public MemoryBehind, public PassedDisk {
public:
    HeldDisk() : PassedDisk(under) {}

    // From now on calls wait until let_go().
    void hold() {
        const std::lock_guard lock(mutex_);
        held_ = true;
    }
    void let_go() {
        {
            const std::lock_guard lock(mutex_);
            held_ = false;
        }
        changed_.notify_all();
    }
    void wait_until_somebody_waits() {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, patience, [this] { return waiting_ > 0; }));
    }
    // From now on calls fail with it; 0: they do not.
    void fail_with(int error) {
        const std::lock_guard lock(mutex_);
        under.fail_at = error == 0 ? 0 : 1;
        under.fail_to = error == 0 ? 0 : 1 << 30;
        under.error = error;
    }
    std::optional<std::string> text_of(const std::filesystem::path& file) {
        const std::lock_guard lock(mutex_);
        return under.text_of(file);
    }
    std::vector<std::filesystem::path> file_names() {
        const std::lock_guard lock(mutex_);
        return under.file_names();
    }

private:
    void enter() override {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !held_; });
        --waiting_;
        lock.release();  // until leave(): one call at a time
    }
    void leave() override { mutex_.unlock(); }

    static constexpr std::chrono::seconds patience{20};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool held_ = false;
    int waiting_ = 0;  // or calling
};

}  // namespace made_up
