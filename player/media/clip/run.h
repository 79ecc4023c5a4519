// One uninterrupted stretch of decoding inside a clip: from a jump to the next one.
#pragma once

#include <atomic>

#include "player/media/clip/bounded_queue.h"
#include "player/media/film/source.h"
#include "player/media/picture.h"
#include "player/media/sound/sound_queue.h"

namespace media {

// Where a run begins.
struct RunStart {
    SourceTime target{};
    // Not zero: begin with the picture that comes so many before the one that starts exactly at
    // `target`.
    int pictures_before = 0;
    // The key picture on the way to `target` is wanted, too, as soon as it is there.
    bool glimpse = false;
};

// What the decoding threads fill and the engine empties. Shared, because a jump makes a new run
// while decoders and speaker still hold the old one: what is late ends in an object that nobody
// looks at, and needs no comparing.
struct Run {
    Run(RunStart where, std::int64_t first_sample) : start(where), sound(first_sample) {}

    // Frees all who wait for room in it.
    void abandon() {
        pictures.close();
        glimpses.close();
        sound.close();
    }

    const RunStart start;
    // Eight 1080p pictures are 25 MB; three of any size keep motion going, so that is what
    // waits.
    static constexpr std::size_t most_pictures = 8;
    static constexpr std::size_t most_pictures_in_waiting = 3;
    BoundedQueue<Picture> pictures{
        {.max_bytes = 32u << 20, .min_items = 3, .max_items = most_pictures}};
    SoundQueue sound;
    BoundedQueue<Picture> glimpses{{.max_bytes = 0, .min_items = 1, .max_items = 1}};
    // Its clip only waits for its turn.
    std::atomic<bool> in_waiting = false;
    // The moment that is due, told by the engine, so that a decoder that falls behind can leave
    // pictures out.
    std::atomic<SourceTime> due{SourceTime::min()};
};

}  // namespace media
