// A clip as it would be played, for what is made of it. Private to player/media.
#pragma once

#include <condition_variable>
#include <mutex>
#include <variant>
#include <vector>

#include "player/media/clip/clip_session.h"

namespace media {

// One thread at a time; has threads of its own, which inherit the priority of the one that makes
// it.
class HeardAndSeen {
public:
    explicit HeardAndSeen(const ClipOrder& clip);

    // The next picture. Nothing when there is no more, or none yet when stopped.
    std::optional<Picture> next_picture(const std::stop_token& stop);

    // Stereo samples at sound_rate_hz: those that follow the last ones.
    using Sound = std::vector<float>;
    // What comes next of either. Nothing when both are over, or when stopped.
    std::optional<std::variant<Picture, Sound>> next(const std::stop_token& stop);

    // Once it has begun.
    bool has_sound() const;
    // Why there is no more.
    std::optional<catalogue::Problem> problem() const { return session_.problem(); }

private:
    void wake();

    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool news_ = false;  // guarded by mutex_
    ClipSession session_;
};

}  // namespace media
