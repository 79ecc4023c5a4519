// What was found, kept while the class goes through it: from passage to passage, or one after
// another by itself. Values and pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "player/app/preparing/answer_loudness.h"
#include "player/app/search/finder.h"
#include "player/media/clip_order.h"

namespace app {

struct KeptFindings {
    std::string words;                   // that were looked for
    std::vector<FoundPassage> passages;  // never empty
    std::size_t at = 0;
    // They are heard one after another, of each answer only the passage: until somebody goes
    // anywhere else.
    bool in_turn = false;
    std::uint64_t cue = 0;  // of the walk, since when it is at this passage
};

// Whether the class is where the latest step has brought it.
bool is_there(const KeptFindings& kept, std::uint64_t cue);
// The passage `by` further on; nothing beyond the first and last.
std::optional<std::size_t> passage_after(const KeptFindings& kept, int by);

// A moment before the word, inside the answer: one has to hear how it begins.
catalogue::SourceTime landing(const FoundPassage& passage,
                              const std::optional<catalogue::TimeRange>& answer);
// All of the passage, with a breath before and after it, inside the answer.
catalogue::TimeRange heard_in_turn(const FoundPassage& passage,
                                   const std::optional<catalogue::TimeRange>& answer);

// While passages are heard in turn: this one instead of the whole answer, the next one made ready,
// to follow without a gap. `order` is conduct()'s of this moment.
void order_in_turn(media::EngineOrder& order, const KeptFindings& kept,
                   const catalogue::Module& module, const std::filesystem::path& root,
                   const KnownLoudness& known);

}  // namespace app
