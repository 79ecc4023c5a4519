// Sound that a program writes into a file instead of a sound card, as it consumes it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "tests/end_to_end/screen_watcher.h"

namespace end_to_end {

// Watches the file grow, a thousand times a second, in a thread of its own.
class SoundRecording {
public:
    explicit SoundRecording(std::filesystem::path file);
    ~SoundRecording();
    SoundRecording(const SoundRecording&) = delete;
    SoundRecording& operator=(const SoundRecording&) = delete;

    const std::filesystem::path& file() const { return file_; }

    // When the program handed over the frame with this number (stereo, 32-bit floats); nothing for
    // one that it has not, or that came with a late look. Frames come in buffers: a frame counts as
    // handed over as long after its buffer as it lies behind the buffer's first one.
    std::optional<WallTime> handed_over(std::int64_t frame) const;

    // Numbers of the frames at which something loud begins after silence.
    std::vector<std::int64_t> beeps() const;

private:
    struct Growth {
        std::int64_t frames = 0;  // in the file
        WallTime before;          // the last look that saw fewer
        WallTime seen;
    };

    void watch(const std::stop_token& stop);

    std::filesystem::path file_;
    mutable std::mutex mutex_;
    std::vector<Growth> growths_;  // guarded by mutex_
    std::jthread thread_;          // last member: started last, joined first
};

}  // namespace end_to_end
