// Decoded sound on its way to the speaker, every sample with its number in the film.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

#include "player/media/engine.h"

namespace media {

// A ring of stereo samples at sound_rate_hz without gaps. Any thread; locks for itself, never for
// longer than it takes to copy some milliseconds of sound. One writer, which waits when it is full
// until a quarter is free; the speaker reads and never waits.
class SoundQueue {
public:
    // @param first  number of the first sample that will be written
    explicit SoundQueue(std::int64_t first, std::size_t capacity_frames = sound_rate_hz);

    // Waits until all is taken in. False when closed or stopped: the rest is not wanted.
    bool write(std::span<const float> stereo, const std::stop_token& stop);
    // The writer has no more.
    void finish();
    // Nobody wants it any more: frees a waiting writer. What is in it can still be read.
    void close();

    struct Taken {
        std::int64_t first = 0;  // number of the first sample that was taken
        std::size_t frames = 0;  // fewer than asked for when there are no more yet
    };
    Taken read(std::span<float> stereo);

    // Throws away what comes before `sample`, also what is not written yet.
    void skip_to(std::int64_t sample);

    std::int64_t next_to_read() const;
    std::int64_t next_to_write() const;
    std::size_t buffered_frames() const;
    bool full() const;
    bool finished() const;
    bool drained() const;  // finished, and all was read

private:
    std::size_t room() const;  // these two under the lock
    std::size_t worth_waking() const;

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable_any room_;
    std::vector<float> ring_;   // guarded by mutex_, as all below
    std::int64_t read_ = 0;     // number of the next sample to read
    std::int64_t written_ = 0;  // number of the next sample to write; below read_ after a skip
    bool finished_ = false;
    bool closed_ = false;
};

}  // namespace media
