#include "player/media/making/heard_and_seen.h"

namespace media {

using namespace std::chrono_literals;

HeardAndSeen::HeardAndSeen(const ClipOrder& clip)
    : session_(clip, std::nullopt, {}, [this] { wake(); }) {
    session_.set_in_waiting(true);  // there is no hurry: fewer pictures are kept
    session_.set_watched(true);
}

std::optional<Picture> HeardAndSeen::next_picture(const std::stop_token& stop) {
    Run& run = *session_.run();
    std::unique_lock lock(mutex_);
    for (;;) {
        news_ = false;
        lock.unlock();
        if (auto picture = run.pictures.try_pop()) return picture;
        if (run.pictures.finished() || session_.problem()) return run.pictures.try_pop();
        lock.lock();
        if (!woken_.wait(lock, stop, [this] { return news_; })) return std::nullopt;
    }
}

std::optional<std::variant<Picture, HeardAndSeen::Sound>> HeardAndSeen::next(
    const std::stop_token& stop) {
    Run& run = *session_.run();
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        news_ = false;
        lock.unlock();
        const bool over = session_.complete() || session_.problem();
        if (auto picture = run.pictures.try_pop()) return *std::move(picture);
        Sound sound(sound_rate_hz / 5);
        if (const std::size_t frames = run.sound.read(sound).frames; frames > 0) {
            sound.resize(2 * frames);
            return sound;
        }
        if (over) return std::nullopt;
        lock.lock();
        // Long silence is one piece of sound, which tells only when all of it was taken in.
        woken_.wait_for(lock, stop, 20ms, [this] { return news_; });
    }
    return std::nullopt;
}

bool HeardAndSeen::has_sound() const {
    const std::optional<ClipInfo> info = session_.info();
    return info && info->has_sound;
}

void HeardAndSeen::wake() {
    {
        const std::lock_guard lock(mutex_);
        news_ = true;
    }
    woken_.notify_all();
}

}  // namespace media
