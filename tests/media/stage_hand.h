// Works an engine in a test: time is moved by hand, waiting is for the engine's own wake-up.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "player/media/engine.h"
#include "tests/support/numbered_picture.h"
#include "tests/support/scratch_folder.h"

namespace support {

class StageHand {
public:
    // @param preludes, proxies  their folders; empty: none are used
    explicit StageHand(std::filesystem::path preludes = {}, std::filesystem::path proxies = {});
    explicit StageHand(media::ClipMeans means);

    media::EngineOrder order;  // told to the engine whenever it is looked at
    media::WallTime now;
    std::vector<media::Report> reports;

    media::Engine& engine() { return engine_; }

    // Tells the order and looks at the picture, without time passing.
    std::optional<media::Picture> look();

    // Looks until `done`, waiting for wake-ups in between. False when nothing came for very long.
    template <class Done>
    bool look_until(Done done) {
        for (;;) {
            const std::uint64_t seen = wakes();
            look();
            if (done()) return true;
            if (!wait_for_wake(seen)) return false;
        }
    }

    // Orders a new clip (the number of the cue goes up) and waits for its first picture.
    bool cue(media::ClipOrder clip);
    // Waits until a picture other than the shown one is there, moving time to when it is due.
    // False when the clip has ended or failed.
    bool next_picture();
    // Waits until playing has begun (or there is nothing to play), without time passing.
    bool flowing();
    // Lets time pass in steps of up to 20 ms, as a loop on a screen would, never faster than the
    // decoder can follow.
    void pass(media::SourceDuration time, media::SourceDuration step = media::SourceDuration{5000});
    // Jumps, and waits for the picture.
    bool seek(std::variant<media::SourceTime, int> to);

    // Number of the picture that is shown; -1: none, -2: cannot be read.
    int shown_number();
    int shown_film();

    template <class T>
    int count() const {
        int n = 0;
        for (const auto& report : reports)
            n += std::holds_alternative<T>(report) ? 1 : 0;
        return n;
    }

private:
    std::uint64_t wakes();
    bool wait_for_wake(std::uint64_t seen);
    // Read once a picture.
    const std::optional<NumberedPicture>& read_shown();

    std::mutex mutex_;
    std::condition_variable woken_;
    std::uint64_t wakes_ = 0;  // guarded by mutex_
    std::uint64_t seek_number_ = 0;
    std::optional<media::Picture> shown_;
    std::optional<NumberedPicture> read_;
    std::uint64_t read_serial_ = 0;  // of the picture that was read
    media::Engine engine_;           // last: its threads use what is above
};

}  // namespace support
