// Where answers may lie, to be offered to an author: from the pauses in what is heard, and from
// captions in which a question is asked. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/index_draft.h"
#include "catalogue/module.h"

namespace catalogue {

struct Proposal {
    TimeRange time;
    std::optional<std::size_t> question;  // only where something speaks for one
    std::string reason;                   // "after a pause of 1.4 s"

    bool operator==(const Proposal&) const = default;
};

// Where nothing is heard, given how loud it is in windows of `window` each, from the start of the
// film, in dBFS. What counts as nothing is found out from the film itself: its own hiss, and its
// own voices.
std::vector<TimeRange> pauses_in(const std::vector<float>& loudness_db, SourceDuration window,
                                 SourceDuration shortest);

// Where, going by its words, a question is asked: most of the words of its text or label that say
// something are heard within a few seconds. At most one place for each, the likeliest.
struct AskedAt {
    std::size_t question = 0;
    TimeRange time;
    std::string words;  // as the captions have them

    bool operator==(const AskedAt&) const = default;
};
std::vector<AskedAt> questions_asked(const std::vector<CaptionCue>& cues, const Module& module,
                                     std::size_t person);

// Stretches between pauses, by their beginnings, each with up to a second of its pauses before and
// after it. Where a question is asked within a stretch or just before it, the answer is proposed to
// it; a short stretch in which one is asked is no answer, but the one after it is. Where nothing
// was said in a short pause between two of them, the second says that it may be more of the first.
std::vector<Proposal> proposals(const std::vector<TimeRange>& pauses, SourceTime film_end,
                                const std::vector<AskedAt>& asked);

// By their beginnings; of `others` only what overlaps none of `first`.
std::vector<Proposal> joined(std::vector<Proposal> first, const std::vector<Proposal>& others);

// Those that overlap nothing that is marked already.
std::vector<Proposal> still_open(const std::vector<Proposal>& all, const IndexDraft& draft);

}  // namespace catalogue
