// The notebook: what one pupil, or a pair, kept and wrote. Plain data in, what the user asked for
// out, as with the other screens (views.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "catalogue/notebook.h"
#include "player/ui/sheet_view.h"
#include "player/ui/text_field.h"
#include "player/ui/views.h"
#include "player/ui/wall_view.h"

namespace ui {

// Something to write on. Its id is known before anything is written, so that the caret stays where
// it is when it becomes a note.
struct NoteView {
    std::string id;
    std::string text;
};

// A clip that was kept, or a thought beside one.
struct PinView {
    NoteView thought;
    catalogue::NoteKind kind = catalogue::NoteKind::Pin;
    std::string who;
    std::string question;  // its label
    std::size_t theme = 0;
    std::string moment;  // "0:14 to 0:22", "from 0:14"; empty: the whole answer
    std::string quoted;
    std::string absence;  // why it cannot be played; empty when it can
    bool on_board = false;
    ImageId image = 0;  // of exactly NotebookDrawn::picture_px; 0: none yet

    bool playable() const { return absence.empty(); }
};

enum class NotebookPage { Pins, Reflections, Guesses, Questions, Board };

struct NotebookView {
    std::string module_title;
    std::string initials;
    std::vector<PinView> pins;
    std::string variety;  // "From 3 people, on 4 questions"
    // Of these usually one: more when two notebooks were brought together.
    std::vector<NoteView> noticed;
    std::vector<NoteView> touches;
    std::vector<NoteView> next;
    // The last of each is there to be written on.
    std::vector<NoteView> guesses;
    std::vector<NoteView> surprises;
    std::vector<NoteView> questions;
    std::size_t people_on_board = 0;
    bool asks_about_oneself = false;
    std::vector<NoteView> alike;  // again usually one
    std::vector<NoteView> apart;
    std::vector<NoteView> myself;
    std::string status;                   // what is amiss with keeping it; empty: nothing is
    std::vector<std::string> copies;      // of it, that can be brought together with it
    std::vector<std::string> take_along;  // places a copy can be put, as people call them
    std::optional<SheetView> sheet;       // for a talk, while it is open
    std::optional<std::string> toast;
    bool black = false;
};

// What only the notebook's screens remember.
struct NotebookState {
    Writing writing;
    NotebookPage page = NotebookPage::Reflections;
    std::string removing;     // a note that somebody wants to take away, and is asked
    bool clearing = false;    // the same of the whole notebook
    bool sheet_open = false;  // for a talk, instead of everything else
    float pins_px = 0;        // how long what scrolls was in the last frame
    float page_px = 0;
    float sheet_px = 0;
};

struct WriteNote {
    std::string id;
    catalogue::NoteKind kind = catalogue::NoteKind::Thought;
    std::string text;
    bool full = false;  // not all that came found room
};
struct RemoveNote {
    std::string id;
};
struct PlayPin {
    std::string id;
};
struct LayOnBoard {
    std::string id;
    bool on = true;
};
// A line of the sheet for a talk.
struct LeaveOut {
    std::string id;
    bool out = true;
};
struct SetInitials {
    std::string initials;
};
struct BringTogether {};
struct TakeAlong {
    std::size_t where = 0;  // of NotebookView::take_along
};
struct ClearNotebook {};
using NotebookAsk = std::variant<WriteNote, RemoveNote, PlayPin, LayOnBoard, LeaveOut, SetInitials,
                                 BringTogether, TakeAlong, ClearNotebook>;

struct NotebookDrawn {
    std::vector<Action> asked;
    std::vector<NotebookAsk> notes;
    std::vector<std::size_t> in_sight;  // pins
    SizePx picture_px;                  // of a pin's still
};

// Draws into the current ImGui frame, over the whole display.
NotebookDrawn notebook_screen(const NotebookView& view, const catalogue::KeyTable& keys,
                              UiState& ui, NotebookState& state);

// Beside the film on the stage, while the panel is Thought: the thought on what plays.
struct ThoughtView {
    std::string who;
    std::string question;
    PinView pin;        // kind Thought: the clip is not kept yet
    std::string marks;  // "Kept: 0:14 to 0:22"; empty: nothing is
};
struct ThoughtDrawn {
    std::vector<Action> asked;
    std::vector<NotebookAsk> notes;
};
// Takes its room from `film`.
ThoughtDrawn thought_panel(const ThoughtView& view, const catalogue::KeyTable& keys, UiState& ui,
                           NotebookState& state, FilmPlace& film);

}  // namespace ui
