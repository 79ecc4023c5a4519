// Reads files of a module, one after the other, in a thread of its own.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace app {

// Its functions are for the main thread, and wait for nothing.
template <class Content>
class BackgroundReader {
public:
    // In the reading thread. Returns soon when it is stopped, also while a disk does not answer;
    // nothing: there is nothing to be had.
    using Read =
        std::function<std::optional<Content>(const std::filesystem::path&, const std::stop_token&)>;

    // @param wake  called in the reading thread when something is ready
    BackgroundReader(Read read, std::function<void()> wake)
        : read_(std::move(read)),
          wake_(std::move(wake)),
          thread_([this](const std::stop_token& stop) { read_all(stop); }) {}

    // Each file once.
    void ask(const std::filesystem::path& file) {
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.wanted.push_back(file);
        }
        shared_.changed.notify_one();
    }

    using Ready = std::pair<std::filesystem::path, Content>;
    // What was read since the last call.
    std::vector<Ready> take_ready() {
        const std::lock_guard lock(shared_.mutex);
        return std::exchange(shared_.ready, {});
    }

private:
    void read_all(const std::stop_token& stop) {
        std::unique_lock lock(shared_.mutex);
        const auto is_wanted = [this] { return !shared_.wanted.empty(); };
        while (shared_.changed.wait(lock, stop, is_wanted) && !stop.stop_requested()) {
            const std::filesystem::path file = std::move(shared_.wanted.front());
            shared_.wanted.pop_front();
            lock.unlock();
            std::optional<Content> content = read_(file, stop);
            lock.lock();
            if (!content) continue;
            shared_.ready.emplace_back(file, std::move(*content));
            lock.unlock();
            wake_();
            lock.lock();
        }
    }

    const Read read_;
    const std::function<void()> wake_;

    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::deque<std::filesystem::path> wanted;  // guarded by mutex
        std::vector<Ready> ready;                  // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
