// Measures how loud the answers of a module are, once for each, and keeps that in a file of the
// cache.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

#include "catalogue/module.h"
#include "player/app/preparing/answer_loudness.h"
#include "player/app/preparing/loudness_notes.h"
#include "player/app/preparing/preparation.h"

namespace app {

// Where what was measured of the module in `root` is kept, below the cache folder.
std::filesystem::path loudness_file(const std::filesystem::path& root);

class LoudnessShelf {
public:
    using Measure =
        std::function<catalogue::Result<media::Loudness>(const media::ClipOrder&, std::stop_token)>;

    // @param notes_file  what was measured the last time, and where this time's is kept; nothing:
    //                    all is measured anew, and nothing kept
    // @param answers     of the module: what the file says of others is dropped
    // @param wake        called on a worker's thread when there is news
    // @param measure     media::measure_loudness; another for tests
    LoudnessShelf(std::filesystem::path root, std::optional<std::filesystem::path> notes_file,
                  const AnswerGrid& answers, std::function<void()> wake, Measure measure);
    // Keeps what was measured since the last time. Writes a file; after the last measure().
    ~LoudnessShelf();
    LoudnessShelf(const LoudnessShelf&) = delete;
    LoudnessShelf& operator=(const LoudnessShelf&) = delete;

    // Workers' threads: an AnswerWork. What the module itself says is not measured; a film or
    // stretch that has changed is measured again. An answer that cannot be measured stays unknown:
    // playing it says what is wrong.
    void measure(const catalogue::Answer& answer, const std::stop_token& stop);

    // Main thread.
    bool take_news();  // true when more is known
    const KnownLoudness& known() const { return known_; }

private:
    bool was_told(const Stretch& stretch);
    std::optional<media::Loudness> noted(const Stretch& stretch, const media::FilmStamp& stamp);
    void add_note(const Stretch& stretch, const LoudnessNote& note);
    void tell(const Stretch& stretch, const media::Loudness& loudness);
    LoudnessNotes read_notes() const;
    void keep();

    const std::filesystem::path root_;
    const std::optional<std::filesystem::path> notes_file_;
    const std::function<void()> wake_;
    const Measure measure_;

    KnownLoudness known_;  // the main thread's

    std::vector<Stretch> answers_;  // sorted; never changes after construction

    struct Noted {  // everything two workers touch; locked also while the file is written
        std::mutex mutex;
        std::optional<LoudnessNotes> notes;  // once they were read; guarded by mutex
        int not_kept = 0;                    // notes; guarded by mutex
    } noted_;

    struct Shared {  // everything a worker and the main thread touch
        std::mutex mutex;
        std::set<Stretch> told;  // guarded by mutex
        KnownLoudness news;      // guarded by mutex
    } shared_;
};

}  // namespace app
