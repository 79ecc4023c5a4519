// The words over a film: which there are, and which are due. Private to this folder.
#pragma once

#include <filesystem>
#include <vector>

#include "catalogue/captions.h"
#include "player/app/stage/shown_captions.h"
#include "player/media/engine.h"

namespace app {

struct AppState;

// In so many there are captions for this answer.
int caption_languages(const AppState& state);
bool descriptions_there(const AppState& state);
// While the job comes last its name is not in any words beside the film.
catalogue::CaptionCue as_shown(const AppState& state, const catalogue::CaptionCue& cue);
std::vector<catalogue::CaptionCue> cues_as_shown(AppState& state,
                                                 const std::filesystem::path& file);
void find_captions(AppState& state, const media::EngineStatus& at);
WordsOnFilm words_on_film(const AppState& state);

}  // namespace app
