// The fair mix: a bag without repeats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "lessons/input.h"

namespace lessons {

std::string seed_text(Seed seed);                         // "K7QM-2F": no letters that look alike
std::optional<Seed> seed_from_text(const std::string&);   // tolerant of case, spaces and dashes

}  // namespace lessons
