// What reading is told from outside, and what it tells.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

#include "player/media/clip_order.h"

namespace media {

// Why reading does not go on.
enum class ReadDelay {
    Slow,  // the disk does not answer
    Gone,  // the film, or the place where it lies, is not there
};

// Says when reading has to give up, and whether the disk is being waited for. Any thread; locks for
// itself.
class ReadGuard {
public:
    // @param changed  called by the reading thread when delay() has changed
    explicit ReadGuard(std::function<void()> changed = {}) : changed_(std::move(changed)) {}
    ReadGuard(const ReadGuard&) = delete;
    ReadGuard& operator=(const ReadGuard&) = delete;

    // Ends all waiting for the disk, now and later.
    void stop() { stop_.request_stop(); }
    bool stopped() const { return stop_.stop_requested(); }
    std::stop_token stop_token() const { return stop_.get_token(); }

    // For a file that keeps a demuxer busy: the time that the disk takes is not counted.
    void set_deadline(WallTime deadline);
    void clear_deadline();
    // Stopped, or past the deadline.
    bool gave_up() const;

    // Nothing while reading goes on, or waits no longer than disks always let one wait.
    std::optional<ReadDelay> delay() const;

    // The disk is being waited for as long as this lives. The reading thread's.
    class Waiting {
    public:
        explicit Waiting(ReadGuard& guard);
        ~Waiting();
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;

        void tell(ReadDelay delay);

    private:
        void set(std::optional<ReadDelay> delay);

        ReadGuard& guard_;
        const WallTime since_;
        std::optional<ReadDelay> told_;
    };

private:
    int& count(ReadDelay delay) { return delay == ReadDelay::Slow ? slow_ : gone_; }

    const std::function<void()> changed_;
    std::stop_source stop_;

    mutable std::mutex mutex_;
    std::optional<WallTime> deadline_;  // guarded by mutex_, as all below
    // How many wait so: a clip reads its film and its prelude.
    int slow_ = 0;
    int gone_ = 0;
};

}  // namespace media
