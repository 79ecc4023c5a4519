// Work on disks that may not answer, one thing after another, with news of each for the main
// thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "player/media/film/disk_hand.h"

namespace app {

// Main thread only. Nothing waits but the destructor, for at most `closing`: what the disk has not
// taken by then is left behind.
template <class News>
class Errands {
public:
    static constexpr std::chrono::milliseconds closing{2000};

    // @param wake  called in the other thread when there is news
    explicit Errands(std::function<void()> wake)
        : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { run(stop); }) {}
    ~Errands() {
        std::unique_lock lock(shared_.mutex);
        shared_.changed.wait_for(lock, closing, [this] { return shared_.errands.empty(); });
    }
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    // @param work   owns all that it touches: it may outlive whoever asked
    // @param waits  the news while the disk lets one wait for it
    void ask(std::function<News()> work, std::optional<News> waits = std::nullopt) {
        prepare([work = std::move(work)] { return work; }, std::move(waits));
    }
    // The same for work that takes a while to be made ready, in the other thread: that is not
    // waiting for a disk.
    // @param make  makes it; the destructor waits until it is done
    void prepare(std::function<std::function<News()>()> make,
                 std::optional<News> waits = std::nullopt) {
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.errands.push_back({std::move(make), std::move(waits)});
        }
        shared_.changed.notify_all();
    }

    // Since the last call.
    std::vector<News> take_news() {
        const std::lock_guard lock(shared_.mutex);
        return std::exchange(shared_.news, {});
    }

private:
    struct Errand {
        std::function<std::function<News()>()> make;
        std::optional<News> waits;
    };

    void tell(News news) {
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.news.push_back(std::move(news));
        }
        wake_();
    }

    void run(const std::stop_token& stop) {
        media::DiskHand hand;
        for (;;) {
            Errand errand;
            {
                std::unique_lock lock(shared_.mutex);
                const auto is_asked = [this] { return !shared_.errands.empty(); };
                if (!shared_.changed.wait(lock, stop, is_asked)) return;
                errand = shared_.errands.front();
            }
            std::optional<News> news = hand.ask(errand.make(), stop, [&] {
                if (errand.waits) tell(*std::move(errand.waits));
            });
            if (!news) return;  // left behind
            tell(*std::move(news));
            {
                const std::lock_guard lock(shared_.mutex);
                shared_.errands.pop_front();
            }
            shared_.changed.notify_all();
        }
    }

    const std::function<void()> wake_;

    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::deque<Errand> errands;  // guarded by mutex; the first one is under way
        std::vector<News> news;      // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
