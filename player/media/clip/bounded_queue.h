// A queue between a thread that makes things and one that must never wait for them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace media {

struct QueueLimits {
    std::size_t max_bytes = 0;
    std::size_t min_items = 1;  // as many fit however large they are
    std::size_t max_items = 0;
};

enum class Pushed {
    Added,
    AddedToEmpty,  // the reader may be waiting to hear of it
    Refused,       // closed or stopped: the item is gone
};

// Any thread; locks for itself. The writer waits for room, the reader never waits.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(QueueLimits limits) : limits_(limits) {}

    // Makes more room, or less for what comes from now on.
    void set_most(std::size_t items) {
        {
            std::lock_guard lock(mutex_);
            limits_.max_items = items;
        }
        room_.notify_all();
    }

    // Waits until there is room, the queue is closed, or `stop` is asked for.
    Pushed push(T item, std::size_t bytes, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, stop, [&] { return closed_ || has_room(bytes); });
        if (closed_ || stop.stop_requested()) return Pushed::Refused;
        const bool was_empty = items_.empty();
        items_.push_back({std::move(item), bytes});
        bytes_ += bytes;
        return was_empty ? Pushed::AddedToEmpty : Pushed::Added;
    }

    std::optional<T> try_pop() {
        std::unique_lock lock(mutex_);
        if (items_.empty()) return std::nullopt;
        std::optional<T> item(std::move(items_.front().item));
        bytes_ -= items_.front().bytes;
        items_.pop_front();
        lock.unlock();
        room_.notify_all();
        return item;
    }

    // A copy of what try_pop() would give.
    std::optional<T> front() const {
        std::lock_guard lock(mutex_);
        if (items_.empty()) return std::nullopt;
        return items_.front().item;
    }

    // The writer has no more. What is in the queue stays.
    void finish() {
        std::lock_guard lock(mutex_);
        finished_ = true;
    }

    // Nobody wants it any more: drops everything, now and later, and frees a waiting writer.
    void close() {
        {
            std::lock_guard lock(mutex_);
            closed_ = true;
            items_.clear();
            bytes_ = 0;
        }
        room_.notify_all();
    }

    bool finished() const {
        std::lock_guard lock(mutex_);
        return finished_;
    }
    // Finished, and everything has been taken.
    bool exhausted() const {
        std::lock_guard lock(mutex_);
        return finished_ && items_.empty();
    }
    // Whether one more item like the last would have to wait.
    bool full() const {
        std::lock_guard lock(mutex_);
        return !items_.empty() && !has_room(items_.back().bytes);
    }
    std::size_t size() const {
        std::lock_guard lock(mutex_);
        return items_.size();
    }
    std::size_t bytes() const {
        std::lock_guard lock(mutex_);
        return bytes_;
    }

private:
    struct Entry {
        T item;
        std::size_t bytes;
    };

    bool has_room(std::size_t bytes) const {
        if (items_.size() < limits_.min_items) return true;
        return items_.size() < limits_.max_items && bytes_ + bytes <= limits_.max_bytes;
    }

    mutable std::mutex mutex_;
    std::condition_variable_any room_;
    QueueLimits limits_;  // guarded by mutex_, as all below
    std::deque<Entry> items_;
    std::size_t bytes_ = 0;
    bool finished_ = false;
    bool closed_ = false;
};

}  // namespace media
