// Which earlier states of a notebook are kept, and when it is asked whether to finish with it.
// Pure: the day comes in.
#pragma once

#include <chrono>
#include <vector>

#include "player/app/notebook/names.h"

namespace app {

inline constexpr std::size_t recent_versions = 10;
inline constexpr std::size_t daily_versions = 7;
// Recent ones are no closer: ten of them tell of twenty minutes, not of twenty seconds.
inline constexpr std::chrono::minutes between_versions{2};

// Those that need not be kept any more: all but ten recent ones, the last of each of seven days,
// the last that each writer wrote within these days (into the file and into a copy), and the last
// of `ours` in any case, however wrong a clock is.
std::vector<NotebookVersion> versions_to_drop(std::vector<NotebookVersion> versions,
                                              const std::string& ours);

// Whether to ask if a notebook is still needed: after the end of the school year (31 August) in
// which it was last written into. Nothing is ever taken away without being asked for.
bool asks_whether_still_needed(std::chrono::year_month_day last_written,
                               std::chrono::year_month_day today);

}  // namespace app
