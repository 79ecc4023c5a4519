// Laws that hold after any inputs, over grids made up by chance.
#include <algorithm>
#include <set>
#include <utility>

#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

// Mostly sensible, now and then not.
Input random_input(std::mt19937& chance, const Walk& walk) {
    const Grid& grid = walk.grid();
    const auto person = [&] { return below(chance, grid.people + 2) - 1; };
    const auto question = [&] { return below(chance, grid.questions + 2) - 1; };
    const Way way = static_cast<Way>(below(chance, 4));
    switch (below(chance, 24)) {
        case 0:
            return ChooseCell{{person(), question()}};
        case 1:
            return ChoosePerson{person()};
        case 2:
            return ChooseQuestion{question()};
        case 3:
            return StepPerson{below(chance, 5) - 2};
        case 4:
            return StepQuestion{below(chance, 5) - 2};
        case 5:
        case 6:
        case 7:
            return GoBack{std::chrono::seconds(below(chance, 6))};
        case 8:
            return ToggleWay{way};
        case 9:
            return SetWay{way};
        case 10:
            if (below(chance, 3) != 0) return Reshuffle{};
            return Reshuffle{static_cast<Seed>(chance())};
        case 11: {
            Scope scope;
            for (int i = below(chance, 4); i > 0; --i) {
                scope.people.push_back(person());
            }
            for (int i = below(chance, 4); i > 0; --i) {
                scope.questions.push_back(question());
            }
            return SetScope{scope};
        }
        case 12:
            return ClipEnded{walk.cue().number - 1};
        case 13:
            return ClipFailed{walk.cue().number};
        case 14:
        case 15:
        case 16:
        case 17:
        case 18:
            return GoNext{};
        default:
            return ClipEnded{walk.cue().number};
    }
}

void check_cue(const Walk& walk) {
    const Grid& grid = walk.grid();
    const Cue& cue = walk.cue();
    REQUIRE(grid.contains(cue.cell));
    REQUIRE(cue.number >= 1);
    REQUIRE((cue.standing == Standing::Absent) == (cue.failed || !grid.playable(cue.cell)));
    if (const auto* done = std::get_if<PersonDone>(&walk.boundary()); done && done->next) {
        REQUIRE(grid.playable(*done->next));
        REQUIRE(done->next->person != cue.cell.person);
    }
    if (const auto* done = std::get_if<QuestionDone>(&walk.boundary()); done && done->next) {
        REQUIRE(grid.playable(*done->next));
        REQUIRE(done->next->question > cue.cell.question);
    }
    if (walk.way() != Way::MixItUp) REQUIRE(walk.reason().empty());
}

void check_lists(const Walk& walk, std::mt19937& chance) {
    const Grid& grid = walk.grid();
    const auto most = static_cast<std::size_t>(below(chance, 8));
    const std::vector<Cell> upcoming = upcoming_of(walk, most);
    REQUIRE(upcoming.size() <= most);
    for (const std::vector<Cell>& cells : {upcoming, walk.nearest()}) {
        REQUIRE(std::set<Cell>(cells.begin(), cells.end()).size() == cells.size());
        REQUIRE(std::all_of(cells.begin(), cells.end(), [&](Cell cell) {
            return grid.playable(cell) && cell != walk.cue().cell;
        }));
    }
    REQUIRE(std::all_of(walk.passed_over().begin(), walk.passed_over().end(),
                        [&](Cell cell) { return grid.contains(cell); }));
}

// What is said to follow by itself is what follows when the clip has ended.
void check_foresight(const Walk& walk) {
    const Walk after = step(walk, ClipEnded{walk.cue().number});
    const bool goes_on = after.cue().number != walk.cue().number;
    const std::optional<Cell> foreseen = plays_on_to(walk);
    if (walk.cue().standing != Standing::Playing) {
        REQUIRE_FALSE(foreseen);
    } else {
        REQUIRE(foreseen == (goes_on ? std::optional{after.cue().cell} : std::nullopt));
    }
}

void check_memory(const Walk& walk) {
    const WalkMemory memory = memory_of(walk);
    REQUIRE(memory.heard.size() == walk.heard_count());
    std::set<Cell> out(memory.draws.begin(), memory.draws.end());
    out.insert(memory.by_hand.begin(), memory.by_hand.end());
    REQUIRE(out.size() == memory.draws.size() + memory.by_hand.size());  // no repeat
    const Walk resumed = resume(std::make_shared<const Grid>(walk.grid()), memory);
    REQUIRE(memory_of(resumed) == memory);
    REQUIRE(resumed.cue().cell == walk.cue().cell);
    REQUIRE(resumed.cue().number == 1);
}

void check_late_reports(const Walk& walk) {
    for (const std::uint64_t number : {walk.cue().number - 1, walk.cue().number + 1}) {
        REQUIRE(step(walk, ClipEnded{number}) == walk);
        REQUIRE(step(walk, ClipFailed{number}) == walk);
    }
}

void check_previous_inverts_next(const Walk& walk) {
    const Walk next = step(walk, GoNext{});
    if (next.cue().cell == walk.cue().cell) return;
    REQUIRE(next.cue().standing == Standing::Playing);
    REQUIRE(next.can_go_back());
    const Walk back = step(next, GoBack{});
    REQUIRE(back.cue().cell == walk.cue().cell);
    if (next.way() != Way::MixItUp) return;
    // ... and no draw is burnt by it.
    const Walk again = step(back, GoNext{});
    REQUIRE(again.cue().cell == next.cue().cell);
    REQUIRE(memory_of(again).draws == memory_of(next).draws);
}

}  // namespace

TEST_CASE("whatever is asked for, a walk stays inside its grid and keeps its laws") {
    std::mt19937 chance(50);
    for (int round = 0; round < 2000; ++round) {
        const bool large = round % 400 == 0;
        const SharedGrid grid = random_grid(chance, large ? 100 : 7, large ? 40 : 7);
        const auto seed = static_cast<Seed>(chance());
        Walk walk(grid, seed);
        Walk twin(grid, seed);
        std::uint64_t number = 0;
        Cell cell;
        for (int i = 0; i < 60; ++i) {
            const Input input = random_input(chance, walk);
            CAPTURE(round);
            CAPTURE(i);
            CAPTURE(input.index());
            walk = step(std::move(walk), input);
            twin = step(std::move(twin), input);
            REQUIRE(walk == twin);
            check_cue(walk);
            // A new number for every new cell; never an old one again.
            REQUIRE(walk.cue().number >= number);
            if (walk.cue().number == number) REQUIRE(walk.cue().cell == cell);
            number = walk.cue().number;
            cell = walk.cue().cell;
            if (i % 6 != 0) continue;
            check_lists(walk, chance);
            check_foresight(walk);
            check_late_reports(walk);
            check_previous_inverts_next(walk);
            check_memory(walk);
        }
    }
}

TEST_CASE("every cell of a mix is drawn at most once until the mix begins anew") {
    std::mt19937 chance(51);
    for (int round = 0; round < 300; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 8);
        Walk walk =
            step(Walk(grid, static_cast<Seed>(chance())), Reshuffle{static_cast<Seed>(chance())});
        std::vector<Cell> draws;
        while (!at_boundary(walk)) {
            // In between one goes back, chooses by hand and changes the way; the bag stays.
            const int what = below(chance, 12);
            if (what == 0) {
                walk = step(std::move(walk), GoBack{});
            } else if (what == 1) {
                walk = step(std::move(walk), ChoosePerson{below(chance, grid->people)});
            } else if (what == 2) {
                walk = step(std::move(walk), SetWay{Way::WholeCase});
                walk = step(std::move(walk), SetWay{Way::MixItUp});
            } else {
                walk = below(chance, 2) == 0 ? ended(std::move(walk))
                                             : step(std::move(walk), GoNext{});
            }
            const WalkMemory memory = memory_of(walk);
            REQUIRE(memory.draws.size() >= draws.size());
            REQUIRE(std::equal(draws.begin(), draws.end(), memory.draws.begin()));
            draws = memory.draws;
        }
        const WalkMemory memory = memory_of(walk);
        std::set<Cell> out(memory.draws.begin(), memory.draws.end());
        out.insert(memory.by_hand.begin(), memory.by_hand.end());
        REQUIRE(std::vector<Cell>(out.begin(), out.end()) == playable_cells(*grid));
        REQUIRE(memory.draws.size() + memory.by_hand.size() == out.size());
    }
}
