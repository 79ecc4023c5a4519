// Searching: a field, and below it who and what was found, and the passages in which somebody says
// it. Plain data in, what the user asked for out, as with the other screens (views.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/search_index.h"
#include "player/ui/views.h"
#include "player/ui/wall_view.h"

namespace ui {

struct MarkedText {
    std::string text;  // one line
    std::vector<catalogue::Stretch> marks;
};

// A person or a question.
struct SearchName {
    bool person = false;
    MarkedText name;
    MarkedText rest;
    ImageId image = 0;  // of a person
    float image_aspect = 16.0F / 9;
    std::size_t theme = 0;  // of a question
};

struct SearchPassage {
    std::string who;
    std::string question;  // its label
    std::size_t theme = 0;
    MarkedText said;
    std::string time;   // where in the answer: "0:14"
    ImageId image = 0;  // of exactly SearchDrawn::picture_px; 0: none yet
};

struct SearchView {
    std::vector<SearchName> names;  // people, then questions
    std::vector<SearchPassage> passages;
    std::string summary;   // "14 passages, from 9 people"
    std::string more;      // what is not listed: "The first 200 are listed: type more letters."
    std::string progress;  // "Still reading captions: 7 of 20 people"; empty when all were read
    // Instead of a list: why there is none, what to do, and words to look for instead.
    std::string nothing;
    std::string hint;
    std::vector<std::string> instead;
    std::optional<std::string> toast;
};

// What only the search remembers.
struct SearchState {
    std::string typed;
    std::size_t chosen = 0;   // of names and passages together
    bool opened = true;       // it has just come up: take the keyboard
    bool moved = false;       // `chosen` was moved by somebody
    bool goes_on = false;     // what is typed next goes behind what is there, not over it
    bool cursor_due = false;  // the view's own: the field is getting the keyboard
};

struct SearchDrawn {
    std::vector<Action> asked;
    std::optional<std::size_t> taken;   // of names and passages together
    bool entered = false;               // Enter in the field, whether there was a row or not
    std::vector<std::size_t> in_sight;  // passages
    SizePx picture_px;                  // of a passage's still
};

// Draws into the current ImGui frame, over the whole display.
SearchDrawn search_screen(const SearchView& view, const catalogue::KeyTable& keys, UiState& ui,
                          SearchState& state);

// On the stage, at the film's lower edge, while what was found is kept: which of the passages this
// is, and to the others.
struct FoundStripView {
    std::string words;  // that were looked for
    std::size_t at = 0;
    std::size_t of = 0;
    bool in_turn = false;  // they are heard one after another
    bool here = true;      // false: the class has gone somewhere else
};
// Takes its room from `film`.
std::vector<Action> found_strip(const FoundStripView& view, const catalogue::KeyTable& keys,
                                FilmPlace& film);

}  // namespace ui
