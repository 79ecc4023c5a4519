#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("a walk opens at the first answer of the person it opens on, and stops to talk") {
    const SharedGrid grid = grid_of_rows({".hx", ".xx", "xxx"});
    for (Seed seed = 0; seed < 100; ++seed) {
        const Walk walk(grid, seed);
        const Cell cell = walk.cue().cell;
        CHECK(cell == Cell{cell.person, 2 - cell.person});
        CHECK(walk.cue().number == 1);
        CHECK(walk.cue().standing == Standing::Playing);
        CHECK(walk.way() == Way::StopAndTalk);
        CHECK(walk.seed() == seed);
        CHECK_FALSE(at_boundary(walk));
        CHECK_FALSE(walk.can_go_back());
        CHECK(walk.heard_count() == 0);
    }
}

TEST_CASE(
    "where nothing can be played a walk stands at the first cell, and any input is survived") {
    for (const SharedGrid& grid : {grid_of_rows({"dd", "dd"}), grid_of_rows({"."}),
                                   grid_of_rows({}), grid_of_rows({"", ""})}) {
        Walk walk(grid, 7);
        CHECK(walk.cue().cell == Cell{0, 0});
        CHECK(walk.cue().standing == Standing::Absent);
        CHECK_FALSE(walk.cue().failed);
        for (const Input& input : std::vector<Input>{GoNext{},
                                                     GoNext{},
                                                     GoBack{},
                                                     ClipEnded{1},
                                                     ClipFailed{1},
                                                     StepPerson{1},
                                                     StepQuestion{-1},
                                                     SetWay{Way::WholeCase},
                                                     GoNext{},
                                                     SetWay{Way::HangOnQuestion},
                                                     GoNext{},
                                                     GoNext{},
                                                     SetWay{Way::MixItUp},
                                                     GoNext{},
                                                     GoNext{},
                                                     GoNext{},
                                                     GoBack{},
                                                     Reshuffle{},
                                                     SetScope{{{0}, {}}},
                                                     ChooseQuestion{0},
                                                     ChoosePerson{0}}) {
            walk = step(std::move(walk), input);
            CHECK(walk.cue().standing == Standing::Absent);
            CHECK(walk.nearest().empty());
            CHECK(upcoming_of(walk, 10).empty());
        }
        CHECK(walk.heard_count() == 0);
    }
}

TEST_CASE("a clip that ends is held, and nothing plays on by itself") {
    const Walk walk = ended(walk_at(full_grid(3, 3), {1, 0}));
    CHECK(walk.cue().cell == Cell{1, 0});
    CHECK(walk.cue().standing == Standing::Held);
    CHECK(walk.cue().number == 1);
    CHECK_FALSE(at_boundary(walk));
    CHECK(walk.heard({1, 0}));
    CHECK(walk.heard_count() == 1);
    CHECK(ended(walk) == walk);
}

TEST_CASE("next is the same person's next answer, and says what it passed over") {
    const SharedGrid grid = grid_of_rows({"xxxxxx", "x.hxdx"});
    Walk walk = step(walk_at(grid, {1, 0}), GoNext{});
    CHECK(walk.cue() == Cue{2, {1, 3}, Standing::Playing, false});
    CHECK(walk.passed_over() == std::vector<Cell>{{1, 1}, {1, 2}});
    CHECK(walk.heard({1, 0}));
    walk = step(walk, GoNext{});
    CHECK(walk.cue().cell == Cell{1, 5});
    CHECK(walk.passed_over() == std::vector<Cell>{{1, 4}});
    walk = step(walk, GoBack{});
    CHECK(walk.passed_over().empty());
}

TEST_CASE("at a person's end next first says so, then goes to the next person's first answer") {
    const SharedGrid grid = grid_of_rows({"xxx", "xx.", "ddd", ".xx"});
    SUBCASE("while the last clip plays") {
        Walk walk = step(walk_at(grid, {1, 1}), GoNext{});
        CHECK(walk.cue() == Cue{1, {1, 1}, Standing::Playing, false});
        CHECK(walk.boundary() == Boundary{PersonDone{Cell{3, 1}}});
        SUBCASE("and goes on at once") {
            walk = step(walk, GoNext{});
            CHECK(walk.cue() == Cue{2, {3, 1}, Standing::Playing, false});
            CHECK_FALSE(at_boundary(walk));
            CHECK(walk.passed_over() == std::vector<Cell>{{3, 0}});
        }
        SUBCASE("and the clip ends meanwhile") {
            walk = ended(walk);
            CHECK(walk.cue().standing == Standing::Held);
            CHECK(walk.boundary() == Boundary{PersonDone{Cell{3, 1}}});
            CHECK(step(walk, GoNext{}).cue().cell == Cell{3, 1});
        }
        SUBCASE("and something else is chosen") {
            walk = step(walk, ChoosePerson{0});
            CHECK_FALSE(at_boundary(walk));
        }
    }
    SUBCASE("after the last clip has ended by itself, which says so already") {
        Walk walk = ended(walk_at(grid, {1, 1}));
        CHECK(walk.boundary() == Boundary{PersonDone{Cell{3, 1}}});
        walk = step(walk, GoNext{});
        CHECK(walk.cue().cell == Cell{3, 1});
    }
    SUBCASE("round the ring") {
        CHECK(ended(walk_at(grid, {3, 2})).boundary() == Boundary{PersonDone{Cell{0, 0}}});
    }
    SUBCASE("from a cell without an answer behind the last one") {
        Walk walk = step(walk_at(grid, {1, 2}), GoNext{});
        CHECK(walk.cue().cell == Cell{1, 2});
        CHECK(walk.boundary() == Boundary{PersonDone{Cell{3, 1}}});
        CHECK(step(walk, GoNext{}).cue().cell == Cell{3, 1});
    }
}

TEST_CASE("when there is nobody else, the end of the person is the end") {
    Walk walk = ended(walk_at(grid_of_rows({"dd", "xx", ".h"}), {1, 1}));
    CHECK(walk.boundary() == Boundary{PersonDone{std::nullopt}});
    const Walk after = step(walk, GoNext{});
    CHECK(after == walk);
}

TEST_CASE("choosing a person keeps the question; choosing a question keeps the person") {
    const SharedGrid grid = grid_of_rows({"xxxx", "x.hx", "xxxx"});
    for (Way way : {Way::StopAndTalk, Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
        const Walk walk = walk_at(grid, {0, 2}, way);
        CHECK(step(walk, ChoosePerson{2}).cue() == Cue{2, {2, 2}, Standing::Playing, false});
        CHECK(step(walk, ChoosePerson{1}).cue() == Cue{2, {1, 2}, Standing::Absent, false});
        CHECK(step(walk, ChooseQuestion{3}).cue() == Cue{2, {0, 3}, Standing::Playing, false});
        CHECK(step(walk, ChooseCell{{1, 1}}).cue() == Cue{2, {1, 1}, Standing::Absent, false});
        CHECK(step(walk, StepPerson{1}).cue().cell == Cell{1, 2});
        CHECK(step(walk, StepPerson{-1}).cue().cell == Cell{2, 2});
        CHECK(step(walk, StepPerson{-4}).cue().cell == Cell{2, 2});
        CHECK(step(walk, StepQuestion{1}).cue().cell == Cell{0, 3});
        CHECK(step(walk, StepQuestion{-1}).cue().cell == Cell{0, 1});
    }
}

TEST_CASE("stepping over the questions stops at the first and the last") {
    const SharedGrid grid = full_grid(2, 3);
    const Walk first = walk_at(grid, {0, 0});
    CHECK(step(first, StepQuestion{-1}) == first);
    CHECK(step(first, StepQuestion{2147483647}).cue().cell == Cell{0, 2});
    const Walk last = walk_at(grid, {0, 2});
    CHECK(step(last, StepQuestion{1}) == last);
    CHECK(step(last, StepQuestion{-2147483647 - 1}).cue().cell == Cell{0, 0});
}

TEST_CASE("stepping over the people goes round, and stays where there is only one") {
    const Walk alone = walk_at(full_grid(1, 3), {0, 1});
    CHECK(step(alone, StepPerson{1}) == alone);
    CHECK(step(walk_at(full_grid(3, 1), {2, 0}), StepPerson{1}).cue().cell == Cell{0, 0});
    CHECK(step(walk_at(full_grid(3, 1), {2, 0}), StepPerson{2147483647}).cue().cell == Cell{0, 0});
}

TEST_CASE("choosing the present cell again starts its clip anew, also when it was held") {
    const Walk walk = walk_at(full_grid(2, 2), {1, 1});
    for (const Input& again :
         std::vector<Input>{ChooseCell{{1, 1}}, ChoosePerson{1}, ChooseQuestion{1}}) {
        const Walk anew = step(walk, again);
        CHECK(anew.cue() == Cue{2, {1, 1}, Standing::Playing, false});
        CHECK_FALSE(anew.can_go_back());
        CHECK_FALSE(anew.heard({1, 1}));
        CHECK(step(ended(walk), again).cue() == Cue{2, {1, 1}, Standing::Playing, false});
        CHECK_FALSE(at_boundary(step(ended(walk), again)));
    }
}

TEST_CASE("choosing what is not in the grid changes nothing") {
    const Walk walk = walk_at(full_grid(2, 2), {1, 1});
    for (const Input& wrong :
         std::vector<Input>{ChooseCell{{2, 0}}, ChooseCell{{0, -1}}, ChoosePerson{-1},
                            ChoosePerson{2}, ChooseQuestion{2}, ChooseQuestion{-5}}) {
        CHECK(step(walk, wrong) == walk);
    }
}

TEST_CASE("reports about an older clip change nothing") {
    for (Way way : {Way::StopAndTalk, Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
        Walk walk = step(walk_at(grid_of_rows({"x.x", "x.x"}), {0, 0}, way), GoNext{});
        CHECK(step(walk, ClipEnded{1}) == walk);
        CHECK(step(walk, ClipFailed{1}) == walk);
        CHECK(step(walk, ClipEnded{3}) == walk);
        walk = step(walk, ChooseCell{{0, 1}});
        CHECK(step(walk, ClipEnded{walk.cue().number}) == walk);
        CHECK(step(walk, ClipFailed{walk.cue().number}) == walk);
    }
}

TEST_CASE("an absent cell names the nearest answers") {
    const SharedGrid grid = grid_of_rows({
        "x..x.x",  //
        "xx.h.x",
        "...x..",
        "dddddd",
        "xxxxxx",
    });
    const auto nearest = [&](Cell cell) { return walk_at(grid, cell).nearest(); };
    CHECK(nearest({1, 3}) == std::vector<Cell>{{1, 1}, {1, 5}, {0, 3}, {2, 3}});
    CHECK(nearest({2, 0}) == std::vector<Cell>{{2, 3}, {1, 0}, {4, 0}});
    CHECK(nearest({3, 2}) == std::vector<Cell>{{4, 2}});  // the same one left and right
    CHECK(nearest({0, 4}) == std::vector<Cell>{{0, 3}, {0, 5}, {4, 4}});
}

TEST_CASE("what may come next begins with the way's own next cell") {
    const SharedGrid grid = grid_of_rows({"xx.x", "xxxx", "x.xx"});
    CHECK(upcoming_of(walk_at(grid, {0, 1}), 9) == std::vector<Cell>{{0, 3}, {1, 1}, {0, 0}});
    CHECK(upcoming_of(walk_at(grid, {0, 1}), 2) == std::vector<Cell>{{0, 3}, {1, 1}});
    CHECK(upcoming_of(walk_at(grid, {0, 1}), 0).empty());
    CHECK(upcoming_of(walk_at(grid, {1, 1}, Way::HangOnQuestion), 9) ==
          std::vector<Cell>{{0, 1}, {1, 2}, {1, 0}});
    // At the end of a person: whoever is next.
    CHECK(upcoming_of(walk_at(grid, {0, 3}), 9) == std::vector<Cell>{{1, 0}, {1, 3}, {2, 3}});
    // The last place.
    const Walk jumped = step(walk_at(grid, {0, 0}), ChooseCell{{2, 3}});
    CHECK(upcoming_of(jumped, 9) == std::vector<Cell>{{0, 0}, {0, 3}, {2, 2}, {1, 3}});
}
