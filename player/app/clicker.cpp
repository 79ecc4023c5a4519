#include "player/app/clicker.h"

#include "player/app/app_state.h"

namespace app {
namespace {

void previous_clip(AppState& state) {
    const media::EngineStatus at = state.status();
    const bool has_position = at.cue == state.sitting->walk.cue().number &&
                              at.phase != media::Phase::Opening && at.phase != media::Phase::Idle;
    state.walk_on(lessons::GoBack{has_position ? at.position - at.range.in
                                               : catalogue::SourceDuration::zero()});
}

}  // namespace

void enter_from_start(AppState& state) {
    if (state.sitting) {
        state.place = Place::Stage;
    } else {
        state.open_first_module();
    }
}

void go_on(AppState& state) {
    const bool uncovered = state.ui_state.panel == ui::Panel::None;
    if (state.lesson_under_way()) {
        state.lesson_on(lessons::GoOn{});
    } else if (state.sitting && state.place == Place::Stage) {
        state.walk_on(lessons::GoNext{});
    } else if (state.place == Place::Lesson && uncovered) {
        state.start_lesson(state.lesson_desk->state.chosen);
    } else if (state.place == Place::Start && uncovered) {
        enter_from_start(state);
    }
}

void go_back(AppState& state) {
    if (state.lesson_under_way()) {
        state.lesson_on(lessons::StepBack{});
    } else if (state.sitting && state.place == Place::Stage) {
        previous_clip(state);
    }
}

}  // namespace app
