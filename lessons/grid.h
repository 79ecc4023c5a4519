// What a walk needs to know of a module: who answered what, and what people can be compared by.
#pragma once

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

    std::vector<std::string> says;  // per kind of fact: "left school at {value}"
    // facts[person][kind]: what people can be compared by.
    std::vector<std::vector<std::optional<std::string>>> facts;

    catalogue::CellState state(Cell cell) const {
        return states[static_cast<std::size_t>(cell.person * questions + cell.question)];
    }
    bool playable(Cell cell) const { return state(cell) == catalogue::CellState::Playable; }
    bool contains(Cell cell) const {
        return cell.person >= 0 && cell.person < people && cell.question >= 0 &&
               cell.question < questions;
    }
};

Grid grid_of(const catalogue::Module& module);

}  // namespace lessons
