// The folder into which a class hands in, looked at every other second while somebody watches. It
// may be on a share that does not answer: a thread of its own waits for that, and is left behind.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "catalogue/hand_in.h"
#include "player/app/class_wall/hand_in_collection.h"

namespace app {

// Three calls to a disk, so that a test can make each of them fail or hang. Any thread.
class HandInSource {
public:
    virtual ~HandInSource() = default;

    // The names in a folder; an errno.
    virtual int list(const std::filesystem::path& folder, std::vector<std::string>& names) = 0;
    // Another one when the file was written, as far as the disk tells; nothing when it does not.
    virtual std::optional<std::string> stamp(const std::filesystem::path& folder,
                                             const std::string& name) = 0;
    // Nothing when it cannot be read, is larger than a hand-in may be, or is no plain file.
    virtual std::optional<std::string> read(const std::filesystem::path& folder,
                                            const std::string& name) = 0;
};

std::shared_ptr<HandInSource> real_hand_ins();

class FolderHand;

struct HandInPace {
    std::chrono::milliseconds look_every{1500};
    std::chrono::milliseconds no_answer_after{1200};
    std::chrono::milliseconds patience{8000};  // with a file that is not whole
};

// Main thread only, and no function ever waits for a disk, nor does the destructor. Nothing in the
// folder is changed.
class HandInFolder {
public:
    using Time = HandInCollection::Time;

    // Begins to look.
    //
    // @param wake  called in another thread when take_news() has something new
    HandInFolder(std::filesystem::path folder, std::function<void()> wake, HandInPace pace = {},
                 std::shared_ptr<HandInSource> source = real_hand_ins());

    const std::filesystem::path& folder() const { return folder_; }

    // Nobody looks at what comes of it: rest until somebody does.
    void set_watched(bool watched);

    struct News {
        bool looked = false;  // at all
        std::vector<catalogue::HandIn> hand_ins;
        std::vector<std::string> sentences;  // what is amiss
    };
    // What is to be shown from now on; nothing when that is as it was.
    std::optional<News> take_news();

    // That the folder does not answer, in a sentence.
    std::optional<std::string> status(Time now) const;
    // When status() becomes another without a wake.
    std::optional<Time> next_change(Time now) const;

private:
    void look_after(const std::stop_token& stop);
    // What was read of a file, and its stamp just before.
    struct Seen {
        std::optional<std::string> stamp;
        std::optional<std::string> text;
    };
    using AllSeen = std::map<std::string, Seen>;
    // Reads what has another stamp than in `seen`. Nothing when it was left behind.
    std::optional<FolderLook> look(FolderHand& hand, AllSeen& seen);
    void asks_since(std::optional<Time> time);

    const std::filesystem::path folder_;
    const std::function<void()> wake_;
    const HandInPace pace_;
    const std::shared_ptr<HandInSource> source_;

    struct Shared {  // everything two threads touch
        mutable std::mutex mutex;
        std::condition_variable_any changed;
        bool watched = true;             // guarded by mutex, as all below
        bool look_due = false;           // at once
        std::optional<Time> asks_since;  // the disk, for something it has not given yet
        std::optional<News> news;
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
