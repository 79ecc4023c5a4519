#include <algorithm>

#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("a film that fails in stop and talk leaves an absent cell, and nothing plays on") {
    Walk walk = failed(walk_at(full_grid(2, 3), {0, 1}));
    CHECK(walk.cue() == Cue{1, {0, 1}, Standing::Absent, true});
    CHECK_FALSE(walk.heard({0, 1}));
    CHECK_FALSE(at_boundary(walk));
    CHECK(walk.passed_over().empty());
    CHECK(walk.nearest() == std::vector<Cell>{{0, 0}, {0, 2}, {1, 1}});
    CHECK(failed(walk) == walk);
    CHECK(ended(walk) == walk);
    CHECK(step(walk, GoNext{}).cue() == Cue{2, {0, 2}, Standing::Playing, false});
    CHECK(step(walk, GoBack{}).cue() == Cue{2, {0, 1}, Standing::Playing, false});
    CHECK(step(walk, ChooseCell{{0, 1}}).cue() == Cue{2, {0, 1}, Standing::Playing, false});
    CHECK_FALSE(step(walk, GoNext{}).heard({0, 1}));
}

TEST_CASE("ways that play on pass over films that fail, and say so in one line") {
    const SharedGrid grid = grid_of_rows({"xx.xx"});
    Walk walk = walk_at(grid, {0, 0}, Way::WholeCase);
    walk = failed(ended(walk));
    CHECK(walk.cue() == Cue{3, {0, 3}, Standing::Playing, false});
    CHECK(walk.passed_over() == std::vector<Cell>{{0, 1}, {0, 2}});
    walk = failed(walk);
    CHECK(walk.cue().cell == Cell{0, 4});
    CHECK(walk.passed_over() == std::vector<Cell>{{0, 1}, {0, 2}, {0, 3}});
    // They do not bar the way back.
    CHECK(step(walk, GoBack{}).cue().cell == Cell{0, 0});
    walk = failed(walk);
    CHECK(walk.cue() == Cue{4, {0, 4}, Standing::Absent, true});
    CHECK(walk.boundary() == Boundary{PersonDone{std::nullopt}});
    CHECK(walk.heard_count() == 1);
}

TEST_CASE("where every film fails each way comes to rest") {
    std::mt19937 chance(40);
    for (int round = 0; round < 400; ++round) {
        const SharedGrid grid = random_grid(chance, 10, 10);
        for (Way way : {Way::StopAndTalk, Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
            Walk walk = step(Walk(grid, static_cast<Seed>(chance())), SetWay{way});
            std::size_t failures = 0;
            while (walk.cue().standing == Standing::Playing) {
                walk = failed(std::move(walk));
                REQUIRE(++failures <= grid->states.size());
            }
            REQUIRE(walk.cue().standing == Standing::Absent);
            REQUIRE(walk.heard_count() == 0);
            if (failures == 0) continue;
            REQUIRE(walk.cue().failed);
            REQUIRE(at_boundary(walk) == (way != Way::StopAndTalk));
            if (way == Way::MixItUp) REQUIRE(failures == playable_cells(*grid).size());
        }
    }
}

TEST_CASE("a failed film comes up in a ring and in a mix once, and is no reason for the next") {
    const SharedGrid grid =
        with_facts(full_grid(4, 3), {"left school at {value}"}, {{"15"}, {"16"}, {"17"}, {"18"}});
    SUBCASE("ring") {
        Walk walk = failed(ended(walk_at(grid, {0, 0}, Way::HangOnQuestion)));
        CHECK(walk.cue().cell == Cell{2, 0});
        CHECK(walk.passed_over() == std::vector<Cell>{{1, 0}});
        walk = ended(ended(walk));
        CHECK(at_boundary(walk));
        CHECK_FALSE(walk.heard({1, 0}));
        CHECK(walk.heard_count() == 3);
    }
    SUBCASE("mix") {
        Walk walk = ended(walk_at(grid, {0, 0}, Way::MixItUp));
        const Cell failing = walk.cue().cell;
        walk = failed(walk);
        CHECK(walk.passed_over() == std::vector<Cell>{failing});
        CHECK(walk.reason() ==
              "left school at 15, then at " + grid->fact(walk.cue().cell.person, 0)->text);
        CHECK(step(walk, GoBack{}).cue().cell == Cell{0, 0});
        while (!at_boundary(walk)) {
            walk = ended(std::move(walk));
            CHECK(walk.cue().cell != failing);
        }
    }
}

TEST_CASE("a film that nobody saw is not compared with") {
    const SharedGrid grid =
        with_facts(full_grid(4, 3), {"left school at {value}"}, {{"15"}, {"16"}, {"17"}, {"18"}});
    Walk walk = failed(step(walk_at(grid, {0, 0}), ChooseCell{{1, 1}}));
    walk = step(step(walk, SetWay{Way::MixItUp}), GoNext{});
    CHECK(walk.cue().cell.person != 0);
    CHECK(walk.reason() ==
          "left school at 15, then at " + grid->fact(walk.cue().cell.person, 0)->text);
    // Tried again with success it is.
    walk = step(walk, GoBack{});
    walk = ended(walk);
    CHECK(walk.reason() ==
          "left school at 16, then at " + grid->fact(walk.cue().cell.person, 0)->text);
}

TEST_CASE("a clip that fails when one has gone back to it gives way to the one after it") {
    Walk walk = ended(ended(walk_at(full_grid(4, 3), {0, 0}, Way::MixItUp)));
    const Cell third = walk.cue().cell;
    walk = failed(step(walk, GoBack{}));
    CHECK(walk.cue().cell == third);
    CHECK(walk.cue().standing == Standing::Playing);
    CHECK(step(walk, GoBack{}).cue().cell == Cell{0, 0});
}

TEST_CASE("the history never holds a place twice in a row") {
    // 0 and 1 in turn, then the film between them fails while hanging on the question.
    const SharedGrid grid = full_grid(2, 1);
    Walk walk = walk_at(grid, {0, 0});
    walk = step(step(walk, ChoosePerson{1}), ChoosePerson{0});
    walk = step(step(walk, GoBack{}), SetWay{Way::HangOnQuestion});
    walk = failed(walk);
    CHECK(walk.cue().cell == Cell{0, 0});
    CHECK_FALSE(walk.can_go_back());
}
