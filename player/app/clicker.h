// What the two buttons of a clicker do: next and previous, whatever is on the screen. Private to
// this folder.
#pragma once

namespace app {

struct AppState;

// The lesson's next step; without a lesson, the way's next clip. On the start screen it goes on
// where the class was, and among the plans it starts the chosen one: whoever stands in front of the
// class gets everywhere with one button.
void go_on(AppState& state);
void go_back(AppState& state);

// Goes on with the module that is open, or that was open last.
void enter_from_start(AppState& state);

}  // namespace app
