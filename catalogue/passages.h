// Captions as passages: about a sentence of one voice, with the time of every word of it, so that
// what somebody said can be found, quoted and played. Plain values and pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/media_time.h"

namespace catalogue {

struct Passage {
    std::string text;  // one line
    TimeRange time;    // of all cues that it is in, in the film's time

    // Where in the text each cue begins; the first is at 0.
    struct CueBegins {
        std::size_t byte = 0;
        SourceTime time{};

        bool operator==(const CueBegins&) const = default;
    };
    std::vector<CueBegins> cues;
    // When its first word is said: within a cue by the letters before it, as nobody wrote it down.
    SourceTime begins{};
    std::string speaker = {};  // may be empty

    bool operator==(const Passage&) const = default;
};

// When the cue begins that the word at `byte` stands in.
SourceTime said_at(const Passage& passage, std::size_t byte);

// What is said in `within` (nothing: in the whole film), in order. A cue across its edge is in it
// when its middle is. A passage ends with a sentence that is not too short, at a pause, and where
// another voice begins; without full stops it ends before it gets long.
std::vector<Passage> passages_of(const std::vector<CaptionCue>& cues,
                                 const std::optional<TimeRange>& within);

}  // namespace catalogue
