// Jobs that come last, on the stage. Private to this folder.
#pragma once

#include "lessons/running_order.h"
#include "player/ui/views.h"

namespace app {

struct AppState;

// Covered as long as the settings or the lesson's cue ask for it.
void follow_job_last(AppState& state);
// The guesses were made: whom the cue showed is uncovered, also where the settings cover everybody.
void reveal_after(AppState& state, const lessons::OrderItem& item);
void keep_guesses(AppState& state, const ui::KeepGuesses& wanted);

}  // namespace app
