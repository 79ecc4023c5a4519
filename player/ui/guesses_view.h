// Person first, job last, as the stage shows it: whether the job is covered, and what the class
// guesses. Plain data (views.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class JobCover {
    Off,        // jobs are shown from the start
    Covered,    // this person's comes last
    Uncovered,  // and has been shown
};

struct GuessesView {
    JobCover cover = JobCover::Off;
    std::vector<std::string> lines;  // in the order in which they came
    std::string unfinished;          // in the field
    // What surprised them, as far as it is written; asked once who was guessed about is uncovered.
    std::optional<std::string> surprise;
};

// What is to be kept of them from now on: everything, with what is being typed.
struct KeepGuesses {
    std::vector<std::string> lines;
    std::string unfinished;
};

// All that surprised them about who is on the stage, so far.
struct KeepSurprise {
    std::string text;
};

}  // namespace ui
