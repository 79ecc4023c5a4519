// What is said in an answer, for reading beside the film: its lines, and the side that they lie on.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/captions.h"
#include "player/media/engine.h"
#include "player/ui/transcript_view.h"

namespace app {

struct AppState;

// Lines from the captions of a film, of what lies in this answer.
//
// @param within  the stretch of film; nothing: all of it
// @param begins  where the clip begins in the film's time: lines are timed from there
std::vector<ui::TranscriptLine> transcript_lines(const std::vector<catalogue::CaptionCue>& cues,
                                                 const std::optional<catalogue::TimeRange>& within,
                                                 catalogue::SourceTime begins);

// What is described, between what is said, by their times.
std::vector<ui::TranscriptLine> with_descriptions(std::vector<ui::TranscriptLine> said,
                                                  std::vector<ui::TranscriptLine> described);

// The transcript takes the place of the questions, and gives it back.
void switch_transcript(AppState& state);
void switch_questions(AppState& state);
ui::TranscriptView transcript_of_answer(AppState& state, const media::EngineStatus& at);

}  // namespace app
