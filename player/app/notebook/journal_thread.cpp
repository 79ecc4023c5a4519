#include <algorithm>
#include <utility>

#include "player/app/notebook/names.h"
#include "player/app/notebook/threads.h"
#include "player/media/film/disk_hand.h"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

// A journal that grew so far beyond its last record is begun anew.
constexpr std::size_t most_journal_bytes = 1U << 20U;
constexpr std::size_t most_records = 8;

class JournalThread {
public:
    JournalThread(NotebookShared& shared, const NotebookPlace& place, const NotebookPace& pace,
                  const std::shared_ptr<Disk>& disk, const std::stop_token& stop)
        : shared_(shared),
          pace_(pace),
          stop_(stop),
          journal_(std::make_shared<Journal>(disk, place)) {}

    void run() {
        look();
        std::unique_lock lock(shared_.mutex);
        while (!stop_.stop_requested()) {
            wait_for_work(lock);
            if (stop_.stop_requested()) return;
            if (shared_.erase) {
                if (!erase(lock)) return;
            } else if (has_work()) {
                if (!record(lock)) return;
            }
            if (shared_.closing && (shared_.journal_error != 0 || !has_work())) break;
        }
        // What is in the file by then needs no journal.
        while (!shared_.file_done && !stop_.stop_requested())
            shared_.changed.wait(lock, stop_, [this] { return shared_.file_done; });
        const bool all_saved = shared_.saved == shared_.generation && shared_.folder_error == 0;
        lock.unlock();
        if (all_saved) ask([](NotebookJournalFile& journal) { return journal.end(); });
    }

private:
    struct Journal {  // also a hand's that is left behind
        std::shared_ptr<Disk> disk;
        NotebookJournalFile file;

        Journal(std::shared_ptr<Disk> on, const NotebookPlace& place)
            : disk(std::move(on)),
              file(journal_folder(place.kept_in, place.folder, place.name), new_writer_id(),
                   *disk) {}
    };

    // Without the lock. Nothing when it was left behind.
    template <class Work>
    std::optional<int> ask(Work work) {
        return hand_.ask(
            [journal = journal_, work = std::move(work)]() mutable { return work(journal->file); },
            stop_, shared_.wake);
    }

    void look() {
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.journal_busy_since = Clock::now();
        }
        auto left = std::make_shared<std::vector<NotebookJournalFile::Left>>();
        const auto error =
            ask([left](NotebookJournalFile& journal) { return journal.find(*left); });
        if (!error) return;
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.left = std::move(*left);
            shared_.journal_error = *error;
            shared_.journal_busy_since.reset();
        }
        shared_.wake();
    }

    bool has_work() const {
        if (shared_.erase) return !shared_.journal_erased;
        return shared_.recorded != shared_.generation || base_number_ != shared_.base_number ||
               (shared_.found_is_in && !found_is_in_);
    }

    void wait_for_work(std::unique_lock<std::mutex>& lock) {
        const auto is_due = [this] {
            return shared_.closing || (has_work() && Clock::now() >= next_);
        };
        while (!is_due() && !stop_.stop_requested()) {
            const bool was_closing = shared_.closing;
            const bool was_erasing = shared_.erase;
            const auto must_look = [&] {
                return shared_.closing != was_closing || shared_.erase != was_erasing || is_due();
            };
            if (has_work()) {
                shared_.changed.wait_until(lock, stop_, next_, must_look);
            } else {
                shared_.changed.wait(lock, stop_, [&] { return must_look() || has_work(); });
            }
        }
    }

    // False when left behind. As below.
    bool record(std::unique_lock<std::mutex>& lock) {
        const std::uint64_t generation = shared_.generation;
        const std::uint64_t base_number = shared_.base_number;
        const bool found_is_in = shared_.found_is_in;
        const std::string base = shared_.base.value_or("");
        const catalogue::Notebook wanted = shared_.wanted;
        shared_.journal_busy_since = Clock::now();
        lock.unlock();

        const std::string text = catalogue::to_text(wanted);
        const bool begins = failed_ || !begun_ || base_number != base_number_ ||
                            found_is_in != found_is_in_ ||
                            bytes_ > std::max(most_journal_bytes, most_records * text.size());
        // Nothing that the file lacks, and no journal: none is needed.
        const bool needless = !begun_ && !failed_ && text == base && found_is_in == found_is_in_;
        std::optional<int> error = 0;
        if (begins && !needless) {
            error = ask([base, text, found_is_in](NotebookJournalFile& journal) {
                return journal.begin(base, text,
                                     found_is_in ? NotebookJournalFile::Found::IsInThisOne
                                                 : NotebookJournalFile::Found::IsKept);
            });
        } else if (!begins) {
            error = ask([text](NotebookJournalFile& journal) { return journal.append(text); });
        }
        lock.lock();
        if (!error) return false;
        failed_ = *error != 0;
        next_ = Clock::now() + (failed_ ? pace_.try_again : pace_.between_records);
        if (!failed_) {
            bytes_ = (begins ? 0 : bytes_) + text.size();
            begun_ = begun_ || !needless;
            base_number_ = base_number;
            found_is_in_ = found_is_in;
            shared_.recorded = std::max(shared_.recorded, generation);
        }
        tell(lock, *error);
        return true;
    }

    bool erase(std::unique_lock<std::mutex>& lock) {
        if (shared_.journal_erased) return true;
        shared_.journal_busy_since = Clock::now();
        lock.unlock();
        const auto error = ask([](NotebookJournalFile& journal) { return journal.erase(); });
        lock.lock();
        if (!error) return false;
        next_ = Clock::now() + pace_.try_again;
        begun_ = false;
        shared_.journal_erased = *error == 0;
        tell(lock, *error);
        return true;
    }

    void tell(std::unique_lock<std::mutex>& lock, int error) {
        shared_.journal_error = error;
        shared_.journal_busy_since.reset();
        lock.unlock();
        shared_.wake();
        lock.lock();
    }

    NotebookShared& shared_;
    const NotebookPace& pace_;
    const std::stop_token& stop_;
    const std::shared_ptr<Journal> journal_;
    media::DiskHand hand_;

    // What the journal holds.
    bool begun_ = false;
    bool failed_ = false;  // the last time: there may be a part of a record
    bool found_is_in_ = false;
    std::uint64_t base_number_ = 0;
    std::size_t bytes_ = 0;
    NotebookTime next_{};
};

}  // namespace

void keep_notebook_journal(NotebookShared& shared, const NotebookPlace& place,
                           const NotebookPace& pace, const std::shared_ptr<Disk>& disk,
                           const std::stop_token& stop) {
    JournalThread(shared, place, pace, disk, stop).run();
    {
        const std::lock_guard lock(shared.mutex);
        shared.journal_done = true;
    }
    shared.changed.notify_all();
}

}  // namespace app
