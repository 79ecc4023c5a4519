#include "player/app/loudness_shelf.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "player/app/folders.h"
#include "player/app/storage.h"

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
    keep();
}

void LoudnessShelf::measure(const catalogue::Answer& answer, const std::stop_token& stop) {
    const Stretch stretch = stretch_of(answer);
    if (answer.loudness_lufs || told_.contains(stretch)) {
        return;
    }
    if (!notes_) {
        read_notes();
    }
    const media::ClipOrder clip{{root_, answer.film}, answer.trim};
    const std::optional<media::FilmStamp> stamp = media::stamp_of(clip.film, stop);
    if (!stamp) {
        return;
    }
    if (const auto noted = notes_->find(stretch);
        noted != notes_->end() && noted->second.stamp == *stamp) {
        tell(stretch, noted->second.loudness);
        return;
    }
    const catalogue::Result<media::Loudness> measured = measure_(clip, stop);
    // A film that is being written is measured when it stays as it is.
    if (!measured || media::stamp_of(clip.film, stop) != stamp) {
        return;
    }
    notes_->insert_or_assign(stretch, LoudnessNote{*stamp, *measured});
    tell(stretch, *measured);
    if (++not_kept_ >= kept_after) {
        keep();
    }
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

void LoudnessShelf::read_notes() {
    notes_.emplace();
    std::error_code error;
    if (!notes_file_ || fs::file_size(*notes_file_, error) > most_note_bytes || error) {
        return;
    }
    if (const auto text = load_document(*notes_file_); text && *text) {
        notes_ = read_loudness_notes(**text);
        std::erase_if(*notes_, [this](const LoudnessNotes::value_type& note) {
            return !std::ranges::binary_search(answers_, note.first);
        });
    }
}

void LoudnessShelf::tell(const Stretch& stretch, const media::Loudness& loudness) {
    told_.emplace(stretch, loudness);
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.news.emplace(stretch, loudness);
    }
    wake_();
}

void LoudnessShelf::keep() {
    if (!notes_file_ || not_kept_ == 0) {
        return;
    }
    // Others who have the same module open share the file: what they found out since stays.
    LoudnessNotes ours = std::move(*notes_);
    read_notes();
    notes_->merge(ours);
    for (auto& [stretch, note] : ours) {
        notes_->insert_or_assign(stretch, note);
    }
    // A cache that cannot be written costs nobody anything but measuring again the next time.
    if (save_document(*notes_file_, to_text(*notes_))) {
        not_kept_ = 0;
    }
}

}  // namespace app
