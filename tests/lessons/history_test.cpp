#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;
using namespace std::chrono_literals;

TEST_CASE("previous is what was on the screen before, through every way and choice") {
    const SharedGrid grid = grid_of_rows({"xxx.x", "xxxxx", "x.xxx", "xxxxx"});
    Walk walk(grid, 4);
    std::vector<Cell> shown{walk.cue().cell};
    for (const Input& input : std::vector<Input>{
             GoNext{}, ChooseCell{{0, 3}}, SetWay{Way::HangOnQuestion}, GoNext{}, GoNext{},
             SetWay{Way::MixItUp}, GoNext{}, GoNext{}, ChoosePerson{2}, SetWay{Way::StopAndTalk},
             StepQuestion{1}, StepPerson{-1}, Reshuffle{Seed{77}}, GoNext{}}) {
        walk = step(std::move(walk), input);
        if (walk.cue().cell != shown.back()) shown.push_back(walk.cue().cell);
    }
    REQUIRE(shown.size() > 10);
    while (shown.size() > 1) {
        shown.pop_back();
        CHECK(walk.can_go_back());
        walk = step(std::move(walk), GoBack{1s});
        CHECK(walk.cue().cell == shown.back());
        CHECK(walk.way() == Way::MixItUp);
    }
    CHECK_FALSE(walk.can_go_back());
}

TEST_CASE("from three seconds on previous starts the clip anew, before it goes back") {
    const Walk walk = step(walk_at(full_grid(2, 3), {0, 0}), GoNext{});
    struct Row {
        std::chrono::microseconds into;
        int question;
    };
    for (const Row& row : {Row{0us, 0}, Row{2999999us, 0}, Row{3s, 1}, Row{50s, 1}}) {
        CAPTURE(row.into.count());
        const Walk back = step(walk, GoBack{row.into});
        CHECK(back.cue() == Cue{3, {0, row.question}, Standing::Playing, false});
        CHECK(back.can_go_back() == (row.question == 1));
    }
}

TEST_CASE("at the very beginning previous starts the clip anew") {
    const Walk walk = walk_at(full_grid(2, 3), {0, 1});
    CHECK(step(walk, GoBack{0s}).cue() == Cue{2, {0, 1}, Standing::Playing, false});
    CHECK_FALSE(step(walk, GoBack{0s}).heard({0, 1}));
}

TEST_CASE("previous plays a held clip once more") {
    Walk walk = ended(step(walk_at(full_grid(2, 3), {0, 0}), GoNext{}));
    walk = step(walk, GoBack{0s});
    CHECK(walk.cue() == Cue{3, {0, 1}, Standing::Playing, false});
    walk = step(walk, GoBack{0s});
    CHECK(walk.cue() == Cue{4, {0, 0}, Standing::Playing, false});
}

TEST_CASE("previous leads away from an absent cell, however long it was shown, and back to it") {
    const SharedGrid grid = grid_of_rows({"x.x"});
    Walk walk = step(walk_at(grid, {0, 0}), ChooseQuestion{1});
    CHECK(step(walk, GoBack{60s}).cue().cell == Cell{0, 0});
    walk = step(step(walk, GoNext{}), GoBack{});
    CHECK(walk.cue() == Cue{4, {0, 1}, Standing::Absent, false});
    CHECK_FALSE(walk.heard({0, 1}));
}

TEST_CASE("going back over a person's end and on again asks again") {
    Walk walk = walk_at(full_grid(2, 2), {0, 1});
    walk = step(step(walk, GoNext{}), GoNext{});
    CHECK(walk.cue().cell == Cell{1, 0});
    walk = step(walk, GoBack{});
    CHECK(walk.cue().cell == Cell{0, 1});
    CHECK_FALSE(at_boundary(walk));
    walk = step(walk, GoNext{});
    CHECK(walk.cue().cell == Cell{0, 1});
    CHECK(at_boundary(walk));
}

TEST_CASE("a clip that was left counts as heard, one that was started anew does not") {
    Walk walk = walk_at(full_grid(3, 3), {0, 0});
    walk = step(walk, ChooseCell{{0, 0}});
    CHECK(walk.heard_count() == 0);
    walk = step(walk, ChooseCell{{1, 1}});
    CHECK(walk.heard({0, 0}));
    walk = step(walk, GoBack{});
    CHECK(walk.heard({1, 1}));
    CHECK(walk.heard_count() == 2);
    CHECK_FALSE(walk.heard({-1, 0}));
    CHECK_FALSE(walk.heard({0, 3}));
}

TEST_CASE("a very long sitting forgets its oldest places only") {
    Walk walk = walk_at(full_grid(2, 2), {0, 0});
    for (int i = 0; i < 3000; ++i) {
        walk = step(std::move(walk), StepPerson{1});
        if (i % 2 == 0) walk = step(std::move(walk), StepQuestion{i % 4 == 0 ? 1 : -1});
    }
    int back = 0;
    while (walk.can_go_back()) {
        walk = step(std::move(walk), GoBack{});
        ++back;
    }
    CHECK(back == 999);
}
