#include "player/app/search/search_desk.h"

#include <map>
#include <utility>

#include "catalogue/job_veil.h"
#include "player/app/stage/caption_shelf.h"

namespace app {

SearchDesk::SearchDesk(std::filesystem::path root, Searchable searchable, lessons::Seed seed,
                       std::function<void()> wake)
    : root_(std::move(root)),
      searchable_(std::move(searchable)),
      seed_(seed),
      wake_(std::move(wake)),
      progress_{0, searchable_.speakers.size(), {}} {
    shared_.progress = progress_;
    finder_thread_ = std::jthread([this](const std::stop_token& stop) { find_all(stop); });
    reader_thread_ = std::jthread([this](const std::stop_token& stop) { read_all(stop); });
}

void SearchDesk::ask(const std::string& typed) {
    {
        const std::lock_guard lock(shared_.mutex);
        if (shared_.typed == typed) return;
        shared_.typed = typed;
        shared_.asked = true;
    }
    shared_.changed.notify_all();
}

void SearchDesk::ask_for_telling_words() {
    {
        const std::lock_guard lock(shared_.mutex);
        if (shared_.wants_words || shared_.words) return;
        shared_.wants_words = true;
    }
    shared_.changed.notify_all();
}

void SearchDesk::give_way(bool gives_way) {
    {
        const std::lock_guard lock(shared_.mutex);
        if (shared_.gives_way == gives_way) return;
        shared_.gives_way = gives_way;
    }
    shared_.changed.notify_all();
}

bool SearchDesk::take_news() {
    const std::lock_guard lock(shared_.mutex);
    findings_ = shared_.findings;
    telling_words_ = shared_.words;
    progress_ = shared_.progress;
    return std::exchange(shared_.news, false);
}

// Little work, and somebody may be typing: it only gives way to a film that is waited for.
void SearchDesk::read_all(const std::stop_token& stop) {
    for (const Searchable::Speaker& speaker : searchable_.speakers) {
        Arrived arrived;
        std::map<std::filesystem::path, std::vector<catalogue::CaptionCue>> files;  // read
        for (const Searchable::Answer& answer : speaker.answers) {
            {
                std::unique_lock lock(shared_.mutex);
                shared_.changed.wait(lock, stop, [this] { return !shared_.gives_way; });
            }
            if (stop.stop_requested()) return;
            auto found = files.find(answer.captions);
            if (found == files.end()) {
                auto cues = wait_for_captions(root_, answer.captions, stop);
                if (!cues) return;
                for (catalogue::CaptionCue& cue : *cues) {
                    if (speaker.covered) {
                        cue.text = catalogue::covered_caption(cue, *speaker.covered);
                    }
                }
                found = files.emplace(answer.captions, std::move(*cues)).first;
            }
            arrived.answers.emplace_back(lessons::Cell{speaker.person, answer.question},
                                         catalogue::passages_of(found->second, answer.trim));
        }
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.arrived.push_back(std::move(arrived));
        }
        shared_.changed.notify_all();
    }
}

// Who types is served first.
void SearchDesk::find_all(const std::stop_token& stop) {
    catalogue::Result<Finder> opened = Finder::open(seed_);
    std::unique_lock lock(shared_.mutex);
    if (!opened) {
        shared_.progress.problem = opened.error();
        shared_.news = true;
        lock.unlock();
        wake_();
        return;
    }
    lock.unlock();
    Finder finder = *std::move(opened);
    finder.add_names(searchable_);
    lock.lock();
    std::size_t read = 0;
    const auto words_due = [&] {
        return shared_.wants_words && read == searchable_.speakers.size();
    };
    const auto has_work = [&] { return shared_.asked || !shared_.arrived.empty() || words_due(); };
    while (shared_.changed.wait(lock, stop, has_work) && !stop.stop_requested()) {
        if (shared_.asked) {
            publish(finder, read, lock);
            continue;
        }
        if (words_due()) {
            publish_words(finder, lock);
            continue;
        }
        const Arrived arrived = std::move(shared_.arrived.front());
        shared_.arrived.pop_front();
        lock.unlock();
        for (const auto& [cell, passages] : arrived.answers) {
            if (stop.stop_requested()) return;
            finder.add(cell, passages);
        }
        lock.lock();
        ++read;
        if (shared_.typed && !shared_.typed->empty()) {
            shared_.asked = true;  // there may be more of it now
            continue;
        }
        shared_.progress.read = read;
        shared_.news = true;
        lock.unlock();
        wake_();
        lock.lock();
    }
}

void SearchDesk::publish_words(const Finder& finder, std::unique_lock<std::mutex>& lock) {
    constexpr std::size_t most_words = 12;
    shared_.wants_words = false;
    lock.unlock();
    auto words = std::make_shared<Words>();
    for (Findings& found : finder.telling_words(most_words))
        words->push_back(std::make_shared<const Findings>(std::move(found)));
    lock.lock();
    shared_.words = std::move(words);
    shared_.news = true;
    lock.unlock();
    wake_();
    lock.lock();
}

// What is found and how much it was found in are news together: whoever sees that all is read sees
// what was found in all of it.
void SearchDesk::publish(const Finder& finder, std::size_t read,
                         std::unique_lock<std::mutex>& lock) {
    shared_.asked = false;
    const std::string typed = *shared_.typed;
    lock.unlock();
    auto findings = std::make_shared<const Findings>(finder.find(typed));
    lock.lock();
    shared_.findings = std::move(findings);
    shared_.progress.read = read;
    shared_.news = true;
    lock.unlock();
    wake_();
    lock.lock();
}

}  // namespace app
