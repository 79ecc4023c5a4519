#include "lessons/grid.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;
using catalogue::CellState;

TEST_CASE("a grid says of a module who answered what, and what people can be compared by") {
    catalogue::Module module;
    module.people.resize(2);
    module.questions.resize(3);
    module.facts = {{{"left"}, "Left education", "left school at {value}"}};
    module.people[0].facts = {"16"};
    module.people[1].facts = {std::nullopt};
    module.cells.resize(6);
    module.cells[0].state = CellState::Playable;
    module.cells[2].state = CellState::Withheld;
    module.cells[3].state = CellState::Withdrawn;

    const Grid grid = grid_of(module);

    CHECK(grid.people == 2);
    CHECK(grid.questions == 3);
    CHECK(grid.state({0, 0}) == CellState::Playable);
    CHECK(grid.state({0, 1}) == CellState::Empty);
    CHECK(grid.state({0, 2}) == CellState::Withheld);
    CHECK(grid.state({1, 0}) == CellState::Withdrawn);
    CHECK(grid.says == std::vector<std::string>{"left school at {value}"});
    CHECK(grid.fact(0, 0) == "16");
    CHECK_FALSE(grid.fact(1, 0).has_value());
}

TEST_CASE("a fact that the author keeps out of contrasts sets nobody against another") {
    catalogue::Module module;
    module.people.resize(2);
    module.facts = {{{"illness"}, "Illness", "had {value}", false},
                    {{"left"}, "Left education", "left school at {value}"}};
    module.people[0].facts = {"measles", "16"};
    module.people[1].facts = {"mumps"};

    const Grid grid = grid_of(module);

    CHECK(grid.says == std::vector<std::string>{"left school at {value}"});
    CHECK(grid.fact(0, 0) == "16");
    CHECK_FALSE(grid.fact(1, 0).has_value());
}

TEST_CASE("a fact that nobody wrote down is not known, wherever it is asked for") {
    Grid grid;
    grid.people = 2;
    grid.facts = {{"16"}};
    CHECK(grid.fact(0, 0) == "16");
    CHECK_FALSE(grid.fact(0, 1).has_value());
    CHECK_FALSE(grid.fact(1, 0).has_value());
}

TEST_CASE("nothing outside a grid is playable") {
    const SharedGrid grid = full_grid(2, 2);
    for (Cell cell : {Cell{-1, 0}, Cell{0, -1}, Cell{2, 0}, Cell{0, 2}}) {
        CAPTURE(cell);
        CHECK_FALSE(grid->contains(cell));
        CHECK_FALSE(grid->playable(cell));
    }
    CHECK(grid->playable({1, 1}));
}
