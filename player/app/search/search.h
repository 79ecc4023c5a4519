// The search coming up, being drawn, and going again; and going through what was found. Private to
// this folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "player/app/search/search_data.h"
#include "player/ui/views.h"

namespace app {

struct AppState;

// --- of the open module ---
// Begins to read what it says. What was found in another one is put away.
void reopen_search(AppState& state);
void close_search(AppState& state);

// --- the screen ---
void open_search(AppState& state);  // with what was looked for last
void search_for(AppState& state, const std::string& words);
// Back to where one was: the film goes on if it did.
void leave_search(AppState& state);
// What is typed while the cursor is not in the field goes there all the same.
void type_into_search(AppState& state, const std::string& utf8);
std::vector<ui::Action> draw_search(AppState& state);
// Of this screen, and of any other that shows stills.
std::vector<lessons::Cell> cells_in_sight(const AppState& state);

// --- what was found, on the stage ---
void keep_found(AppState& state, const Findings& findings, std::size_t at);
// Where the word is said, or, when they are heard in turn, to the passage.
void go_to_found(AppState& state, std::size_t at);
void step_found(AppState& state, int by);
// Hears the passages one after another; when they are heard already, stays with this answer.
void hear_in_turn(AppState& state);
bool hears_in_turn(const AppState& state);
// While passages are heard in turn, "next" and "previous" are among them, and the end of one is no
// end of an answer: nothing else plays on after the last one.
bool goes_on_in_turn(AppState& state, const lessons::Input& input);
void drop_found(AppState& state);
// Below the film, as long as there is one to be seen.
std::vector<ui::Action> draw_found_strip(AppState& state);

}  // namespace app
