#include <algorithm>
#include <set>

#include "lessons/mix.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

// The grid of the example in docs/mix.md.
SharedGrid example() {
    return with_facts(grid_of_rows({"xxx", "xx.", "xxx", "xxx"}),
                      {"left school at {value}", "{value}"},
                      {{"16", "care"}, {"16", "farm"}, {"30", "care"}, {"18", ""}});
}

std::vector<Cell> all_draws(const Grid& grid, const Scope& scope, Seed seed) {
    Bag bag(grid, scope, seed);
    std::optional<Cell> previous;
    std::vector<Cell> draws;
    while (const std::optional<Cell> next = bag.next(grid, previous)) {
        bag.draw(*next);
        draws.push_back(*next);
        previous = next;
    }
    return draws;
}

int facts_apart(const Grid& grid, int one, int other) {
    int apart = 0;
    for (std::size_t kind = 0; kind < grid.says.size(); ++kind) {
        const auto& a = grid.fact(one, kind);
        const auto& b = grid.fact(other, kind);
        apart += a && b && *a != *b ? 1 : 0;
    }
    return apart;
}

std::vector<int> some(std::mt19937& chance, int count) {
    std::vector<int> places;
    for (int place = 0; place < count; ++place) {
        if (below(chance, 2) == 0) places.push_back(place);
    }
    return places;
}

// What a bag holds, kept a second time in the plainest way.
struct Model {
    std::set<Cell> cells;
    std::vector<int> turns;

    // Everybody with answers left who had the fewest turns: the hard bound.
    std::vector<Cell> allowed() const {
        int fewest = 1 << 30;
        for (Cell cell : cells) {
            fewest = std::min(fewest, turns[static_cast<std::size_t>(cell.person)]);
        }
        std::vector<Cell> kept;
        for (Cell cell : cells) {
            if (turns[static_cast<std::size_t>(cell.person)] == fewest) kept.push_back(cell);
        }
        return kept;
    }
    void take(Cell cell) {
        cells.erase(cell);
        ++turns[static_cast<std::size_t>(cell.person)];
    }
};

}  // namespace

TEST_CASE("a seed draws what another program draws from it") {
    // Both worked out by the JavaScript of docs/mix.md.
    const SharedGrid grid = example();
    CHECK(all_draws(*grid, {}, 7) == std::vector<Cell>{{1, 0},
                                                       {2, 2},
                                                       {0, 1},
                                                       {3, 0},
                                                       {1, 1},
                                                       {2, 0},
                                                       {0, 2},
                                                       {3, 1},
                                                       {0, 0},
                                                       {2, 1},
                                                       {3, 2}});
    CHECK(all_draws(*grid, {}, 645648463) == std::vector<Cell>{{0, 0},
                                                               {3, 1},
                                                               {2, 0},
                                                               {1, 1},
                                                               {2, 2},
                                                               {1, 0},
                                                               {0, 2},
                                                               {3, 0},
                                                               {0, 1},
                                                               {3, 2},
                                                               {2, 1}});
}

TEST_CASE("a bag holds the playable cells in scope and nothing else") {
    const SharedGrid grid = grid_of_rows({"x.h", "xxx", "ddd"});
    const Bag all(*grid, {}, 1);
    CHECK(all.left() == 4);
    CHECK(all.contains({0, 0}));
    for (Cell cell : {Cell{0, 1}, Cell{0, 2}, Cell{2, 0}, Cell{-1, 0}, Cell{0, 3}, Cell{3, 0}}) {
        CAPTURE(cell);
        CHECK_FALSE(all.contains(cell));
    }
    const Bag some_people(*grid, {{1, 2}, {}}, 1);
    CHECK(some_people.left() == 3);
    const Bag some_questions(*grid, {{}, {0}}, 1);
    CHECK(some_questions.left() == 2);
    const Bag one(*grid, {{1}, {2}}, 1);
    CHECK(one.left() == 1);
    CHECK(Bag(*grid, {{2}, {}}, 1).empty());
    CHECK_FALSE(Bag(*grid, {{2}, {}}, 1).next(*grid, std::nullopt).has_value());
}

TEST_CASE("a scope is cleaned of nonsense; nothing but nonsense means all") {
    const SharedGrid grid = full_grid(3, 2);
    CHECK(cleaned({{2, 0, 2, -1, 3}, {7, 1}}, *grid) == Scope{{0, 2}, {1}});
    CHECK(cleaned({{-1, 99}, {}}, *grid) == Scope{});
    CHECK(Bag(*grid, {{-1, 99}, {}}, 1).left() == 6);
}

TEST_CASE("what is taken twice leaves the bag once") {
    const SharedGrid grid = full_grid(2, 2);
    Bag bag(*grid, {}, 1);
    bag.take_by_hand({0, 0});
    bag.take_by_hand({0, 0});
    bag.draw({0, 0});
    bag.take_by_hand({5, 5});
    CHECK(bag.left() == 3);
    CHECK(bag.turns(0) == 1);
    CHECK(bag.draws().empty());
    CHECK(bag.by_hand() == std::vector<Cell>{{0, 0}});
}

TEST_CASE("every draw keeps the bound, and differs from the one before as far as the bag allows") {
    std::mt19937 chance(3);
    for (int round = 0; round < 1500; ++round) {
        const bool large = round % 150 == 0;
        const SharedGrid grid = random_grid(chance, large ? 100 : 9, large ? 40 : 9);
        const Scope scope = below(chance, 3) == 0
                                ? Scope{some(chance, grid->people), some(chance, grid->questions)}
                                : Scope{};
        Bag bag(*grid, scope, static_cast<Seed>(chance()));
        Model model{{}, std::vector<int>(static_cast<std::size_t>(grid->people), 0)};
        for (Cell cell : playable_cells(*grid)) {
            if (bag.contains(cell)) model.cells.insert(cell);
        }
        const bool by_hand_too = below(chance, 3) == 0;
        bool untouched = true;
        std::optional<Cell> previous;
        std::size_t checked = 0;
        while (!model.cells.empty()) {
            if (by_hand_too && below(chance, 5) == 0) {
                const Cell chosen{below(chance, grid->people), below(chance, grid->questions)};
                if (model.cells.contains(chosen)) {
                    model.take(chosen);
                    untouched = false;
                }
                bag.take_by_hand(chosen);
                previous = chosen;
                continue;
            }
            const std::optional<Cell> next = bag.next(*grid, previous);
            REQUIRE(next.has_value());
            REQUIRE(model.cells.contains(*next));  // no repeat, nothing out of scope
            // Of a large bag every 40th draw is looked at closely: it takes a while.
            if (!large || checked++ % 40 == 0) {
                std::vector<Cell> allowed = model.allowed();
                REQUIRE(std::find(allowed.begin(), allowed.end(), *next) != allowed.end());
                if (previous && !untouched) {
                    const auto keep_if_any = [&](auto wanted) {
                        if (std::none_of(allowed.begin(), allowed.end(), wanted)) return;
                        std::erase_if(allowed, [&](Cell cell) { return !wanted(cell); });
                        REQUIRE(wanted(*next));
                    };
                    keep_if_any([&](Cell cell) { return cell.person != previous->person; });
                    keep_if_any([&](Cell cell) { return cell.question != previous->question; });
                    int most_apart = 0;
                    for (Cell cell : allowed) {
                        most_apart =
                            std::max(most_apart, facts_apart(*grid, previous->person, cell.person));
                    }
                    REQUIRE(facts_apart(*grid, previous->person, next->person) == most_apart);
                }
            }
            model.take(*next);
            untouched = false;
            bag.draw(*next);
            previous = next;
            if (by_hand_too) continue;
            int fewest = 1 << 30;
            int most = 0;
            for (int person = 0; person < grid->people; ++person) {
                if (bag.left(person) == 0) continue;
                fewest = std::min(fewest, bag.turns(person));
                most = std::max(most, bag.turns(person));
            }
            REQUIRE(most <= fewest + 1);
        }
        REQUIRE(bag.empty());
        REQUIRE_FALSE(bag.next(*grid, previous).has_value());
    }
}

TEST_CASE("after a person was chosen often, the others have their turns first") {
    const SharedGrid grid = full_grid(4, 6);
    Bag bag(*grid, {}, 11);
    for (int question = 0; question < 3; ++question) {
        bag.take_by_hand({2, question});
    }
    Cell previous{2, 2};
    for (int draw = 0; draw < 9; ++draw) {
        const std::optional<Cell> next = bag.next(*grid, previous);
        REQUIRE(next.has_value());
        CHECK(next->person != 2);
        bag.draw(*next);
        previous = *next;
    }
    for (int person = 0; person < 4; ++person) {
        CHECK(bag.turns(person) == 3);
    }
}

TEST_CASE("in what order cells left the bag makes no difference to what comes next") {
    std::mt19937 chance(4);
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 8);
        std::vector<Cell> cells = playable_cells(*grid);
        const Seed seed = static_cast<Seed>(chance());
        Bag forwards(*grid, {}, seed);
        Bag backwards(*grid, {}, seed);
        const std::size_t half = cells.size() / 2;
        for (std::size_t i = 0; i < half; ++i) {
            forwards.draw(cells[i]);
            backwards.take_by_hand(cells[half - 1 - i]);
        }
        const std::optional<Cell> previous = cells.empty() ? std::nullopt : std::optional(cells[0]);
        REQUIRE(forwards.next(*grid, previous) == backwards.next(*grid, previous));
    }
}

TEST_CASE("different seeds give different mixes") {
    const SharedGrid grid = full_grid(20, 30);
    std::set<std::vector<Cell>> mixes;
    Seed seed = 5;
    for (int pc = 0; pc < 30; ++pc, ++seed) {
        std::vector<Cell> draws = all_draws(*grid, {}, seed);
        CHECK(draws.size() == 600);
        draws.resize(5);
        mixes.insert(draws);
    }
    CHECK(mixes.size() == 30);
}

TEST_CASE(
    "over many seeds everybody is drawn first about equally often, with any of their answers") {
    const SharedGrid grid =
        grid_of_rows({"xxxxxxxxxx", "xxxxxxxxxx", "x.........", "xxxxx.....", "xxxxxxxxxx"});
    std::vector<int> first(5, 0);
    std::vector<int> of_person_0(10, 0);
    constexpr int seeds = 10000;
    for (Seed seed = 0; seed < seeds; ++seed) {
        const std::optional<Cell> cell = Bag(*grid, {}, seed).next(*grid, std::nullopt);
        REQUIRE(cell.has_value());
        ++first[static_cast<std::size_t>(cell->person)];
        if (cell->person == 0) ++of_person_0[static_cast<std::size_t>(cell->question)];
    }
    for (int count : first) {
        CHECK(count > 2000 - 160);  // four standard deviations
        CHECK(count < 2000 + 160);
    }
    for (int count : of_person_0) {
        CHECK(count > 200 - 56);
        CHECK(count < 200 + 56);
    }
}

TEST_CASE("a mix can be begun at any cell, with a seed that repeats it") {
    std::mt19937 chance(6);
    for (int round = 0; round < 300; ++round) {
        const SharedGrid grid = random_grid(chance, 12, 12);
        const std::vector<Cell> cells = playable_cells(*grid);
        if (cells.empty()) continue;
        const Cell here =
            cells[static_cast<std::size_t>(below(chance, static_cast<int>(cells.size())))];
        const Seed seed =
            seed_going_on_from(*grid, {}, static_cast<Seed>(chance()) % short_seeds, here);
        REQUIRE(seed < short_seeds);
        REQUIRE(Bag(*grid, {}, seed).next(*grid, std::nullopt) == here);
        REQUIRE(seed_going_on_from(*grid, {}, seed, here) == seed);
    }
}

TEST_CASE("a mix begun at a cell out of scope begins with somebody and something else") {
    const SharedGrid grid = full_grid(6, 5);
    for (Seed from = 0; from < 200; ++from) {
        const Scope scope{{}, {1, 2, 3}};
        const Seed seed = seed_going_on_from(*grid, scope, from, {4, 0});
        const std::optional<Cell> first = Bag(*grid, scope, seed).next(*grid, std::nullopt);
        REQUIRE(first.has_value());
        CHECK(first->person != 4);
    }
    // Where nothing else is in scope, the seed stays.
    CHECK(seed_going_on_from(*grid, {{2}, {1}}, 9, {2, 0}) == 9);
    CHECK(seed_going_on_from(*grid_of_rows({"x.", ".."}), {}, 9, {0, 1}) == 9);
    CHECK(seed_going_on_from(*grid_of_rows({"dd", "dd"}), {}, 9, {0, 1}) == 9);
}
