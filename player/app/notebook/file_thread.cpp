#include <algorithm>
#include <utility>

#include "player/app/notebook/names.h"
#include "player/app/notebook/threads.h"
#include "player/media/film/disk_hand.h"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::sys_seconds now_in_the_world() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

class FileThread {
public:
    FileThread(NotebookShared& shared, const NotebookPlace& place, const NotebookPace& pace,
               const std::shared_ptr<Disk>& disk, const std::stop_token& stop)
        : shared_(shared),
          pace_(pace),
          stop_(stop),
          writer_(std::make_shared<Writer>(disk, place)) {}

    void run() {
        std::unique_lock lock(shared_.mutex);
        for (bool go_on = true; go_on && !stop_.stop_requested();) {
            wait_for_work(lock);
            if (stop_.stop_requested()) return;
            const bool last_time = shared_.closing;
            if (has_work()) go_on = work(lock);
            if (last_time && (shared_.folder_error != 0 || !has_work())) return;
        }
    }

private:
    struct Writer {  // also a hand's that is left behind
        std::shared_ptr<Disk> disk;
        NotebookWriter files;

        Writer(std::shared_ptr<Disk> on, const NotebookPlace& place)
            : disk(std::move(on)),
              files(place.folder, place.name,
                    place.chosen == NotebookPlace::Folder::IsThere
                        ? NotebookWriter::Missing::IsAnError
                        : NotebookWriter::Missing::IsMade,
                    new_writer_id(), *disk) {}
    };

    // What the hand brings back.
    struct Done {
        int error = 0;
        std::vector<std::string> copies;
        bool is_copy = false;
    };

    // Takes the lock off meanwhile. Nothing when it was left behind.
    template <class Work>
    std::optional<Done> ask(std::unique_lock<std::mutex>& lock, Work work) {
        shared_.folder_busy_since = Clock::now();
        lock.unlock();
        auto done = hand_.ask(
            [writer = writer_, work = std::move(work)]() mutable {
                Done what;
                what.error = work(writer->files);
                if (what.error == 0) what.error = writer->files.find_copies(what.copies);
                what.is_copy = writer->files.writes_copy();
                return what;
            },
            stop_, shared_.wake);
        lock.lock();
        if (!done) return done;
        shared_.folder_busy_since.reset();
        shared_.folder_error = done->error;
        if (done->error == 0) {
            shared_.copies = done->copies;
            next_ = {};
        } else {
            next_ = Clock::now() + pace_.try_again;
        }
        shared_.is_copy = done->is_copy;
        return done;
    }

    bool has_work() const {
        if (shared_.erase) return !shared_.folder_erased;
        if (!opened_) return true;
        if (shared_.awaits_main) return false;
        return shared_.bring_together || shared_.saved != shared_.generation;
    }

    // When it is to be done; nothing: at once.
    std::optional<NotebookTime> due() const {
        std::optional<NotebookTime> at;
        if (next_ != NotebookTime{}) at = next_;
        const bool waits = opened_ && !shared_.erase && !shared_.bring_together && !shared_.flush;
        if (waits && shared_.unsaved_since) {
            const NotebookTime pause = *shared_.unsaved_since + pace_.save_after;
            at = at ? std::max(*at, pause) : pause;
        }
        return at;
    }

    void wait_for_work(std::unique_lock<std::mutex>& lock) {
        const auto is_due = [this] {
            if (shared_.closing) return true;
            const auto at = due();
            return has_work() && (!at || Clock::now() >= *at);
        };
        while (!is_due() && !stop_.stop_requested()) {
            const auto at = has_work() ? due() : std::nullopt;
            const auto must_look = [&] {
                return is_due() || (has_work() ? due() : std::nullopt) != at;
            };
            if (at) {
                shared_.changed.wait_until(lock, stop_, *at, must_look);
            } else {
                shared_.changed.wait(lock, stop_, [&] { return must_look() || has_work(); });
            }
        }
    }

    bool work(std::unique_lock<std::mutex>& lock) {
        const bool done = shared_.erase            ? erase(lock)
                          : !opened_               ? open(lock)
                          : shared_.bring_together ? bring_together(lock)
                                                   : save(lock);
        lock.unlock();
        shared_.changed.notify_all();
        shared_.wake();
        lock.lock();
        return done;
    }

    bool open(std::unique_lock<std::mutex>& lock) {
        auto opened = std::make_shared<NotebookWriter::Opened>();
        const auto done = ask(lock, [opened](NotebookWriter& files) {
            return files.open(*opened, now_in_the_world());
        });
        if (!done) return false;
        if (done->error != 0) return true;
        opened_ = true;
        shared_.was_damaged = opened->was_damaged;
        shared_.has_version = opened->notebook.has_value();
        shared_.is_foreign = opened->is_foreign;
        NotebookShared::Found found{std::move(*opened), std::nullopt};
        if (found.opened.notebook && !found.opened.was_damaged) {
            found.text = catalogue::to_text(*found.opened.notebook);
        }
        shared_.found = std::move(found);
        shared_.awaits_main = true;
        return true;
    }

    bool save(std::unique_lock<std::mutex>& lock) {
        const std::uint64_t generation = shared_.generation;
        const catalogue::Notebook wanted = shared_.wanted;
        auto text = std::make_shared<std::string>();
        const NotebookTime began = Clock::now();
        const auto done = ask(lock, [text, wanted](NotebookWriter& files) {
            *text = catalogue::to_text(wanted);
            return files.save(*text, now_in_the_world());
        });
        if (!done) return false;
        if (done->error != 0) return true;
        shared_.saved = generation;
        shared_.unsaved_since.reset();
        if (shared_.generation != generation) {
            shared_.unsaved_since = began;
        } else {
            shared_.flush = false;
        }
        // Of a copy the journal does not tell: it is merged with the notebook itself.
        if (!done->is_copy && shared_.base != *text) {
            shared_.base = *text;
            ++shared_.base_number;
        }
        return true;
    }

    bool bring_together(std::unique_lock<std::mutex>& lock) {
        auto both = std::make_shared<NotebookShared::Together>();
        both->ours = shared_.wanted;
        const auto done = ask(lock, [both](NotebookWriter& files) {
            return files.bring_together(both->ours, both->together, now_in_the_world());
        });
        if (!done) return false;
        if (done->error != 0) return true;
        shared_.bring_together = false;
        if (!done->is_copy) both->text = catalogue::to_text(both->together);
        shared_.together = std::move(*both);
        shared_.awaits_main = true;
        return true;
    }

    bool erase(std::unique_lock<std::mutex>& lock) {
        const auto done = ask(lock, [](NotebookWriter& files) { return files.erase(); });
        if (!done) return false;
        shared_.folder_erased = done->error == 0;
        return true;
    }

    NotebookShared& shared_;
    const NotebookPace& pace_;
    const std::stop_token& stop_;
    const std::shared_ptr<Writer> writer_;
    media::DiskHand hand_;
    bool opened_ = false;
    NotebookTime next_{};  // not before; zero: at once
};

}  // namespace

void keep_notebook_file(NotebookShared& shared, const NotebookPlace& place,
                        const NotebookPace& pace, const std::shared_ptr<Disk>& disk,
                        const std::stop_token& stop) {
    FileThread(shared, place, pace, disk, stop).run();
    {
        const std::lock_guard lock(shared.mutex);
        shared.file_done = true;
    }
    shared.changed.notify_all();
}

}  // namespace app
