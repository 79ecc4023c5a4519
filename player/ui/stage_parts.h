// The parts of the stage, one function and one file each. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "player/ui/rect.h"
#include "player/ui/stage_layout.h"
#include "player/ui/views.h"

namespace ui {

using Actions = std::vector<Action>;

// In front of the class: what is asked, and who answers.
void draw_header(const Rect& place, bool compact, const StageView& view);
// @param beside_drawer  what a drawer has of a job that comes last needs no buttons here
void draw_person_row(const Rect& place, bool compact, bool beside_drawer, const StageView& view,
                     Actions& asked);
void draw_absent(const Rect& place, const StageView& view, Actions& asked);

// The two axes of the grid.
void draw_faces(const Rect& place, bool compact, const StageView& view, StageDrawn& drawn);
void draw_questions(const Rect& place, const StageView& view, StageDrawn& drawn);
// In place of the questions, while a room looks on.
void draw_room_panel(const Rect& place, const RoomPanelView& room, Actions& asked);

// What is said, beside the film.
void draw_transcript(const Rect& place, const StageView& view, UiState& state, Actions& asked);

void draw_transport(const Rect& place, float position_px, const StageView& view,
                    const UiState& state, Actions& asked);
void draw_ways(const Rect& place, bool compact, const StageView& view, UiState& state,
               Actions& asked);

// Of the right side, for a panel that stands beside the film, or beside whatever screen there is;
// 0: it does neither.
float drawer_px(Panel panel, float display_px);

// Panels; `display` is the whole window.
void draw_information(const Rect& place, const StageView& view, UiState& state, Actions& asked);
void draw_guesses(const Rect& place, const StageView& view, UiState& state, Actions& asked);
void draw_problems(const Rect& display, const StageView& view, UiState& state);
void draw_help(const Rect& display, const catalogue::KeyTable& keys, UiState& state);
void draw_go_to(const Rect& display, const StageView& view, UiState& state, Actions& asked);
void draw_seed(const Rect& display, const StageView& view, UiState& state, Actions& asked);
// What has no room in the bar of the ways; closes itself when all of it has.
void draw_more(const Rect& display, const StageLayout& layout, const StageView& view,
               UiState& state, Actions& asked);
void draw_veil(const Rect& display);  // what a panel covers is not to be used
// Returns where its lower edge is.
float draw_toast(const Rect& place, const std::string& words);
// With as much of a path in it as one line has room for.
std::string in_one_line(Type type, const std::string& words, float width);
// Where there is little room: within a row of a screen, in smaller letters.
void draw_toast_in_row(const Rect& row, const std::string& words);

// In place of a job that is covered, with the key: "The job comes last (U)"
std::string job_comes_last();

// What an absent answer is called in lists: "no answer", "withheld".
std::string absence_words(catalogue::CellState state);

// One thing that "go to" finds.
struct Destination {
    std::string words;
    std::string detail;
    Action action;
    bool person = false;     // a face goes with it
    std::size_t number = 0;  // of the person, or of the theme
};
// People and questions whose words begin with the typed ones, and, when both were typed, the cells
// where they cross. Everything when nothing is typed.
std::vector<Destination> destinations(const StageView& view, const std::string& typed);

}  // namespace ui
