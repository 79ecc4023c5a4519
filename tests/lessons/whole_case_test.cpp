#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("the whole case plays every answer of a person in order, then stops") {
    std::mt19937 chance(10);
    for (int round = 0; round < 500; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 12);
        const Walk opened(grid, static_cast<Seed>(chance()));
        if (opened.cue().standing == Standing::Absent) continue;
        Walk walk = step(opened, SetWay{Way::WholeCase});
        const int person = walk.cue().cell.person;
        std::vector<Cell> played{walk.cue().cell};
        std::vector<Cell> passed;
        while (walk.cue().standing == Standing::Playing) {
            const std::uint64_t number = walk.cue().number;
            walk = ended(std::move(walk));
            if (walk.cue().standing != Standing::Playing) break;
            REQUIRE(walk.cue().number == number + 1);
            played.push_back(walk.cue().cell);
            passed.insert(passed.end(), walk.passed_over().begin(), walk.passed_over().end());
        }
        std::vector<Cell> wanted = playable_cells(*grid);
        std::erase_if(wanted, [&](Cell cell) { return cell.person != person; });
        REQUIRE(played == wanted);
        for (Cell cell : passed) {
            REQUIRE_FALSE(grid->playable(cell));
        }
        REQUIRE(walk.cue().standing == Standing::Held);
        REQUIRE(walk.cue().cell == wanted.back());
        REQUIRE(std::holds_alternative<PersonDone>(walk.boundary()));
        REQUIRE(ended(walk) == walk);
        const auto& next = std::get<PersonDone>(walk.boundary()).next;
        walk = step(std::move(walk), GoNext{});
        if (next) {
            REQUIRE(walk.cue().cell == *next);
            REQUIRE(next->person != person);
        }
    }
}

TEST_CASE("going over to the whole case plays on from the present clip, without starting it anew") {
    Walk walk = step(walk_at(full_grid(2, 3), {0, 0}), ToggleWay{Way::WholeCase});
    CHECK(walk.cue() == Cue{1, {0, 0}, Standing::Playing, false});
    CHECK(walk.way() == Way::WholeCase);
    walk = ended(walk);
    CHECK(walk.cue() == Cue{2, {0, 1}, Standing::Playing, false});
}

TEST_CASE("the same way again is back to stop and talk") {
    for (Way way : {Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
        Walk walk = step(walk_at(full_grid(3, 3), {0, 0}), ToggleWay{way});
        CHECK(walk.way() == way);
        CHECK(walk.cue() == Cue{1, {0, 0}, Standing::Playing, false});
        walk = step(walk, ToggleWay{way});
        CHECK(walk.way() == Way::StopAndTalk);
        CHECK(walk.cue() == Cue{1, {0, 0}, Standing::Playing, false});
        CHECK(step(walk, ToggleWay{Way::StopAndTalk}) == walk);
        CHECK(step(step(walk, SetWay{way}), SetWay{way}).way() == way);
    }
}

TEST_CASE("a held clip stays held in another way, until somebody asks for more") {
    const Walk held = ended(walk_at(full_grid(3, 3), {0, 0}));
    for (Way way : {Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
        const Walk walk = step(held, SetWay{way});
        CHECK(walk.cue() == held.cue());
        CHECK_FALSE(at_boundary(walk));
        CHECK(step(walk, GoNext{}).cue().standing == Standing::Playing);
        // Played once more by hand within the clip, it ends again: now it goes on.
        CHECK(ended(walk).cue().number == 2);
    }
}

TEST_CASE("a boundary belongs to its way") {
    const SharedGrid grid = full_grid(2, 2);
    const Walk done = ended(walk_at(grid, {0, 1}));
    CHECK(done.boundary() == Boundary{PersonDone{Cell{1, 0}}});
    CHECK(step(done, SetWay{Way::WholeCase}).boundary() == Boundary{PersonDone{Cell{1, 0}}});
    CHECK_FALSE(at_boundary(step(done, SetWay{Way::HangOnQuestion})));
    CHECK_FALSE(at_boundary(step(done, SetWay{Way::MixItUp})));
    CHECK(step(step(done, SetWay{Way::MixItUp}), SetWay{Way::StopAndTalk}).boundary() ==
          Boundary{PersonDone{Cell{1, 0}}});
    // Of a clip that still plays only "next" makes a boundary.
    const Walk playing = step(walk_at(grid, {0, 1}), GoNext{});
    CHECK(at_boundary(playing));
    CHECK_FALSE(at_boundary(step(playing, SetWay{Way::WholeCase})));
}
