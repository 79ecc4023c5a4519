// The folder as the class wall has it, with its thread and a disk that does what it likes.
#include "player/app/class_wall/hand_in_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "player/app/storage/storage.h"
#include "tests/app/bell.h"
#include "tests/app/made_up_hand_in.h"
#include "tests/support/scratch_folder.h"

using namespace app;
using namespace std::chrono_literals;
using made_up::hand_in;

namespace {

constexpr auto patience = 20s;
constexpr HandInPace quick{1ms, 50ms, 0ms};

// A folder that a test fills, takes away and holds up.
class TestSource final : public HandInSource {
public:
    void put(const std::string& name, const std::string& text) {
        const std::lock_guard lock(mutex_);
        files_[name] = text;
    }
    void fail_with(int error) {
        const std::lock_guard lock(mutex_);
        error_ = error;
    }
    void hold(bool held) {
        {
            const std::lock_guard lock(mutex_);
            held_ = held;
        }
        changed_.notify_all();
    }
    void wait_for_looks(unsigned more) {
        std::unique_lock lock(mutex_);
        const unsigned until = looks_ + more;
        REQUIRE(changed_.wait_for(lock, patience, [&] { return looks_ >= until; }));
    }

    int list(const std::filesystem::path&, std::vector<std::string>& names) override {
        std::unique_lock lock(mutex_);
        ++looks_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !held_; });
        names.clear();
        for (const auto& [name, text] : files_)
            names.push_back(name);
        return error_;
    }
    std::optional<std::string> stamp(const std::filesystem::path&,
                                     const std::string& name) override {
        const std::lock_guard lock(mutex_);
        return std::to_string(std::hash<std::string>{}(files_.at(name)));
    }
    unsigned reads() {
        const std::lock_guard lock(mutex_);
        return reads_;
    }
    std::optional<std::string> read(const std::filesystem::path&,
                                    const std::string& name) override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !held_; });
        ++reads_;
        return files_.at(name);
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, std::string> files_;
    int error_ = 0;
    bool held_ = false;
    unsigned looks_ = 0;
    unsigned reads_ = 0;
};

struct Desk {
    std::shared_ptr<TestSource> source = std::make_shared<TestSource>();
    std::shared_ptr<made_up::Bell> bell = std::make_shared<made_up::Bell>();
    std::unique_ptr<HandInFolder> folder;
    HandInFolder::News news;

    void open(HandInPace pace = quick) {
        folder = std::make_unique<HandInFolder>(
            "/share/7b", [bell = bell] { bell->ring(); }, pace, source);
    }
    template <class IsSo>
    void wait_until(const IsSo& is_so) {
        REQUIRE(bell->wait([&] {
            if (auto more = folder->take_news()) news = *std::move(more);
            return is_so();
        }));
    }
};

}  // namespace

TEST_CASE("what comes into the folder comes to the wall by itself") {
    Desk desk;
    desk.open();
    desk.wait_until([&] { return desk.news.looked; });
    CHECK(desk.news.hand_ins.empty());
    CHECK(desk.news.sentences.empty());
    const auto one = hand_in('a', "one");
    desk.source->put("a.handin", to_text(one));
    desk.wait_until([&] { return desk.news.hand_ins.size() == 1; });
    CHECK(desk.news.hand_ins[0] == one);
    desk.source->put("b.handin", to_text(hand_in('b', "two")));
    desk.wait_until([&] { return desk.news.hand_ins.size() == 2; });
}

TEST_CASE("what stays as it is is hardly read again, what was handed in anew is") {
    Desk desk;
    desk.source->put("a.handin", to_text(hand_in('a', "one")));
    desk.open();
    desk.wait_until([&] { return desk.news.hand_ins.size() == 1; });
    const unsigned before = desk.source->reads();
    desk.source->wait_for_looks(30);
    CHECK(desk.source->reads() - before <= 4);
    CHECK(desk.source->reads() > before);  // a disk may not tell that a file was written
    desk.source->put("a.handin", to_text(hand_in('a', "another")));
    desk.wait_until([&] { return desk.news.hand_ins[0] == hand_in('a', "another"); });
}

TEST_CASE("a folder that is gone is one sentence, and what was collected stays") {
    Desk desk;
    desk.source->put("a.handin", to_text(hand_in('a', "one")));
    desk.source->put("half.handin", "format: 1");
    desk.open();
    const auto says = [&](const char* word) {
        return desk.news.sentences.size() == 1 &&
               desk.news.sentences[0].find(word) != std::string::npos;
    };
    desk.wait_until([&] { return desk.news.hand_ins.size() == 1 && says("half.handin"); });
    desk.source->fail_with(ENOENT);
    desk.wait_until([&] { return says("/share/7b"); });
    CHECK(desk.news.hand_ins.size() == 1);
    desk.source->fail_with(0);
    desk.wait_until([&] { return says("half.handin"); });
}

TEST_CASE("a folder that does not answer is a sentence in time, and holds nobody up") {
    Desk desk;
    desk.source->hold(true);
    desk.open();
    desk.source->wait_for_looks(1);
    // The bell after 200 ms says when to look again.
    std::optional<HandInFolder::Time> next;
    desk.wait_until([&] {
        const auto now = HandInFolder::Time::clock::now();
        next = desk.folder->next_change(now);
        return next || desk.folder->status(now);
    });
    const auto later = HandInFolder::Time::clock::now() + 50ms;
    REQUIRE(desk.folder->status(later));
    CHECK(desk.folder->status(later)->find("/share/7b") != std::string::npos);
    CHECK_FALSE(desk.folder->next_change(later));
    CHECK_FALSE(desk.folder->take_news());

    const auto began = HandInFolder::Time::clock::now();
    desk.folder.reset();  // while the disk hangs
    CHECK(HandInFolder::Time::clock::now() - began < 5s);
    desk.source->hold(false);
}

TEST_CASE("a folder that answers again is no longer complained of") {
    Desk desk;
    desk.source->hold(true);
    desk.open({1h, 50ms, 0ms});
    desk.source->wait_for_looks(1);
    CHECK(desk.folder->status(HandInFolder::Time::clock::now() + 1s));
    desk.source->hold(false);
    desk.wait_until([&] { return desk.news.looked; });
    CHECK_FALSE(desk.folder->status(HandInFolder::Time::clock::now() + 2h));
}

TEST_CASE("the usual pace has a silent folder named within three seconds") {
    const HandInPace usual;
    CHECK(usual.look_every + usual.no_answer_after < 3s);
    CHECK(usual.look_every >= 1s);
}

TEST_CASE("a folder that nobody watched is looked at at once when somebody does") {
    Desk desk;
    desk.open({1h, 1h, 0ms});
    desk.wait_until([&] { return desk.news.looked; });
    desk.folder->set_watched(false);
    desk.source->put("a.handin", to_text(hand_in('a', "one")));
    desk.folder->set_watched(true);
    desk.wait_until([&] { return desk.news.hand_ins.size() == 1; });
}

TEST_CASE("from a real folder only plain files come, and nothing in it is changed") {
    const support::ScratchFolder scratch;
    const auto one = hand_in('a', "one");
    REQUIRE(save_document(scratch.path() / "aaaaaaaaaaaaaaaa.handin", to_text(one)));
    std::ofstream(scratch.path() / "half.handin") << to_text(one).substr(0, 40);
    std::ofstream(scratch.path() / "empty.handin");
    std::ofstream(scratch.path() / "large.handin")
        << std::string(catalogue::most_hand_in_bytes + 1, 'x');
    std::filesystem::create_directory(scratch.path() / "folder.handin");
    std::filesystem::create_symlink("/etc/passwd", scratch.path() / "link.handin");
    REQUIRE(::mkfifo((scratch.path() / "pipe.handin").c_str(), 0600) == 0);
    made_up::Bell bell;
    HandInFolder folder(
        scratch.path(), [&] { bell.ring(); }, quick);
    HandInFolder::News news;
    REQUIRE(bell.wait([&] {
        if (auto more = folder.take_news()) news = *std::move(more);
        return !news.sentences.empty();
    }));
    CHECK(news.hand_ins == std::vector{one});
    CHECK(news.sentences.size() == 1);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(scratch.path()))
        ++files;
    CHECK(files == 7);
}

TEST_CASE("a real folder that is not there is named") {
    const support::ScratchFolder scratch;
    made_up::Bell bell;
    HandInFolder folder(
        scratch.path() / "gone", [&] { bell.ring(); }, quick);
    std::optional<HandInFolder::News> news;
    REQUIRE(bell.wait([&] {
        if (!news) news = folder.take_news();
        return news.has_value();
    }));
    REQUIRE(news->sentences.size() == 1);
    CHECK(news->sentences[0].find("gone") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scratch.path() / "gone"));
}
