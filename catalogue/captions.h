// Captions of a film as timed texts, from WebVTT, SRT or TTML. Plain values and pure functions;
// any thread may call them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace catalogue {

struct CaptionCue {
    TimeRange time;
    std::string speaker;  // from <v Name>; may be empty
    std::string text;     // valid UTF-8, lines divided by '\n', markup taken off; never empty
    // The same with the words that the file marks by <c.job> covered; empty when it marks none.
    std::string covered = {};
};

struct CaptionReading {
    std::vector<CaptionCue> cues;  // sorted by in-point
    std::vector<Problem> problems;
};

// `file_name` decides the format by its ending (.vtt, .srt, .ttml, .xml) and names the problems.
// `text` may have 4 MiB and should be UTF-8; UTF-16 with its mark, and Windows-1252 with a warning,
// are read too. Damaged cues are left out with a problem each (at most 50, in the order of their
// places); the others are kept. Where two voices speak in a cue there are two of the same time.
// A TTML caption without an end stays until the next one begins; the last one until `film_end`, or
// where that is not known as long as reading it takes.
CaptionReading read_captions(std::string_view text, const std::filesystem::path& file_name,
                             std::optional<SourceTime> film_end = std::nullopt);

// The cues to be seen at `t`, in order. `cues` is sorted by in-point.
std::vector<const CaptionCue*> cues_at(const std::vector<CaptionCue>& cues, SourceTime t);

// When, after `t`, others are to be seen than at `t`; nothing: never again.
std::optional<SourceTime> next_change_of_cues(const std::vector<CaptionCue>& cues, SourceTime t);

}  // namespace catalogue
