// What a walk needs to know of a module: who answered what, and what people can be compared by.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module.h"

namespace lessons {

// A place in the grid: people across, questions down. Both count from 0.
struct Cell {
    int person = 0;
    int question = 0;

    auto operator<=>(const Cell&) const = default;
};

// Values only. Immutable once made; walks share it.
struct Grid {
    int people = 0;
    int questions = 0;
    std::vector<catalogue::CellState> states;  // people * questions, one person after another

    // Per kind of fact that people may be set against each other by: "left school at {value}".
    // What the author keeps out of contrasts is not here.
    std::vector<std::string> says;
    // facts[person][kind]. Rows may be short or missing.
    std::vector<std::vector<std::optional<catalogue::Fact>>> facts;

    // silent[person][kind]: a fact by which people are compared, but which is not to be said. Rows
    // may be short or missing.
    std::vector<std::vector<bool>> silent;

    // The place of a cell of this grid in lists that hold one entry per cell, such as `states`.
    std::size_t index(Cell cell) const {
        return static_cast<std::size_t>(cell.person) * static_cast<std::size_t>(questions) +
               static_cast<std::size_t>(cell.question);
    }
    // Only for cells of this grid.
    catalogue::CellState state(Cell cell) const { return states[index(cell)]; }
    bool contains(Cell cell) const {
        return cell.person >= 0 && cell.person < people && cell.question >= 0 &&
               cell.question < questions;
    }
    // False also for what is no cell of this grid.
    bool playable(Cell cell) const {
        return contains(cell) && state(cell) == catalogue::CellState::Playable;
    }
    // What is known of this person; nothing when the fact is not given.
    const std::optional<catalogue::Fact>& fact(int person, std::size_t kind) const;
    // Whether it may be said why two people differ by it.
    bool may_say(int person, std::size_t kind) const;
};

Grid grid_of(const catalogue::Module& module);

// The same, with silence on every fact that `shown`, the same module through its gate, lacks.
Grid grid_of(const catalogue::Module& whole, const catalogue::Module& shown);

}  // namespace lessons
