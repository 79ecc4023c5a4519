#include <algorithm>
#include <set>

#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

// The cells from here to the end of the bag, the present one first.
std::vector<Cell> rest_of_mix(Walk walk) {
    std::vector<Cell> cells;
    while (!at_boundary(walk)) {
        cells.push_back(walk.cue().cell);
        walk = ended(std::move(walk));
    }
    return cells;
}

std::vector<Cell> sorted(std::vector<Cell> cells) {
    std::sort(cells.begin(), cells.end());
    return cells;
}

}  // namespace

TEST_CASE("a mix plays every answer once, the present one first, with equal turns") {
    std::mt19937 chance(30);
    for (int round = 0; round < 300; ++round) {
        const SharedGrid grid = random_grid(chance, 10, 10);
        Walk walk(grid, static_cast<Seed>(chance()));
        if (walk.cue().standing == Standing::Absent) continue;
        const Cue before = walk.cue();
        walk = step(std::move(walk), ToggleWay{Way::MixItUp});
        REQUIRE(walk.cue() == before);
        REQUIRE(walk.reason().empty());
        const std::vector<Cell> played = rest_of_mix(walk);
        REQUIRE(played.front() == before.cell);
        REQUIRE(sorted(played) == playable_cells(*grid));

        std::vector<int> turns(static_cast<std::size_t>(grid->people), 0);
        std::vector<int> left(static_cast<std::size_t>(grid->people), 0);
        for (Cell cell : played) {
            ++left[static_cast<std::size_t>(cell.person)];
        }
        for (Cell cell : played) {
            ++turns[static_cast<std::size_t>(cell.person)];
            --left[static_cast<std::size_t>(cell.person)];
            int fewest = 1 << 30;
            int most = 0;
            for (std::size_t person = 0; person < left.size(); ++person) {
                if (left[person] == 0) continue;
                fewest = std::min(fewest, turns[person]);
                most = std::max(most, turns[person]);
            }
            REQUIRE(most <= fewest + 1);
        }
    }
}

TEST_CASE("the seed shown repeats what the class saw, from wherever it was begun") {
    std::mt19937 chance(31);
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 10, 10);
        Walk walk(grid, static_cast<Seed>(chance()));
        for (int i = 0; i < 3; ++i) {
            walk = step(std::move(walk), GoNext{});
        }
        if (walk.cue().standing == Standing::Absent) continue;
        walk = step(std::move(walk), SetWay{Way::MixItUp});
        // Another sitting, somewhere else, with the seed typed in.
        Walk other(grid, static_cast<Seed>(chance()));
        other = step(std::move(other), SetWay{Way::HangOnQuestion});
        other = step(std::move(other), Reshuffle{walk.seed()});
        REQUIRE(other.way() == Way::MixItUp);
        REQUIRE(other.cue().standing == Standing::Playing);
        REQUIRE(rest_of_mix(walk) == rest_of_mix(other));
    }
}

TEST_CASE("next draws as the end of a clip does") {
    Walk by_key = walk_at(full_grid(5, 5), {2, 3}, Way::MixItUp);
    Walk by_itself = by_key;
    for (int i = 0; i < 24; ++i) {
        by_key = step(std::move(by_key), GoNext{});
        by_itself = ended(std::move(by_itself));
        CHECK(by_key.cue() == by_itself.cue());
        CHECK(by_key.heard_count() == static_cast<std::size_t>(i + 1));
    }
    CHECK_FALSE(at_boundary(by_key));
}

TEST_CASE("begun out of scope, a mix is that of its seed from the first draw on") {
    const SharedGrid grid =
        with_facts(full_grid(6, 6), {"{value}", "{value}"},
                   {{"a", "b"}, {"a", "c"}, {"d", "c"}, {"d", "b"}, {"a", "c"}, {"a", "f"}});
    const Scope scope{{0, 1, 2, 3}, {0, 1, 2}};
    for (Seed seed = 0; seed < 50; ++seed) {
        Walk walk = step(walk_at(grid, {4, 4}, Way::StopAndTalk, seed), SetScope{scope});
        walk = ended(step(walk, SetWay{Way::MixItUp}));
        CHECK(walk.reason().empty());
        Walk typed = step(walk_at(grid, {0, 0}), SetScope{scope});
        typed = step(typed, Reshuffle{walk.seed()});
        CHECK(rest_of_mix(walk) == rest_of_mix(typed));
    }
}

TEST_CASE("a new mix that begins where one is starts that clip anew, as its first draw") {
    const SharedGrid grid =
        with_facts(full_grid(3, 3), {"left school at {value}"}, {{"16"}, {"18"}, {"30"}});
    Walk walk = ended(ended(step(walk_at(grid, {0, 0}), Reshuffle{Seed{8}})));
    walk = step(walk, GoBack{});
    CHECK_FALSE(walk.reason().empty());
    const Cell here = walk.cue().cell;
    const std::uint64_t number = walk.cue().number;
    walk = step(walk, Reshuffle{seed_going_on_from(*grid, {}, 1, here)});
    CHECK(walk.cue() == Cue{number + 1, here, Standing::Playing, false});
    CHECK(walk.reason().empty());
    CHECK(memory_of(walk).ahead.empty());
    CHECK(rest_of_mix(walk).size() == 9);
}

TEST_CASE("when the bag is empty a new seed is offered, and one more next draws from it") {
    Walk walk = step(walk_at(full_grid(2, 2), {0, 0}), Reshuffle{Seed{5}});
    for (int i = 0; i < 3; ++i) {
        walk = step(std::move(walk), GoNext{});
    }
    SUBCASE("after the clip has ended") {
        walk = ended(walk);
        CHECK(walk.cue().standing == Standing::Held);
    }
    SUBCASE("while it plays") {
        walk = step(walk, GoNext{});
        CHECK(walk.cue().standing == Standing::Playing);
    }
    CHECK(walk.cue().number == 5);
    CHECK(walk.boundary() == Boundary{MixDone{next_seed(5)}});
    walk = step(walk, GoNext{});
    CHECK(walk.seed() == next_seed(5));
    CHECK(walk.cue().number == 6);
    CHECK(walk.cue().standing == Standing::Playing);
    CHECK_FALSE(at_boundary(walk));
    CHECK(rest_of_mix(walk) ==
          rest_of_mix(step(walk_at(full_grid(2, 2), {1, 1}), Reshuffle{next_seed(5)})));
}

TEST_CASE("reshuffling without a seed takes the one that follows") {
    const Walk walk = step(walk_at(full_grid(4, 4), {0, 0}), Reshuffle{Seed{99}});
    CHECK(walk.seed() == 99);
    const Walk next = step(walk, Reshuffle{});
    CHECK(next.seed() == next_seed(99));
    CHECK(next == step(walk, Reshuffle{next_seed(99)}));
    CHECK(next.reason().empty());
    CHECK(rest_of_mix(next).size() == 16);
}

TEST_CASE("a cell chosen by hand leaves the bag and counts as that person's turn") {
    const SharedGrid grid = full_grid(4, 4);
    Walk walk = step(walk_at(grid, {0, 0}), Reshuffle{Seed{3}});
    const Cell first = walk.cue().cell;
    const int person = (first.person + 1) % 4;
    walk = step(walk, ChooseCell{{person, 0}});
    walk = step(walk, ChooseCell{{person, 1}});
    CHECK(walk.reason().empty());
    std::vector<Cell> rest = rest_of_mix(walk);
    // Two turns were had, so two others come twice and the first one once before this person.
    for (int draw = 1; draw <= 5; ++draw) {
        CHECK(rest[static_cast<std::size_t>(draw)].person != person);
    }
    rest.push_back(first);
    rest.push_back({person, 0});
    CHECK(sorted(rest) == playable_cells(*grid));
}

TEST_CASE("a mix left and gone back to keeps its bag") {
    const SharedGrid grid = full_grid(5, 4);
    Walk walk = step(walk_at(grid, {0, 0}), Reshuffle{Seed{3}});
    walk = ended(ended(walk));
    const std::vector<Cell> rest = rest_of_mix(walk);
    const Seed seed = walk.seed();
    walk = step(walk, ToggleWay{Way::WholeCase});
    CHECK(walk.reason().empty());
    walk = step(walk, ToggleWay{Way::MixItUp});
    CHECK(walk.seed() == seed);
    SUBCASE("at once") {
        CHECK(rest_of_mix(walk) == rest);
    }
    SUBCASE("after a detour, whose last cell counts as chosen") {
        walk = step(walk, SetWay{Way::StopAndTalk});
        const Cell detour = rest.back();
        walk = step(walk, ChooseCell{detour});
        walk = step(walk, SetWay{Way::MixItUp});
        std::vector<Cell> heard = rest_of_mix(walk);
        CHECK(heard.front() == detour);
        heard.push_back(rest.front());  // played before the detour
        CHECK(sorted(heard) == sorted(rest));
    }
}

TEST_CASE("a scope limits the mix, and a new one begins a new bag") {
    const SharedGrid grid = full_grid(4, 4);
    Walk walk = walk_at(grid, {0, 0}, Way::MixItUp);
    walk = ended(ended(walk));
    walk = step(walk, SetScope{{{0, 2}, {1, 9, 1}}});
    CHECK(walk.scope() == Scope{{0, 2}, {1}});
    const Cue here = walk.cue();
    std::vector<Cell> rest = rest_of_mix(walk);
    CHECK(rest.front() == here.cell);
    if (here.cell != Cell{0, 1} && here.cell != Cell{2, 1}) rest.erase(rest.begin());
    CHECK(sorted(rest) == std::vector<Cell>{{0, 1}, {2, 1}});

    SUBCASE("the same scope again changes nothing") {
        walk = step(ended(walk), GoNext{});
        CHECK(step(walk, SetScope{{{2, 0}, {1}}}) == walk);
    }
    SUBCASE("other ways are not limited") {
        walk = step(walk, SetWay{Way::WholeCase});
        walk = step(step(walk, ChooseCell{{3, 2}}), GoNext{});
        CHECK(walk.cue().cell == Cell{3, 3});
    }
    SUBCASE("everything again") {
        walk = step(walk, SetScope{{}});
        CHECK(rest_of_mix(walk).size() == 16);
    }
    SUBCASE("set before the mix begins") {
        Walk later = step(walk_at(grid, {0, 1}), SetScope{{{0, 2}, {1}}});
        later = step(later, SetWay{Way::MixItUp});
        CHECK(rest_of_mix(later) == std::vector<Cell>{{0, 1}, {2, 1}});
    }
}

TEST_CASE("a scope with nothing to play is over at once and stays where it is") {
    const SharedGrid grid = grid_of_rows({"xx", "dd"});
    Walk walk = walk_at(grid, {0, 0}, Way::MixItUp);
    walk = step(walk, SetScope{{{1}, {}}});
    CHECK(walk.cue() == Cue{1, {0, 0}, Standing::Playing, false});
    walk = ended(walk);
    CHECK(walk.cue().standing == Standing::Held);
    REQUIRE(std::holds_alternative<MixDone>(walk.boundary()));
    walk = step(walk, GoNext{});
    CHECK(walk.cue().cell == Cell{0, 0});
    CHECK(std::holds_alternative<MixDone>(walk.boundary()));
}

TEST_CASE("the reason compares with the clip before, and is silent where nothing was drawn") {
    const SharedGrid grid =
        with_facts(full_grid(3, 3), {"left school at {value}"}, {{"16"}, {"18"}, {"30"}});
    const std::vector<std::string> left{"16", "18", "30"};
    Walk walk = step(walk_at(grid, {0, 0}), Reshuffle{Seed{8}});
    CHECK(walk.reason().empty());
    std::vector<std::string> reasons;
    for (int i = 0; i < 8; ++i) {
        const auto before = static_cast<std::size_t>(walk.cue().cell.person);
        walk = ended(std::move(walk));
        const auto now = static_cast<std::size_t>(walk.cue().cell.person);
        CHECK(walk.reason() == "left school at " + left[before] + ", then at " + left[now]);
        reasons.push_back(walk.reason());
    }
    // Going back shows why that one was chosen; other ways and choices have no reason.
    walk = step(walk, GoBack{});
    CHECK(walk.reason() == reasons[6]);
    CHECK(step(walk, GoBack{std::chrono::seconds(5)}).reason() == reasons[6]);
    CHECK(step(walk, SetWay{Way::StopAndTalk}).reason().empty());
    CHECK(step(step(walk, SetWay{Way::StopAndTalk}), SetWay{Way::MixItUp}).reason() == reasons[6]);
    CHECK(step(walk, StepPerson{1}).reason().empty());
    CHECK(step(walk, Reshuffle{}).reason().empty());
}

TEST_CASE("the next draw can be prepared: it is the first of what may come") {
    Walk walk = walk_at(full_grid(6, 6), {0, 0}, Way::MixItUp);
    for (int i = 0; i < 35; ++i) {
        const std::vector<Cell> upcoming = upcoming_of(walk, 1);
        walk = ended(std::move(walk));
        REQUIRE(upcoming == std::vector<Cell>{walk.cue().cell});
    }
    // At the end: the first one of the seed that is offered.
    const std::vector<Cell> upcoming = upcoming_of(walk, 1);
    walk = step(ended(std::move(walk)), GoNext{});
    CHECK(upcoming == std::vector<Cell>{walk.cue().cell});
}

TEST_CASE("going back in a mix and on again replays the same draws and burns none") {
    Walk walk = walk_at(full_grid(4, 5), {0, 0}, Way::MixItUp);
    std::vector<Cell> shown{walk.cue().cell};
    for (int i = 0; i < 6; ++i) {
        walk = step(std::move(walk), GoNext{});
        shown.push_back(walk.cue().cell);
    }
    const std::vector<Cell> rest = rest_of_mix(walk);
    for (int i = 5; i >= 2; --i) {
        walk = step(std::move(walk), GoBack{});
        CHECK(walk.cue().cell == shown[static_cast<std::size_t>(i)]);
    }
    SUBCASE("by key and by itself") {
        walk = step(std::move(walk), GoNext{});
        CHECK(walk.cue().cell == shown[3]);
        for (std::size_t i = 4; i <= 6; ++i) {
            walk = ended(std::move(walk));
            CHECK(walk.cue().cell == shown[i]);
        }
        CHECK(rest_of_mix(walk) == rest);
    }
    SUBCASE("but not after a new choice") {
        walk = step(std::move(walk), ChooseCell{rest.back()});
        walk = step(std::move(walk), GoNext{});
        CHECK(walk.cue().cell != shown[3]);
        CHECK(std::find(shown.begin(), shown.end(), walk.cue().cell) == shown.end());
    }
}
