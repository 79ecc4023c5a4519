// Marking where in a film which question is answered. Plain data in, what the user asked for out,
// as with the other screens (views.h).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "player/ui/views.h"

namespace ui {

// A stretch of the film, in seconds.
struct IndexBlock {
    double from_s = 0;
    double to_s = 0;
    std::string number;  // of the question: "7"; "?" while it has none
    std::string name;    // "In a nutshell"; "no question yet"
    std::optional<std::size_t> theme;
    bool chosen = false;
    bool by_hand = false;  // cannot be changed here
};

struct IndexProposal {
    double from_s = 0;
    double to_s = 0;
    bool chosen = false;
};

// A picture of the film, as high as IndexDrawn wants it.
struct IndexStill {
    double at_s = 0;
    ImageId image = 0;
    float aspect = 1;  // width by height
};

struct IndexSeam {
    double from_s = 0;
    double to_s = 0;
    bool overlap = false;  // else a gap
};

struct IndexQuestion {
    std::string number;
    std::string name;  // its label, or its text
    std::size_t theme = 0;
    std::string where;  // "3:10 to 4:02", "not marked", "withheld: it needs no marks"
    bool marked = false;
    bool chosen = false;      // of the chosen answer
    bool can_assign = false;  // otherwise it says why not in `where`
};

struct IndexView {
    std::string title;  // "Moira"
    std::string film;   // "films/moira.mp4"
    double length_s = 0;
    double position_s = 0;
    bool playing = false;
    double speed = 1;
    struct NoFilm {
        std::string what;
        std::string hint;
    };
    std::optional<NoFilm> no_film;  // why there is no picture, and what to do

    std::vector<IndexBlock> blocks;
    std::vector<IndexProposal> proposals;
    std::vector<IndexSeam> seams;
    std::vector<IndexStill> stills;  // by their times
    std::optional<double> begun_s;
    std::vector<IndexQuestion> questions;

    // What is heard, in windows of the same length, 0 to 1. Lives as long as the view.
    std::span<const float> peaks;
    double peak_window_s = 0;

    std::string summary;    // "7 of 10 marked, 2 gaps, 1 overlap"
    std::string listening;  // "Listening for pauses: 34 %"; empty when it is done
    std::string now;        // what the keys would do: "7 In a nutshell, 0:52 long. ..."
    std::string proposal;  // "3 proposals. This one: after a pause of 1.4 s"; empty: there are none
    bool proposal_chosen = false;
    bool answer_chosen = false;
    bool can_undo = false;
    bool can_redo = false;
    std::string safety;  // "Saved"
    bool safety_alerts = false;
    bool others_changed = false;  // the index was changed by somebody else: theirs or these?
    std::optional<std::string> toast;
};

struct IndexDrawn {
    std::vector<Action> asked;
    FilmPlace film;
    struct Seek {
        double to_s = 0;
        bool dragged = false;
    };
    std::optional<Seek> seek;
    std::optional<std::size_t> question;  // this one was chosen in the list
    // Stretch of the film of which stills are shown, and how high; 0: there is no room for them.
    double near_from_s = 0;
    double near_to_s = 0;
    int still_height_px = 0;
};

// Draws into the current ImGui frame, over the whole display.
IndexDrawn index_screen(const IndexView& view, const catalogue::KeyTable& keys, UiState& ui);

}  // namespace ui
