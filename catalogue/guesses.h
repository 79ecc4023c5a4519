// What a class guesses before a job is uncovered. Kept as it was said: there is no right or wrong.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalogue/ids.h"

namespace catalogue {

inline constexpr std::size_t most_guesses = 200;         // of one person
inline constexpr std::size_t longest_guess_bytes = 400;  // a line

struct Guesses {
    PersonId person;
    std::vector<std::string> lines;  // in the order in which they came
    std::string unfinished;          // still being typed

    bool operator==(const Guesses&) const = default;
};

}  // namespace catalogue
