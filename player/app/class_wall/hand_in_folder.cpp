#include "player/app/class_wall/hand_in_folder.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "catalogue/inside_file.h"
#include "catalogue/words.h"
#include "player/app/storage/disk.h"
#include "player/media/film/disk_hand.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

constexpr int look_into_all_every = 10;

class RealHandIns final : public HandInSource {
public:
    int list(const fs::path& folder, std::vector<std::string>& names) override {
        return real_disk().list(folder, names);
    }
    std::optional<std::string> stamp(const fs::path& folder, const std::string& name) override {
        std::error_code failed;
        const auto size = fs::file_size(folder / name, failed);
        if (failed) return std::nullopt;
        const auto written = fs::last_write_time(folder / name, failed);
        if (failed) return std::nullopt;
        return fmt::format("{} {}", size, written.time_since_epoch().count());
    }
    std::optional<std::string> read(const fs::path& folder, const std::string& name) override {
        const auto file = catalogue::open_inside(folder, name);
        if (!file) return std::nullopt;
        auto text = catalogue::read_whole(*file, catalogue::most_hand_in_bytes);
        return text ? std::optional{*std::move(text)} : std::nullopt;
    }
};

// What is amiss. While the folder is gone nothing in it can be mended: that is all there is to say.
std::vector<std::string> sentences_of(const HandInCollection& collection,
                                      const std::string& folder) {
    if (const auto words = folder_words(folder, collection.error())) return {*words};
    std::vector<std::string> sentences;
    if (auto words = unreadable_words(collection.unreadable())) {
        sentences.push_back(*std::move(words));
    }
    if (collection.more()) {
        sentences.emplace_back(
            _("More lies in this folder than can be shown: choose one for this class only."));
    }
    return sentences;
}

}  // namespace

// Asks the disk one thing after another, and tells since when it asks.
class FolderHand {
public:
    FolderHand(const std::stop_token& stop, std::function<void(bool)> tell_asking,
               std::function<void()> wake)
        : stop_(stop), tell_asking_(std::move(tell_asking)), wake_(std::move(wake)) {}

    template <class Work>
    auto ask(Work work) {
        tell_asking_(true);
        auto answer = hand_.ask(std::move(work), stop_, wake_);
        tell_asking_(false);
        return answer;
    }

private:
    media::DiskHand hand_;
    const std::stop_token& stop_;
    const std::function<void(bool)> tell_asking_;
    const std::function<void()> wake_;
};

std::shared_ptr<HandInSource> real_hand_ins() {
    return std::make_shared<RealHandIns>();
}

HandInFolder::HandInFolder(fs::path folder, std::function<void()> wake, HandInPace pace,
                           std::shared_ptr<HandInSource> source)
    : folder_(std::move(folder)),
      wake_(std::move(wake)),
      pace_(pace),
      source_(std::move(source)),
      thread_([this](const std::stop_token& stop) { look_after(stop); }) {}

void HandInFolder::set_watched(bool watched) {
    {
        const std::lock_guard lock(shared_.mutex);
        if (std::exchange(shared_.watched, watched) == watched) return;
        shared_.look_due = watched;
    }
    shared_.changed.notify_all();
}

std::optional<HandInFolder::News> HandInFolder::take_news() {
    const std::lock_guard lock(shared_.mutex);
    return std::exchange(shared_.news, std::nullopt);
}

std::optional<std::string> HandInFolder::status(Time now) const {
    const std::lock_guard lock(shared_.mutex);
    if (!shared_.asks_since || now - *shared_.asks_since < pace_.no_answer_after) {
        return std::nullopt;
    }
    return no_answer_words(folder_.string());
}

std::optional<HandInFolder::Time> HandInFolder::next_change(Time now) const {
    const std::lock_guard lock(shared_.mutex);
    if (!shared_.asks_since || now - *shared_.asks_since >= pace_.no_answer_after) {
        return std::nullopt;
    }
    return *shared_.asks_since + pace_.no_answer_after;
}

void HandInFolder::asks_since(std::optional<Time> time) {
    bool ends_a_silence = false;
    {
        const std::lock_guard lock(shared_.mutex);
        ends_a_silence =
            !time && shared_.asks_since &&
            std::chrono::steady_clock::now() - *shared_.asks_since >= pace_.no_answer_after;
        shared_.asks_since = time;
    }
    if (ends_a_silence) wake_();
}

std::optional<FolderLook> HandInFolder::look(FolderHand& hand, AllSeen& seen) {
    struct Listed {
        int error = 0;
        std::vector<std::string> names;
    };
    auto listed = hand.ask([source = source_, folder = folder_] {
        Listed found;
        found.error = source->list(folder, found.names);
        return found;
    });
    if (!listed) return std::nullopt;
    FolderLook look;
    look.error = listed->error;
    if (look.error != 0) return look;
    look.more = keep_hand_in_names(listed->names);
    AllSeen all;
    for (std::string& name : listed->names) {
        auto now = hand.ask([source = source_, folder = folder_, name, before = seen[name]] {
            Seen found{source->stamp(folder, name), before.text};
            const bool as_it_was = found.stamp && found.stamp == before.stamp && before.text;
            if (!as_it_was) found.text = source->read(folder, name);
            return found;
        });
        if (!now) return std::nullopt;
        look.files.push_back({name, now->text});
        all.emplace(std::move(name), *std::move(now));
    }
    seen = std::move(all);
    return look;
}

void HandInFolder::look_after(const std::stop_token& stop) {
    FolderHand hand(
        stop,
        [this](bool asks) {
            asks_since(asks ? std::optional{std::chrono::steady_clock::now()} : std::nullopt);
        },
        wake_);
    HandInCollection collection(pace_.patience);
    AllSeen seen;
    for (int looks = 0;; ++looks) {
        // A disk whose times are coarse does not tell everything.
        if (looks % look_into_all_every == 0) seen.clear();
        {
            std::unique_lock lock(shared_.mutex);
            if (!shared_.changed.wait(lock, stop, [this] { return shared_.watched; })) return;
            shared_.look_due = false;
        }
        const std::optional<FolderLook> looked = look(hand, seen);
        if (!looked) return;  // left behind
        if (collection.take(*looked, std::chrono::steady_clock::now())) {
            News news;
            news.looked = collection.looked();
            news.hand_ins = collection.hand_ins();
            news.sentences = sentences_of(collection, folder_.string());
            {
                const std::lock_guard lock(shared_.mutex);
                shared_.news = std::move(news);
            }
            wake_();
        }
        std::unique_lock lock(shared_.mutex);
        shared_.changed.wait_for(lock, stop, pace_.look_every,
                                 [this] { return shared_.look_due || !shared_.watched; });
        if (stop.stop_requested()) return;
    }
}

}  // namespace app
