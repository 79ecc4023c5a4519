// The sound card: pulls samples from a tap on SDL's audio thread.
#pragma once

#include <memory>

#include "catalogue/problem.h"
#include "player/media/engine.h"

namespace screen {

// Main thread only. The tap must outlive the speaker. A device that does not answer any more is
// closed by a thread of its own: nobody waits for it.
class Speaker {
public:
    // Fails when there is no device: the caller plays on without sound and says so.
    static catalogue::Result<Speaker> open(media::SoundTap& tap);
    ~Speaker();
    Speaker(Speaker&&) noexcept;
    Speaker& operator=(Speaker&&) = delete;

    // False once the device was unplugged; the caller opens a new one.
    bool alive() const;
    // When it last pulled: a device may neither play nor go away.
    media::WallTime last_pull() const;

private:
    struct Impl;
    explicit Speaker(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// Whether a device is still being closed that does not answer: SDL's sound cannot be ended then.
bool device_left_behind();

}  // namespace screen
