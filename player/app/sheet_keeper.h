// Keeps sheets of paper among the user's documents, in a thread of its own: that folder may be on
// a share, and a share may not answer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "player/app/sheet_file.h"

namespace app {

// Main thread only. Nothing waits but the destructor, for at most `closing`: what a folder has not
// taken by then is left behind. No sheet is ever there in part.
class SheetKeeper {
public:
    struct Order {
        std::string what;                      // in a sentence: "handout"
        std::vector<SheetDocument> documents;  // of one sheet; the first is the one that is shown
        bool is_shown = false;                 // once it is kept
    };
    struct News {
        std::string sentence;
        std::filesystem::path to_show;  // empty: nothing
    };

    // @param wake  called in the other thread when there is news
    explicit SheetKeeper(std::function<void()> wake);
    ~SheetKeeper();
    SheetKeeper(const SheetKeeper&) = delete;
    SheetKeeper& operator=(const SheetKeeper&) = delete;

    static constexpr std::chrono::milliseconds closing{2000};

    void keep(Order order);
    // Since the last call.
    std::vector<News> take_news();

private:
    void keep_all(const std::stop_token& stop);
    void tell(News news);

    const std::function<void()> wake_;

    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::deque<Order> orders;  // guarded by mutex; the first one is at work until it is kept
        std::vector<News> news;    // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
