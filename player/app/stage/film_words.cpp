// The words on the film: captions in one or two languages, and descriptions.
#include <chrono>

#include "player/app/app_state.h"
#include "player/app/stage/shown_captions.h"

namespace app {

int AppState::caption_languages() const {
    const catalogue::Answer* answer = sitting ? sitting->answer() : nullptr;
    return answer == nullptr
               ? 0
               : static_cast<int>(caption_files(*answer, settings.preferences.captions).size());
}

bool AppState::descriptions_there() const {
    const catalogue::Answer* answer = sitting ? sitting->answer() : nullptr;
    return answer != nullptr && answer->descriptions.has_value();
}

// While the job comes last its name is not in any words beside the film.
catalogue::CaptionCue AppState::as_shown(const catalogue::CaptionCue& cue) const {
    const auto person = static_cast<std::size_t>(sitting->walk.cue().cell.person);
    catalogue::CaptionCue shown = cue;
    shown.text = catalogue::shown_caption(cue, sitting->whole.people[person], sitting->veil);
    return shown;
}

std::vector<catalogue::CaptionCue> AppState::cues_as_shown(const std::filesystem::path& file) {
    std::vector<catalogue::CaptionCue> cues = captions->of(file);
    for (catalogue::CaptionCue& cue : cues)
        cue = as_shown(cue);
    return cues;
}

// Cues come by their stamps, not with the next picture: a film may have one picture in a second.
void AppState::find_cues(const std::filesystem::path& file, const media::EngineStatus& at,
                         std::vector<std::string>& shown) {
    const std::vector<catalogue::CaptionCue>& cues = captions->of(file);
    for (const catalogue::CaptionCue* cue : catalogue::cues_at(cues, at.position)) {
        shown.push_back(caption_words(as_shown(*cue), settings.preferences.captions));
    }
    if (at.phase != media::Phase::Playing || at.stalled) {
        return;
    }
    if (const auto change = catalogue::next_change_of_cues(cues, at.position)) {
        // A room that reads may need the words for longer: the film stands before they go.
        const bool stands = room.silent && *change - at.position > stands_before_words_go;
        const auto ahead = stands ? stands_before_words_go : catalogue::SourceDuration::zero();
        const std::chrono::duration<double, std::micro> left{
            static_cast<double>((*change - ahead - at.position).count()) / sitting->transport.rate};
        const WallTime due = now + std::chrono::ceil<WallTime::duration>(left);
        captions_due = captions_due ? std::min(*captions_due, due) : due;
    }
}

void AppState::find_captions(const media::EngineStatus& at) {
    captions_shown.clear();
    descriptions_shown.clear();
    captions_due.reset();
    // In the room's window the film stays while the teacher is elsewhere.
    if (!picture || !sitting || (!film_up() && !room.state.open())) {
        return;
    }
    const catalogue::Answer* answer = sitting->answer();
    if (answer == nullptr || at.cue != sitting->walk.cue().number ||
        at.phase == media::Phase::Opening) {
        return;
    }
    if (settings.preferences.captions.shown || room.silent) {
        for (const auto& file : caption_files(*answer, settings.preferences.captions)) {
            find_cues(file, at, captions_shown);
        }
    }
    if (settings.preferences.descriptions && answer->descriptions) {
        find_cues(*answer->descriptions, at, descriptions_shown);
    }
}

WordsOnFilm AppState::words_on_film() const {
    return {captions_shown, descriptions_shown, caption_languages()};
}

}  // namespace app
