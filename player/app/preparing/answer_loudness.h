// How loud an answer is, as far as that is known, and what is to be expected until it is. Pure.
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "catalogue/module.h"
#include "lessons/grid.h"
#include "player/media/clip_order.h"

namespace app {

// What is heard of an answer: two with the same stretch are equally loud.
struct Stretch {
    std::filesystem::path film;  // relative to the module
    std::optional<catalogue::TimeRange> trim;

    auto operator<=>(const Stretch&) const = default;
};
Stretch stretch_of(const catalogue::Answer& answer);

// What was measured so far.
using KnownLoudness = std::map<Stretch, media::Loudness>;

// What the module says, else what was measured, else what the others let expect: the mean of the
// same person's answers in the same film, else of all this person's answers, with the highest of
// their peaks. Answers in which nothing is heard are left out of it. Nothing when there is nothing
// to go by, or nothing to play.
std::optional<media::Loudness> loudness_of(const catalogue::Module& module, lessons::Cell cell,
                                           const KnownLoudness& known);

}  // namespace app
