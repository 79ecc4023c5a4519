// The words on the film: captions in one or two languages, and descriptions.
#include <chrono>

#include "player/app/app_state.h"
#include "player/app/stage/film_words.h"
#include "player/app/stage/shown_captions.h"

namespace app {
namespace {

// Cues come by their stamps, not with the next picture: a film may have one picture in a second.
void find_cues(AppState& state, const std::filesystem::path& file, const media::EngineStatus& at,
               std::vector<std::string>& shown) {
    const std::vector<catalogue::CaptionCue>& cues = state.captions->of(file);
    for (const catalogue::CaptionCue* cue : catalogue::cues_at(cues, at.position)) {
        shown.push_back(caption_words(as_shown(state, *cue), state.settings.preferences.captions));
    }
    if (at.phase != media::Phase::Playing || at.stalled) {
        return;
    }
    if (const auto change = catalogue::next_change_of_cues(cues, at.position)) {
        // A room that reads may need the words for longer: the film stands before they go.
        const bool stands = state.room.silent && *change - at.position > stands_before_words_go;
        const auto ahead = stands ? stands_before_words_go : catalogue::SourceDuration::zero();
        const std::chrono::duration<double, std::micro> left{
            static_cast<double>((*change - ahead - at.position).count()) /
            state.sitting->transport.rate};
        const WallTime due = state.now + std::chrono::ceil<WallTime::duration>(left);
        state.captions_due = state.captions_due ? std::min(*state.captions_due, due) : due;
    }
}

}  // namespace

int caption_languages(const AppState& state) {
    const catalogue::Answer* answer = state.sitting ? state.sitting->answer() : nullptr;
    return answer == nullptr
               ? 0
               : static_cast<int>(
                     caption_files(*answer, state.settings.preferences.captions).size());
}

bool descriptions_there(const AppState& state) {
    const catalogue::Answer* answer = state.sitting ? state.sitting->answer() : nullptr;
    return answer != nullptr && answer->descriptions.has_value();
}

catalogue::CaptionCue as_shown(const AppState& state, const catalogue::CaptionCue& cue) {
    const auto person = static_cast<std::size_t>(state.sitting->walk.cue().cell.person);
    catalogue::CaptionCue shown = cue;
    shown.text =
        catalogue::shown_caption(cue, state.sitting->whole.people[person], state.sitting->veil);
    return shown;
}

std::vector<catalogue::CaptionCue> cues_as_shown(AppState& state,
                                                 const std::filesystem::path& file) {
    std::vector<catalogue::CaptionCue> cues = state.captions->of(file);
    for (catalogue::CaptionCue& cue : cues)
        cue = as_shown(state, cue);
    return cues;
}

void find_captions(AppState& state, const media::EngineStatus& at) {
    state.captions_shown.clear();
    state.descriptions_shown.clear();
    state.captions_due.reset();
    // In the room's window the film stays while the teacher is elsewhere.
    if (!state.picture || !state.sitting || (!state.film_up() && !state.room.state.open())) {
        return;
    }
    const catalogue::Answer* answer = state.sitting->answer();
    if (answer == nullptr || at.cue != state.sitting->walk.cue().number ||
        at.phase == media::Phase::Opening) {
        return;
    }
    if (state.settings.preferences.captions.shown || state.room.silent) {
        for (const auto& file : caption_files(*answer, state.settings.preferences.captions)) {
            find_cues(state, file, at, state.captions_shown);
        }
    }
    if (state.settings.preferences.descriptions && answer->descriptions) {
        find_cues(state, *answer->descriptions, at, state.descriptions_shown);
    }
}

WordsOnFilm words_on_film(const AppState& state) {
    return {state.captions_shown, state.descriptions_shown, caption_languages(state)};
}

}  // namespace app
