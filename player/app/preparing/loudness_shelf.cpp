#include "player/app/preparing/loudness_shelf.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;

// So many are measured again at most when the program ends by a power cut.
constexpr int kept_after = 16;

}  // namespace

fs::path loudness_file(const fs::path& root) {
    return cache_folder() / "loudness" / (name_for_module(root) + ".txt");
}

LoudnessShelf::LoudnessShelf(fs::path root, std::optional<fs::path> notes_file,
                             const AnswerGrid& answers, std::function<void()> wake, Measure measure)
    : root_(std::move(root)),
      notes_file_(std::move(notes_file)),
      wake_(std::move(wake)),
      measure_(std::move(measure)) {
    for (const std::optional<catalogue::Answer>& answer : answers.answers) {
        if (answer) {
            answers_.push_back(stretch_of(*answer));
        }
    }
    std::ranges::sort(answers_);
}

LoudnessShelf::~LoudnessShelf() {
    const std::lock_guard lock(noted_.mutex);
    keep();
}

void LoudnessShelf::measure(const catalogue::Answer& answer, const std::stop_token& stop) {
    const Stretch stretch = stretch_of(answer);
    if (answer.loudness_lufs || was_told(stretch)) {
        return;
    }
    const media::ClipOrder clip{{root_, answer.film}, answer.trim};
    const std::optional<media::FilmStamp> stamp = media::stamp_of(clip.film, stop);
    if (!stamp) {
        return;
    }
    if (const auto loudness = noted(stretch, *stamp)) {
        tell(stretch, *loudness);
        return;
    }
    const catalogue::Result<media::Loudness> measured = measure_(clip, stop);
    // A film that is being written is measured when it stays as it is.
    if (!measured || media::stamp_of(clip.film, stop) != stamp) {
        return;
    }
    tell(stretch, *measured);
    add_note(stretch, {*stamp, *measured});
}

bool LoudnessShelf::take_news() {
    KnownLoudness news;
    {
        const std::lock_guard lock(shared_.mutex);
        news.swap(shared_.news);
    }
    const bool any = !news.empty();
    known_.merge(news);
    return any;
}

bool LoudnessShelf::was_told(const Stretch& stretch) {
    const std::lock_guard lock(shared_.mutex);
    return shared_.told.contains(stretch);
}

// What was measured of it when the film was as it is now.
std::optional<media::Loudness> LoudnessShelf::noted(const Stretch& stretch,
                                                    const media::FilmStamp& stamp) {
    const std::lock_guard lock(noted_.mutex);
    if (!noted_.notes) {
        noted_.notes = read_notes();
    }
    const auto found = noted_.notes->find(stretch);
    return found != noted_.notes->end() && found->second.stamp == stamp
               ? std::optional{found->second.loudness}
               : std::nullopt;
}

void LoudnessShelf::add_note(const Stretch& stretch, const LoudnessNote& note) {
    const std::lock_guard lock(noted_.mutex);
    noted_.notes->insert_or_assign(stretch, note);
    if (++noted_.not_kept >= kept_after) {
        keep();
    }
}

LoudnessNotes LoudnessShelf::read_notes() const {
    std::error_code error;
    if (!notes_file_ || fs::file_size(*notes_file_, error) > most_note_bytes || error) {
        return {};
    }
    const auto text = load_document(*notes_file_);
    if (!text || !*text) {
        return {};
    }
    LoudnessNotes notes = read_loudness_notes(**text);
    std::erase_if(notes, [this](const LoudnessNotes::value_type& note) {
        return !std::ranges::binary_search(answers_, note.first);
    });
    return notes;
}

void LoudnessShelf::tell(const Stretch& stretch, const media::Loudness& loudness) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.told.insert(stretch);
        shared_.news.emplace(stretch, loudness);
    }
    wake_();
}

// With the lock held: two who wrote at once would each leave out what the other found out.
void LoudnessShelf::keep() {
    if (!notes_file_ || noted_.not_kept == 0) {
        return;
    }
    // Others who have the same module open share the file: what they found out since stays.
    noted_.notes->merge(read_notes());
    // A cache that cannot be written costs nobody anything but measuring again the next time.
    if (save_document(*notes_file_, to_text(*noted_.notes))) {
        noted_.not_kept = 0;
    }
}

}  // namespace app
