// Makes the words of a module findable in the background, and finds what is typed there, too: the
// main thread waits neither for a disk nor for a list of ten thousand answers.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "player/app/search/finder.h"

namespace app {

// Owned by the main thread; one thread that reads captions and one that finds.
class SearchDesk {
public:
    // What can be found by now.
    struct Progress {
        std::size_t read = 0;                       // people whose captions were read
        std::size_t of = 0;                         // people who have any
        std::optional<catalogue::Problem> problem;  // nothing can be found on this machine
    };

    // @param root        the module's folder
    // @param searchable  what is in it
    // @param wake        called on another thread when there is news
    SearchDesk(std::filesystem::path root, Searchable searchable, lessons::Seed seed,
               std::function<void()> wake);

    // Asks for what is found by these words, from now on: it is found again as more is read. The
    // latest words count.
    void ask(const std::string& typed);
    // Looks for words worth looking for, once all captions are read.
    void ask_for_telling_words();
    // While the film itself is waited for nothing more is read.
    void give_way(bool gives_way);

    // True when there are other findings or words, or there is other progress, than at the last
    // call.
    bool take_news();
    // The latest; `typed` says of which words. Nothing before the first ones are there.
    const std::shared_ptr<const Findings>& findings() const { return findings_; }
    const Progress& progress() const { return progress_; }
    // Each as what is found by it; nothing before they are known.
    using Words = std::vector<std::shared_ptr<const Findings>>;
    const std::shared_ptr<const Words>& telling_words() const { return telling_words_; }

private:
    struct Arrived {
        std::vector<std::pair<lessons::Cell, std::vector<catalogue::Passage>>> answers;
    };
    void read_all(const std::stop_token& stop);
    void find_all(const std::stop_token& stop);
    void publish_words(const Finder& finder, std::unique_lock<std::mutex>& lock);
    void publish(const Finder& finder, std::size_t read, std::unique_lock<std::mutex>& lock);

    const std::filesystem::path root_;
    const Searchable searchable_;
    const lessons::Seed seed_;
    const std::function<void()> wake_;

    // The main thread's:
    std::shared_ptr<const Findings> findings_;
    std::shared_ptr<const Words> telling_words_;
    Progress progress_;

    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::optional<std::string> typed;          // guarded by mutex
        bool asked = false;                        // and not found yet; guarded by mutex
        bool wants_words = false;                  // and has not got them; guarded by mutex
        bool gives_way = false;                    // guarded by mutex
        std::deque<Arrived> arrived;               // read, and not findable yet; guarded by mutex
        std::shared_ptr<const Findings> findings;  // guarded by mutex
        std::shared_ptr<const Words> words;        // guarded by mutex
        Progress progress;                         // guarded by mutex
        bool news = false;                         // guarded by mutex
    } shared_;

    std::jthread finder_thread_;  // last members: started last, joined first
    std::jthread reader_thread_;
};

}  // namespace app
