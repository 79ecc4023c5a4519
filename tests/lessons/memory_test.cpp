#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("a walk resumed plays anew where it was, in the same way, with the same bag") {
    const SharedGrid grid = with_facts(full_grid(5, 5), {"left school at {value}"},
                                       {{"15"}, {"16"}, {"17"}, {"18"}, {"30"}});
    Walk walk = step(Walk(grid, 12), SetScope{{{0, 1, 2, 4}, {}}});
    walk = step(std::move(walk), SetWay{Way::MixItUp});
    for (int i = 0; i < 5; ++i) {
        walk = ended(std::move(walk));
    }
    walk = step(std::move(walk), ChooseCell{{4, 4}});
    walk = ended(ended(std::move(walk)));
    walk = step(std::move(walk), GoBack{});

    Walk resumed = resume(grid, memory_of(walk));

    CHECK(resumed.cue() == Cue{1, walk.cue().cell, Standing::Playing, false});
    CHECK(resumed.way() == Way::MixItUp);
    CHECK(resumed.seed() == walk.seed());
    CHECK(resumed.scope() == walk.scope());
    CHECK(resumed.heard_count() == walk.heard_count());
    CHECK(resumed.reason() == walk.reason());
    CHECK_FALSE(resumed.reason().empty());
    CHECK(memory_of(resumed) == memory_of(walk));
    CHECK(step(resumed, GoBack{}).cue().cell == step(walk, GoBack{}).cue().cell);
    while (!at_boundary(walk)) {
        walk = ended(std::move(walk));
        resumed = ended(std::move(resumed));
        CHECK(resumed.cue().cell == walk.cue().cell);
        CHECK(resumed.reason() == walk.reason());
        CHECK(resumed.boundary() == walk.boundary());
    }
}

TEST_CASE("a ring resumed leaves out who was heard") {
    const SharedGrid grid = full_grid(4, 2);
    const Walk walk = ended(ended(walk_at(grid, {1, 1}, Way::HangOnQuestion)));
    Walk resumed = resume(grid, memory_of(walk));
    CHECK(resumed.cue().cell == Cell{3, 1});
    resumed = ended(resumed);
    CHECK(resumed.cue().cell == Cell{0, 1});
    CHECK(at_boundary(ended(resumed)));
}

TEST_CASE("a clip that had ended, or whose film had failed, is tried anew") {
    const SharedGrid grid = grid_of_rows({"xx", "x."});
    CHECK(resume(grid, memory_of(ended(walk_at(grid, {0, 1})))).cue() ==
          Cue{1, {0, 1}, Standing::Playing, false});
    CHECK(resume(grid, memory_of(failed(walk_at(grid, {0, 1})))).cue() ==
          Cue{1, {0, 1}, Standing::Playing, false});
    CHECK(resume(grid, memory_of(walk_at(grid, {1, 1}))).cue() ==
          Cue{1, {1, 1}, Standing::Absent, false});
}

TEST_CASE("a memory holds the latest two hundred places") {
    const SharedGrid grid = full_grid(3, 3);
    Walk walk = walk_at(grid, {0, 0});
    for (int i = 0; i < 500; ++i) {
        walk = step(std::move(walk), StepPerson{1});
    }
    for (int i = 0; i < 250; ++i) {
        walk = step(std::move(walk), GoBack{});
    }
    const WalkMemory memory = memory_of(walk);
    CHECK(memory.history.size() == 200);
    CHECK(memory.ahead.size() == 200);
    CHECK(memory.history.back() == step(walk, GoBack{}).cue().cell);

    WalkMemory longer = memory;
    longer.history.insert(longer.history.begin(), memory.ahead.begin(), memory.ahead.end());
    longer.ahead.insert(longer.ahead.end(), memory.history.begin(), memory.history.end());
    CHECK(memory_of(resume(grid, longer)) == memory);
    Walk back = resume(grid, longer);
    int steps = 0;
    while (back.can_go_back()) {
        back = step(std::move(back), GoBack{});
        ++steps;
    }
    CHECK(steps == 200);
}

TEST_CASE("nonsense in a memory is left out") {
    const SharedGrid grid = grid_of_rows({"x.", "xx", "dd"});
    WalkMemory memory;
    memory.way = static_cast<Way>(17);
    memory.seed = 5;
    memory.scope = {{-4, 1, 99}, {-1}};
    memory.cell = {7, -7};
    memory.draws = {{1, 0}, {1, 0}, {2, 0}, {-1, -1}, {0, 1}, {400, 400}};
    memory.by_hand = {{1, 0}, {1, 1}, {0, 0}};
    memory.heard = {{0, 0}, {0, 0}, {3, 0}, {0, -1}};
    memory.history = {{9, 9}, {1, 1}, {1, 1}, {0, 2}};
    memory.ahead = {{-1, 0}, {2, 1}};
    memory.hang_question = 1;
    memory.hang_people = {-1, 0, 3, 0};

    const Walk walk = resume(grid, memory);

    CHECK(walk.way() == Way::StopAndTalk);
    CHECK(walk.cue().cell == Walk(grid, 5).cue().cell);
    CHECK(walk.cue().standing == Standing::Playing);
    CHECK(walk.scope() == Scope{{1}, {}});
    CHECK(walk.heard_count() == 1);
    const WalkMemory kept = memory_of(walk);
    CHECK(kept.draws == std::vector<Cell>{{1, 0}});
    CHECK(kept.by_hand == std::vector<Cell>{{1, 1}});
    CHECK(kept.history == std::vector<Cell>{{1, 1}});
    CHECK(kept.ahead == std::vector<Cell>{{2, 1}});
    CHECK(kept.hang_people == std::vector<int>{0});

    memory.hang_question = 2;
    CHECK_FALSE(memory_of(resume(grid, memory)).hang_question.has_value());
    memory.hang_question = -1;
    CHECK_FALSE(memory_of(resume(grid, memory)).hang_question.has_value());
    for (Way way : {Way::WholeCase, Way::HangOnQuestion, Way::MixItUp}) {
        memory.way = way;
        for (const SharedGrid& other : {grid, grid_of_rows({}), grid_of_rows({"d"})}) {
            Walk any = resume(other, memory);
            CHECK(any.way() == way);
            any = step(step(ended(any), GoNext{}), GoNext{});
            CHECK(any.cue().number >= 1);
        }
    }
}

TEST_CASE("a grid that grows under a class keeps the cue on the screen") {
    const SharedGrid before = grid_of_rows({"xx", "x."});
    const SharedGrid grown = grid_of_rows({"xx", "xx", "xx"});
    const auto grow = [&](const Walk& walk) {
        return with_cue(resume(grown, memory_of(walk)), walk.cue().number, walk.cue().standing);
    };
    Walk playing = step(walk_at(before, {0, 0}), GoNext{});
    CHECK(grow(playing).cue() == playing.cue());
    CHECK(ended(grow(playing)).boundary() == Boundary{PersonDone{Cell{1, 0}}});
    const Walk held = ended(playing);
    CHECK(grow(held).cue() == held.cue());
    CHECK(grow(held).boundary() == held.boundary());
    const Walk absent = step(playing, ChooseCell{{1, 1}});
    CHECK(grow(absent).cue() == Cue{4, {1, 1}, Standing::Playing, false});
    // A film that failed is tried again.
    CHECK(grow(failed(playing)).cue() == Cue{3, {0, 1}, Standing::Playing, false});
    // What has gone is gone.
    const SharedGrid shrunk = grid_of_rows({"xd", "dd"});
    CHECK(with_cue(resume(shrunk, memory_of(held)), 2, Standing::Held).cue() ==
          Cue{3, {0, 1}, Standing::Absent, false});
    CHECK(with_cue(resume(shrunk, memory_of(absent)), 3, Standing::Absent).cue() ==
          Cue{3, {1, 1}, Standing::Absent, false});
}

TEST_CASE("an empty memory resumes at the first cell") {
    const Walk walk = resume(full_grid(2, 2), {});
    CHECK(walk.cue() == Cue{1, {0, 0}, Standing::Playing, false});
    CHECK(walk.way() == Way::StopAndTalk);
    CHECK_FALSE(walk.can_go_back());
}
