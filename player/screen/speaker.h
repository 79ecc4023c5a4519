// The sound card: pulls samples from a tap on SDL's audio thread.
#pragma once

#include <memory>

#include "catalogue/problem.h"
#include "player/media/engine.h"

namespace screen {

// Main thread only. The tap must outlive the speaker.
class Speaker {
public:
    // Fails when there is no device: the caller plays on without sound and says so.
    static catalogue::Result<Speaker> open(media::SoundTap& tap);
    ~Speaker();
    Speaker(Speaker&&) noexcept;
    Speaker& operator=(Speaker&&) noexcept;

    // False once the device was unplugged; the caller opens a new one.
    bool alive() const;

private:
    struct Impl;
    explicit Speaker(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
