// The wall: people across, questions down, a still in every cell. Plain data in, what the user
// asked for out, as with the other screens (views.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "player/ui/views.h"

namespace ui {

struct WallPerson {
    std::string name;
    std::string job;           // may be empty
    bool job_covered = false;  // it comes last
    ImageId image = 0;
    float image_aspect = 16.0F / 9;  // width by height
};

struct WallQuestion {
    std::string label;
    std::size_t theme = 0;
    bool sensitive = false;
};

struct WallCell {
    catalogue::CellState state = catalogue::CellState::Playable;
    bool heard = false;
    bool pinned = false;      // kept in the notebook
    bool has_picture = true;  // false: it is known that there is none
    float length_s = 0;       // 0: not known
    ImageId image = 0;        // of exactly WallDrawn::picture_px; 0: none yet
};

// What is said of the cell that somebody rests on.
struct WallCard {
    lessons::Cell cell;
    std::string question;  // filled in for this person
    std::string absence;   // why there is nothing to play; empty when there is
    ImageId image = 0;     // of exactly WallDrawn::card_px
};

struct WallView {
    std::string module_title;
    std::string hint;  // of a first run, in place of the title
    std::vector<std::string> themes;
    std::vector<WallPerson> people;
    std::vector<WallQuestion> questions;
    std::vector<WallCell> cells;  // people by questions, one person after another
    lessons::Cell here;           // where the class is
    std::optional<WallCard> card;
    std::size_t stills_looked_for = 0;  // of the answers, how many were looked at
    std::size_t answers = 0;
    std::optional<std::string> toast;
    bool black = false;

    const WallCell& cell(lessons::Cell at) const {
        return cells[static_cast<std::size_t>(at.person) * questions.size() +
                     static_cast<std::size_t>(at.question)];
    }
};

struct WallOffset {
    float x = 0;  // pixels that the content is moved left by
    float y = 0;  // and up

    bool operator==(const WallOffset&) const = default;
};

// What only the wall remembers.
struct WallState {
    lessons::Cell at;            // where the keyboard is
    bool as_list = false;        // rows of words instead of the grid
    bool opened = true;          // it has just come up: bring `at` into sight, take the keyboard
    bool take_keyboard = false;  // whatever had it

    // The view's own.
    WallOffset shown;  // of the grid, on its way to `wanted`
    WallOffset wanted;
    WallOffset list_shown;
    WallOffset list_wanted;
    bool dragging = false;
    WallOffset drag_from;
    std::optional<WallOffset> pointer;    // where it was
    bool by_pointer = false;              // it moved later than the keyboard
    bool touched = false;                 // somebody has moved since it came up
    std::optional<lessons::Cell> rested;  // where the pointer or the keyboard is
    float rested_s = 0;                   // and for how long
};

struct SizePx {
    int width = 0;
    int height = 0;

    bool operator==(const SizePx&) const = default;
};

struct WallDrawn {
    std::vector<Action> asked;
    // What one press would choose, once somebody has rested on it for a moment.
    std::optional<lessons::Cell> resting_on;
    std::vector<lessons::Cell> in_sight;  // of the grid; a row above and below included
    SizePx picture_px;                    // of a cell's still
    SizePx card_px;                       // of the large one
    bool moving = false;                  // scrolls by itself: draw again at once
    bool waiting = false;                 // the card comes soon: draw again in a little while
};

// Chooses cells by lessons::ChooseCell. Draws into the current ImGui frame, over the whole display;
// `state.at` must be a cell of the view.
WallDrawn wall_screen(const WallView& view, const catalogue::KeyTable& keys, UiState& ui,
                      WallState& state);

}  // namespace ui
