#include "player/media/sound/sound_queue.h"

#include <algorithm>

namespace media {

namespace {

// Copies `frames` stereo samples between a ring and a line, in at most two pieces.
std::size_t slot(std::int64_t sample, std::size_t capacity) {
    const auto size = static_cast<std::int64_t>(capacity);
    return static_cast<std::size_t>(((sample % size) + size) % size);
}

}  // namespace

SoundQueue::SoundQueue(std::int64_t first, std::size_t capacity_frames)
    : capacity_(capacity_frames), ring_(2 * capacity_frames), read_(first), written_(first) {}

bool SoundQueue::write(std::span<const float> stereo, const std::stop_token& stop) {
    std::size_t frames = stereo.size() / 2;
    const float* from = stereo.data();
    std::unique_lock lock(mutex_);
    while (frames > 0) {
        if (room() == 0)
            room_.wait(lock, stop, [&] { return closed_ || room() >= worth_waking(); });
        if (closed_ || stop.stop_requested()) return false;
        if (written_ < read_) {  // passed over by skip_to()
            const auto skipped =
                std::min<std::size_t>(frames, static_cast<std::size_t>(read_ - written_));
            written_ += static_cast<std::int64_t>(skipped);
            from += 2 * skipped;
            frames -= skipped;
            continue;
        }
        const std::size_t at = slot(written_, capacity_);
        const std::size_t count = std::min({frames, room(), capacity_ - at});
        std::copy_n(from, 2 * count, ring_.data() + 2 * at);
        written_ += static_cast<std::int64_t>(count);
        from += 2 * count;
        frames -= count;
    }
    return true;
}

void SoundQueue::finish() {
    std::lock_guard lock(mutex_);
    finished_ = true;
}

void SoundQueue::close() {
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }
    room_.notify_all();
}

SoundQueue::Taken SoundQueue::read(std::span<float> stereo) {
    std::unique_lock lock(mutex_);
    Taken taken{read_, 0};
    if (written_ > read_) {
        taken.frames = std::min(stereo.size() / 2, static_cast<std::size_t>(written_ - read_));
        for (std::size_t done = 0; done < taken.frames;) {
            const std::size_t at = slot(read_, capacity_);
            const std::size_t count = std::min(taken.frames - done, capacity_ - at);
            std::copy_n(ring_.data() + 2 * at, 2 * count, stereo.data() + 2 * done);
            read_ += static_cast<std::int64_t>(count);
            done += count;
        }
    }
    const bool writer_may_wait = taken.frames > 0 && room() >= worth_waking();
    lock.unlock();
    if (writer_may_wait) room_.notify_one();
    return taken;
}

void SoundQueue::skip_to(std::int64_t sample) {
    {
        std::lock_guard lock(mutex_);
        if (sample <= read_) return;
        read_ = sample;
    }
    room_.notify_one();
}

std::size_t SoundQueue::room() const {
    return written_ > read_ ? capacity_ - static_cast<std::size_t>(written_ - read_) : capacity_;
}

// The speaker takes some hundredths of a second at a time; a decoder that were woken for each of
// them would spend as much on waking as on decoding.
std::size_t SoundQueue::worth_waking() const {
    return std::max<std::size_t>(1, capacity_ / 4);
}

std::int64_t SoundQueue::next_to_read() const {
    std::lock_guard lock(mutex_);
    return read_;
}

std::int64_t SoundQueue::next_to_write() const {
    std::lock_guard lock(mutex_);
    return written_;
}

std::size_t SoundQueue::buffered_frames() const {
    std::lock_guard lock(mutex_);
    return written_ > read_ ? static_cast<std::size_t>(written_ - read_) : 0;
}

bool SoundQueue::full() const {
    return buffered_frames() == capacity_;
}

bool SoundQueue::finished() const {
    std::lock_guard lock(mutex_);
    return finished_;
}

bool SoundQueue::drained() const {
    std::lock_guard lock(mutex_);
    return finished_ && written_ <= read_;
}

}  // namespace media
