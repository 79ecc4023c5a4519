// Plays one clip at a time, in picture and sound. The folder's face.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "player/media/clip_means.h"
#include "player/media/clip_order.h"
#include "player/media/picture.h"

namespace media {

inline constexpr int sound_rate_hz = 48000;  // stereo, interleaved 32-bit floats

// Where the sound goes out: a speaker pulls, from whatever thread it likes.
class SoundTap {
public:
    virtual ~SoundTap() = default;
    // Fills `stereo` (2 * frames samples) and never waits; silence where there is nothing to play.
    // The first of these samples will be heard at `heard_at`: this is what the clock follows.
    virtual void pull(std::span<float> stereo, WallTime heard_at) = 0;
};

// Main thread only, but for sound().
class Engine {
public:
    // With it a module of 20 people and 30 questions at 1920x1080 stays under 400 MB, all told.
    static constexpr std::size_t usual_warm_bytes = 104u << 20;

    // `wake` is called from decoding threads when something is worth another look (a first picture
    // is ready, a clip has failed); it must only wake, and be safe from any thread.
    // @param warm_bytes  ceiling for all that waits in clips that may come next
    // @param means       looked at whenever a clip is opened
    // @param freed       called in a thread of its own when clips that are no longer wanted were
    //                    freed and no more follow; may be empty
    explicit Engine(std::function<void()> wake, std::size_t warm_bytes = usual_warm_bytes,
                    ClipMeans means = {}, std::function<void()> freed = {});
    ~Engine();

    // Tells what is wanted now. Cheap when nothing changed: call it in every frame. Never waits.
    void drive(const EngineOrder& order, WallTime now);

    // The picture due at `now`; the old one until the new one is ready; nothing before the first.
    // The same picture (same serial) again when nothing changed.
    std::optional<Picture> picture_at(WallTime now);

    // When picture_at() will next give another picture; nothing when none is due (paused, ended).
    std::optional<WallTime> next_picture_at(WallTime now) const;

    EngineStatus status(WallTime now) const;

    // Whether a clip of the order's `warm` could start at once.
    bool is_warm(const ClipOrder& clip) const;

    std::vector<Report> take_reports();

    // Whether a speaker pulls. Without one the clock follows the wall.
    void set_speaker_present(bool present);
    SoundTap& sound();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
