#include "player/app/stage/transcript.h"

#include <algorithm>
#include <chrono>

#include "catalogue/passages.h"
#include "player/app/app_state.h"
#include "player/app/stage/film_words.h"
#include "player/app/stage/shown_captions.h"

namespace app {
namespace {

// What stands over the side goes when something is called to it.
bool close_drawer(AppState& state) {
    const bool open = ui::is_drawer(state.ui_state.panel);
    if (open) state.show_panel(state.ui_state.panel);
    return open;
}

}  // namespace

std::vector<ui::TranscriptLine> transcript_lines(const std::vector<catalogue::CaptionCue>& cues,
                                                 const std::optional<catalogue::TimeRange>& within,
                                                 catalogue::SourceTime begins) {
    std::vector<ui::TranscriptLine> lines;
    for (catalogue::Passage& passage : catalogue::passages_of(cues, within)) {
        const double from_s = std::chrono::duration<double>(passage.begins - begins).count();
        lines.push_back(
            {std::move(passage.speaker), std::move(passage.text), std::max(0.0, from_s), false});
    }
    return lines;
}

std::vector<ui::TranscriptLine> with_descriptions(std::vector<ui::TranscriptLine> said,
                                                  std::vector<ui::TranscriptLine> described) {
    for (ui::TranscriptLine& line : described) {
        line.describes = true;
        const auto place = std::upper_bound(
            said.begin(), said.end(), line.from_s,
            [](double from_s, const ui::TranscriptLine& other) { return from_s < other.from_s; });
        said.insert(place, std::move(line));
    }
    return said;
}

void switch_transcript(AppState& state) {
    state.ui_state.transcript.open = close_drawer(state) || !state.ui_state.transcript.open;
    state.ui_state.transcript.typed.clear();
    state.ui_state.transcript.hit.reset();
}

void switch_questions(AppState& state) {
    state.ui_state.questions_open =
        close_drawer(state) || !state.ui_state.questions_open || state.ui_state.transcript.open;
    state.ui_state.transcript.open = false;
}

ui::TranscriptView transcript_of_answer(AppState& state, const media::EngineStatus& at) {
    using State = ui::TranscriptView::State;
    ui::TranscriptView view;
    const catalogue::Answer* answer = state.sitting->answer();
    if (answer == nullptr) {
        view.state = State::NoAnswer;
        return view;
    }
    const auto files = caption_files(*answer, state.settings.preferences.captions);
    if (files.empty()) {
        view.state = State::NoCaptions;
        return view;
    }
    const std::vector<catalogue::CaptionCue> cues = cues_as_shown(state, files.front());
    if (!state.captions->looked_at(files.front())) {
        view.state = State::Reading;
        return view;
    }
    const bool known = at.cue == state.sitting->walk.cue().number && at.range.length().count() > 0;
    const catalogue::SourceTime begins = known          ? at.range.in
                                         : answer->trim ? answer->trim->in
                                                        : catalogue::SourceTime{};
    view.lines = transcript_lines(cues, answer->trim, begins);
    if (state.settings.preferences.descriptions && answer->descriptions) {
        view.lines = with_descriptions(
            std::move(view.lines),
            transcript_lines(cues_as_shown(state, *answer->descriptions), answer->trim, begins));
    }
    view.by_machine = state.sitting->captions_are_by_machine();
    view.state = view.lines.empty() ? State::NothingSaid : State::Ready;
    return view;
}

}  // namespace app
