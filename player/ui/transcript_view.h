// What the transcript shows, as plain data: everything that is said in the answer on the stage.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lessons/grid.h"

namespace ui {

struct TranscriptLine {
    std::string speaker;     // may be empty
    std::string text;        // about a sentence
    double from_s = 0;       // within the clip
    bool describes = false;  // what is to be seen, in words
};

struct TranscriptView {
    enum class State {
        Ready,
        Reading,
        NoAnswer,     // nothing plays in this cell
        NoCaptions,   // the author has made none
        NothingSaid,  // there are some, but none in this answer, or they cannot be read
    };
    State state = State::NoCaptions;
    bool by_machine = false;            // and nobody has read the words since
    std::vector<TranscriptLine> lines;  // in the order of their times
};

// What only the screen remembers of it.
struct TranscriptState {
    bool open = false;
    std::string typed;               // searched for
    bool keep_typing = false;        // the field has the keyboard again after Enter
    std::optional<std::size_t> hit;  // the line that Enter came to
    std::size_t followed = 0;        // the line that is kept in sight
    lessons::Cell cell{-1, -1};      // whose lines these are
};

}  // namespace ui
