#include "tests/lessons/made_up_grids.h"

#include <utility>

namespace lessons_test {

using catalogue::CellState;

SharedGrid grid_of_rows(const std::vector<std::string>& rows) {
    Grid grid;
    grid.people = static_cast<int>(rows.size());
    grid.questions = rows.empty() ? 0 : static_cast<int>(rows.front().size());
    for (const std::string& row : rows) {
        REQUIRE(row.size() == rows.front().size());
        for (char letter : row) {
            grid.states.push_back(letter == 'x'   ? CellState::Playable
                                  : letter == 'h' ? CellState::Withheld
                                  : letter == 'd' ? CellState::Withdrawn
                                                  : CellState::Empty);
        }
    }
    return std::make_shared<const Grid>(std::move(grid));
}

SharedGrid full_grid(int people, int questions) {
    return grid_of_rows(std::vector<std::string>(
        static_cast<std::size_t>(people), std::string(static_cast<std::size_t>(questions), 'x')));
}

SharedGrid with_facts(const SharedGrid& grid, std::vector<std::string> says,
                      const std::vector<std::vector<std::string>>& facts) {
    Grid copy = *grid;
    copy.says = std::move(says);
    for (const std::vector<std::string>& row : facts) {
        copy.facts.emplace_back();
        for (const std::string& value : row) {
            copy.facts.back().push_back(value.empty() ? std::nullopt : std::optional(value));
        }
    }
    return std::make_shared<const Grid>(std::move(copy));
}

int below(std::mt19937& chance, int count) {
    return static_cast<int>(chance() % static_cast<std::uint32_t>(count));
}

SharedGrid random_grid(std::mt19937& chance, int most_people, int most_questions) {
    const int people = 1 + below(chance, most_people);
    const int questions = 1 + below(chance, most_questions);
    const int holes_percent = below(chance, 4) == 0 ? below(chance, 101) : below(chance, 20);
    const bool nothing = below(chance, 25) == 0;
    std::vector<std::string> rows;
    std::vector<std::vector<std::string>> facts;
    for (int person = 0; person < people; ++person) {
        const bool withdrew = nothing || below(chance, 20) == 0;
        std::string row;
        for (int question = 0; question < questions; ++question) {
            const bool hole = below(chance, 100) < holes_percent;
            row += withdrew ? 'd' : !hole ? 'x' : below(chance, 2) == 0 ? '.' : 'h';
        }
        rows.push_back(row);
        facts.emplace_back();
        for (int kind = 0; kind < 4; ++kind) {
            const bool known = below(chance, 6) != 0;
            facts.back().push_back(known ? std::to_string(below(chance, 2 + 3 * kind)) : "");
        }
    }
    return with_facts(
        grid_of_rows(rows),
        {"left school at {value}", "{value}", "has {value} in words", "works in {value}"}, facts);
}

std::vector<Cell> playable_cells(const Grid& grid) {
    std::vector<Cell> cells;
    for (int person = 0; person < grid.people; ++person) {
        for (int question = 0; question < grid.questions; ++question) {
            if (grid.playable({person, question})) cells.push_back({person, question});
        }
    }
    return cells;
}

Walk walk_at(const SharedGrid& grid, Cell cell, Way way, Seed seed) {
    lessons::WalkMemory memory;
    memory.cell = cell;
    memory.seed = seed;
    return step(resume(grid, memory), lessons::SetWay{way});
}

Walk ended(Walk walk) {
    const lessons::ClipEnded report{walk.cue().number};
    return step(std::move(walk), report);
}

Walk failed(Walk walk) {
    const lessons::ClipFailed report{walk.cue().number};
    return step(std::move(walk), report);
}

bool at_boundary(const Walk& walk) {
    return !std::holds_alternative<std::monostate>(walk.boundary());
}

}  // namespace lessons_test
