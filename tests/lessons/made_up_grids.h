// Grids for tests, drawn as text or made up by chance, and short names for what tests do to walks.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "lessons/walk.h"

namespace lessons {

inline std::ostream& operator<<(std::ostream& out, Cell cell) {
    return out << '{' << cell.person << ", " << cell.question << '}';
}
inline std::ostream& operator<<(std::ostream& out, const std::vector<Cell>& cells) {
    for (Cell cell : cells) {
        out << cell;
    }
    return out;
}

}  // namespace lessons

namespace lessons_test {

using lessons::Cell;
using lessons::Grid;
using lessons::Input;
using lessons::Seed;
using lessons::Standing;
using lessons::Walk;
using lessons::Way;
using SharedGrid = std::shared_ptr<const Grid>;

// One text a person, one letter a question: x playable, '.' empty, h withheld, d withdrawn.
SharedGrid grid_of_rows(const std::vector<std::string>& rows);

// Everything playable, no facts.
SharedGrid full_grid(int people, int questions);

// The same grid with facts[person][kind]; "" is not known.
SharedGrid with_facts(const SharedGrid& grid, std::vector<std::string> says,
                      const std::vector<std::vector<std::string>>& facts);

// Between 1x1 and the given size, with holes, withheld answers, people who withdrew, facts of
// which some are unknown; now and then with nothing to play at all.
SharedGrid random_grid(std::mt19937& chance, int most_people, int most_questions);

// Uniform enough for tests; the same on every machine, unlike the distributions of the library.
int below(std::mt19937& chance, int count);

std::vector<Cell> playable_cells(const Grid& grid);

// A walk that stands at `cell` in `way`, with nothing else behind it.
Walk walk_at(const SharedGrid& grid, Cell cell, Way way = Way::StopAndTalk, Seed seed = 1);

// The present clip comes to its end, or cannot be played.
Walk ended(Walk walk);
Walk failed(Walk walk);

bool at_boundary(const Walk& walk);

}  // namespace lessons_test
