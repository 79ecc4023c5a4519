#include <algorithm>

#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("hanging on a question everybody is heard exactly once, round the ring") {
    std::mt19937 chance(20);
    for (int round = 0; round < 500; ++round) {
        const SharedGrid grid = random_grid(chance, 12, 8);
        Walk walk = step(Walk(grid, static_cast<Seed>(chance())), SetWay{Way::HangOnQuestion});
        if (walk.cue().standing == Standing::Absent) continue;
        const Cell begun = walk.cue().cell;
        std::vector<Cell> heard{begun};
        std::vector<Cell> passed;
        while (!at_boundary(walk)) {
            walk = ended(std::move(walk));
            passed.insert(passed.end(), walk.passed_over().begin(), walk.passed_over().end());
            if (!at_boundary(walk)) heard.push_back(walk.cue().cell);
        }
        std::vector<Cell> ring;
        for (int by = 0; by < grid->people; ++by) {
            const Cell cell{(begun.person + by) % grid->people, begun.question};
            if (grid->playable(cell)) ring.push_back(cell);
        }
        REQUIRE(heard == ring);
        REQUIRE(walk.cue().standing == Standing::Held);
        for (Cell cell : passed) {
            REQUIRE(cell.question == begun.question);
            REQUIRE_FALSE(grid->playable(cell));
        }
        REQUIRE(std::holds_alternative<QuestionDone>(walk.boundary()));
        if (const auto next = std::get<QuestionDone>(walk.boundary()).next) {
            REQUIRE(next->question > begun.question);
            walk = step(std::move(walk), GoNext{});
            REQUIRE(walk.cue().cell == *next);
            REQUIRE(walk.way() == Way::HangOnQuestion);
            REQUIRE_FALSE(at_boundary(walk));
        }
    }
}

TEST_CASE("when everybody was heard, the next question is the same person's if they have it") {
    struct Row {
        std::vector<std::string> rows;
        std::optional<Cell> next;
        std::vector<Cell> passed;
    };
    // Hung on question 0; person 1 is the last to be heard.
    for (const Row& row : {
             Row{{".x", "xx"}, Cell{1, 1}, {}},
             Row{{".x", "x.", ".x"}, Cell{2, 1}, {{1, 1}}},
             Row{{".x", "x.", ".d"}, Cell{0, 1}, {{1, 1}, {2, 1}}},
             Row{{"..x", "x.."}, Cell{0, 2}, {{1, 1}, {1, 2}}},
             Row{{"..", "x.", "dd"}, std::nullopt, {}},
             Row{{".", "x"}, std::nullopt, {}},
         }) {
        CAPTURE(row.rows.front());
        Walk walk = ended(walk_at(grid_of_rows(row.rows), {1, 0}, Way::HangOnQuestion));
        CHECK(walk.boundary() == Boundary{QuestionDone{row.next}});
        const Walk before = walk;
        walk = step(std::move(walk), GoNext{});
        if (row.next) {
            CHECK(walk.cue().cell == *row.next);
            CHECK(walk.passed_over() == row.passed);
        } else {
            CHECK(walk == before);
        }
    }
}

TEST_CASE("at the end of the ring next first says so while the clip plays on") {
    Walk walk = walk_at(full_grid(2, 2), {0, 0}, Way::HangOnQuestion);
    walk = step(walk, GoNext{});
    CHECK(walk.cue() == Cue{2, {1, 0}, Standing::Playing, false});
    walk = step(walk, GoNext{});
    CHECK(walk.cue() == Cue{2, {1, 0}, Standing::Playing, false});
    CHECK(walk.boundary() == Boundary{QuestionDone{Cell{1, 1}}});
    walk = step(walk, GoNext{});
    CHECK(walk.cue() == Cue{3, {1, 1}, Standing::Playing, false});
}

TEST_CASE("choosing a person while hanging goes on from there, and leaves out who was heard") {
    Walk walk = walk_at(full_grid(6, 2), {0, 0}, Way::HangOnQuestion);
    walk = ended(walk);                  // 0 was heard, 1 plays
    walk = step(walk, ChoosePerson{4});  // 1 was left: heard
    std::vector<int> order;
    while (!at_boundary(walk)) {
        order.push_back(walk.cue().cell.person);
        walk = ended(std::move(walk));
    }
    CHECK(order == std::vector<int>{4, 5, 2, 3});
}

TEST_CASE("choosing a question while hanging begins a new ring, also the same question") {
    Walk walk = walk_at(full_grid(3, 2), {0, 0}, Way::HangOnQuestion);
    walk = ended(ended(walk));
    CHECK(walk.cue().cell == Cell{2, 0});
    for (int question : {0, 1}) {
        Walk anew = step(walk, ChooseQuestion{question});
        CHECK(anew.cue() == Cue{4, {2, question}, Standing::Playing, false});
        std::vector<int> order;
        while (!at_boundary(anew)) {
            order.push_back(anew.cue().cell.person);
            anew = ended(std::move(anew));
        }
        CHECK(order == std::vector<int>{2, 0, 1});
    }
}

TEST_CASE("going back to hanging on the same question remembers who was heard") {
    Walk walk = walk_at(full_grid(4, 3), {1, 1}, Way::HangOnQuestion);
    walk = ended(walk);  // 1 was heard, 2 plays
    walk = step(walk, ToggleWay{Way::HangOnQuestion});
    walk = step(walk, ToggleWay{Way::HangOnQuestion});
    CHECK(walk.cue().cell == Cell{2, 1});
    std::vector<int> order;
    SUBCASE("at once") {}
    SUBCASE("after a look at other questions") {
        walk = step(walk, SetWay{Way::WholeCase});
        walk = ended(walk);
        CHECK(walk.cue().cell == Cell{2, 2});
        walk = step(walk, ChooseCell{{2, 1}});
        walk = step(walk, SetWay{Way::HangOnQuestion});
    }
    while (!at_boundary(walk)) {
        order.push_back(walk.cue().cell.person);
        walk = ended(std::move(walk));
    }
    CHECK(order == std::vector<int>{2, 3, 0});
}

TEST_CASE("going back to hanging on another question begins a new ring") {
    Walk walk = ended(walk_at(full_grid(3, 3), {0, 0}, Way::HangOnQuestion));
    walk = step(step(walk, SetWay{Way::StopAndTalk}), GoNext{});
    walk = step(walk, SetWay{Way::HangOnQuestion});
    std::vector<Cell> order;
    while (!at_boundary(walk)) {
        order.push_back(walk.cue().cell);
        walk = ended(std::move(walk));
    }
    CHECK(order == std::vector<Cell>{{1, 1}, {2, 1}, {0, 1}});
}

TEST_CASE(
    "a question that everybody was heard on is over where it was left, and can be hung on again") {
    Walk walk = ended(ended(walk_at(full_grid(2, 3), {0, 0}, Way::HangOnQuestion)));
    CHECK(walk.boundary() == Boundary{QuestionDone{Cell{1, 1}}});
    Walk back = step(step(walk, SetWay{Way::StopAndTalk}), SetWay{Way::HangOnQuestion});
    CHECK(back.boundary() == walk.boundary());
    Walk later = step(step(walk, SetWay{Way::StopAndTalk}), ChooseCell{{1, 0}});
    later = step(later, SetWay{Way::HangOnQuestion});
    CHECK(ended(later).cue().cell == Cell{0, 0});
}

TEST_CASE("a clip that was held when the hanging began counts as heard") {
    Walk walk = step(ended(walk_at(full_grid(3, 2), {1, 0})), SetWay{Way::HangOnQuestion});
    std::vector<int> order;
    walk = step(walk, GoNext{});
    while (!at_boundary(walk)) {
        order.push_back(walk.cue().cell.person);
        walk = ended(std::move(walk));
    }
    CHECK(order == std::vector<int>{2, 0});
}

TEST_CASE("who was heard to the end is not played once more after a look around") {
    const auto rest = [](Walk walk) {
        std::vector<int> order;
        while (!at_boundary(walk)) {
            order.push_back(walk.cue().cell.person);
            walk = ended(std::move(walk));
        }
        return order;
    };
    const auto look_around = [](Walk walk) {
        walk = step(step(std::move(walk), SetWay{Way::StopAndTalk}), ChoosePerson{1});
        return step(std::move(walk), SetWay{Way::HangOnQuestion});
    };
    SUBCASE("held when the hanging began") {
        const Walk held = ended(walk_at(full_grid(4, 2), {0, 0}));
        CHECK(rest(look_around(step(held, SetWay{Way::HangOnQuestion}))) ==
              std::vector<int>{1, 2, 3});
    }
    SUBCASE("the last of all: the ring begins anew") {
        Walk walk = walk_at(full_grid(4, 2), {1, 0}, Way::HangOnQuestion);
        while (!at_boundary(walk)) {
            walk = ended(std::move(walk));
        }
        CHECK(rest(look_around(walk)) == std::vector<int>{1, 2, 3, 0});
    }
}

TEST_CASE("going back from another question, next goes on round the ring") {
    Walk walk = step(walk_at(full_grid(3, 2), {0, 0}, Way::HangOnQuestion), ChooseCell{{2, 1}});
    walk = step(step(walk, GoBack{}), GoNext{});
    CHECK(walk.cue().cell == Cell{1, 0});
}

TEST_CASE("previous and next within a ring are each other's inverse") {
    Walk walk = ended(ended(walk_at(full_grid(4, 2), {0, 0}, Way::HangOnQuestion)));
    CHECK(walk.cue().cell == Cell{2, 0});
    walk = step(step(walk, GoBack{}), GoBack{});
    CHECK(walk.cue().cell == Cell{0, 0});
    walk = step(step(walk, GoNext{}), GoNext{});
    CHECK(walk.cue().cell == Cell{2, 0});
    walk = step(walk, GoNext{});
    CHECK(walk.cue().cell == Cell{3, 0});
    CHECK(at_boundary(step(walk, GoNext{})));
}
