#include "lessons/running_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/lessons/made_up_grids.h"
#include "tests/lessons/made_up_plans.h"

using namespace lessons;
using namespace lessons_test;
using namespace std::chrono_literals;
using catalogue::Anybody;
using catalogue::ClassPick;
using catalogue::PeopleWhoDiffer;
using catalogue::PersonId;
using catalogue::SamePeople;
using catalogue::SamePerson;
using catalogue::ThisPerson;
using std::chrono::seconds;

namespace {

seconds total(const RunningOrder& order, std::size_t from = 0) {
    seconds sum{};
    for (std::size_t i = from; i < order.size(); ++i) {
        sum += order[i].time();
    }
    return sum;
}

std::vector<int> people_of(const OrderItem& item) {
    std::vector<int> people;
    for (const PlannedClip& clip : item.clips) {
        people.push_back(clip.cell.person);
    }
    return people;
}

RunningOrder random_order(std::mt19937& chance) {
    RunningOrder order(static_cast<std::size_t>(1 + below(chance, 9)));
    for (OrderItem& item : order) {
        const int clips = below(chance, 5);
        for (int i = 0; i < clips; ++i) {
            item.clips.push_back({{i, 0}, seconds{5 + below(chance, 175)}, {}});
        }
        item.talk = seconds{below(chance, 12) * 60};
        item.rounds = 1 + below(chance, 2);
        item.locked = below(chance, 5) == 0;
        item.optional = !item.locked && below(chance, 3) == 0;
    }
    order.back().plenary = true;
    return as_planned(std::move(order));
}

// The least that what must stay takes.
seconds must_stay(const RunningOrder& order) {
    seconds sum{};
    for (OrderItem item : order) {
        if (!item.locked) continue;
        sum += item.clips_time();
        if (!item.plenary) sum += std::min(item.talk, std::max(seconds{30}, item.talk / 2));
    }
    return sum;
}

}  // namespace

TEST_CASE("a plan fitted to the bell is never over time, keeps its plenary and cuts no clip") {
    std::mt19937 chance{7};
    int tight = 0;
    for (int round = 0; round < 20'000; ++round) {
        const RunningOrder planned = random_order(chance);
        const seconds left{below(chance, 3600)};
        const Fitted fitted = fit(planned, 0, left);
        const RunningOrder& order = fitted.order;
        CAPTURE(round);
        CAPTURE(left.count());
        REQUIRE(order.size() == planned.size());
        const bool possible = must_stay(planned) <= left;
        REQUIRE(fitted.in_time == possible);
        if (possible) REQUIRE(total(order) <= left);
        tight += total(planned) > left ? 1 : 0;
        REQUIRE(order.back().kept);
        for (std::size_t i = 0; i < order.size(); ++i) {
            REQUIRE(order[i].clips == planned[i].clips);  // whole, or not there
            REQUIRE(order[i].clips_kept <= order[i].clips.size());
            REQUIRE(order[i].talk_given >= 0s);
            REQUIRE(order[i].talk_given <= order[i].talk);
            if (order[i].locked) {
                REQUIRE(order[i].kept);
                REQUIRE(order[i].clips_kept == order[i].clips.size());
            }
            const bool changed = !order[i].kept || order[i].clips_kept < order[i].clips.size() ||
                                 order[i].talk - order[i].talk_given >= 30s;
            REQUIRE(changed == !order[i].why.empty());
        }
    }
    CHECK(tight > 5'000);
}

TEST_CASE("what fits stays as it was planned") {
    std::mt19937 chance{8};
    for (int round = 0; round < 500; ++round) {
        const RunningOrder planned = random_order(chance);
        CHECK(fit(planned, 0, total(planned)).order == planned);
    }
}

TEST_CASE("planning again leaves alone what is behind") {
    std::mt19937 chance{9};
    for (int round = 0; round < 2'000; ++round) {
        const RunningOrder planned = random_order(chance);
        const auto from = static_cast<std::size_t>(below(chance, static_cast<int>(planned.size())));
        const RunningOrder first = fit(planned, 0, seconds{below(chance, 3600)}).order;
        const RunningOrder again = fit(first, from, seconds{below(chance, 1800)}).order;
        for (std::size_t i = 0; i < from; ++i) {
            REQUIRE(again[i] == first[i]);
        }
        // It depends only on what was planned, not on what was left out before.
        REQUIRE(fit(again, 0, 1h).order == fit(planned, 0, 1h).order);
    }
}

TEST_CASE("the step that the plan can do without goes first") {
    RunningOrder order(4);
    for (OrderItem& item : order) {
        item.talk = 4min;
    }
    order[1].optional = true;
    order[3].plenary = true;
    const Fitted fitted = fit(as_planned(order), 0, 7min);
    CHECK_FALSE(fitted.order[1].kept);
    CHECK(fitted.order[2].kept);
    CHECK(fitted.order[3].talk_given == 3min);
    CHECK(fitted.order[1].why ==
          "Left out: 4 min does not fit before the bell, and the plan can do without it");
    CHECK(fitted.sentence == "Fits: 7 min of 7 min, 1 step left out, less time to talk");
}

TEST_CASE("two share a headset, and those who wait watch in a second round") {
    catalogue::Plan plan = plan_of_cues(2);
    plan.cues[0].watched = catalogue::Watched::WithHeadsets;
    RunningOrder order(2);
    order[1].cue = 1;
    struct Row {
        Room room;
        int rounds;
    };
    for (const Row& row : {Row{{28, 12}, 2}, Row{{24, 12}, 1}, Row{{25, 12}, 2}, Row{{28, 0}, 1},
                           Row{{0, 12}, 1}, Row{{28, 3}, 5}}) {
        CAPTURE(row.room.pupils);
        const RunningOrder in_room = with_room(order, plan, row.room);
        CHECK(in_room[0].rounds == row.rounds);
        CHECK(in_room[1].rounds == 1);
    }
}

TEST_CASE("a plan's clips are chosen as it says") {
    const catalogue::Module module = module_of(6, 3);
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    const catalogue::QuestionId q{"q1"};
    plan.cues[0].clips = {{Anybody{}, q, {}},
                          {SamePerson{}, {"q2"}, {}},
                          {ThisPerson{PersonId{"p4"}}, {"q0"}, {}},
                          {PeopleWhoDiffer{3, {}}, {"q2"}, {}},
                          {SamePeople{}, {"q0"}, {}}};
    for (Seed seed = 0; seed < 50; ++seed) {
        const Resolved resolved = resolve(plan, 1, {&module, &grid, {}, {}}, seed);
        CHECK(resolved.notes.empty());
        const std::vector<PlannedClip>& clips = resolved.order.at(0).clips;
        REQUIRE(clips.size() >= 8);
        CHECK(clips[0].cell.question == 1);
        CHECK(clips[1].cell == Cell{clips[0].cell.person, 2});
        CHECK(clips[2].cell == Cell{4, 0});
        const std::set<int> three{clips[3].cell.person, clips[4].cell.person, clips[5].cell.person};
        CHECK(three.size() == 3);
        CHECK_FALSE(three.contains(clips[0].cell.person));  // others have not had a turn
        for (std::size_t i = 6; i < clips.size(); ++i) {
            CHECK(three.contains(clips[i].cell.person));
        }
        CHECK(resolve(plan, 1, {&module, &grid, {}, {}}, seed).order == resolved.order);
    }
}

TEST_CASE("over many lessons everybody is chosen as often as anybody else") {
    const catalogue::Module module = module_of(5, 1);
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{Anybody{}, {"q0"}, {}}};
    std::vector<int> chosen(5, 0);
    for (Seed seed = 0; seed < 5'000; ++seed) {
        const auto order = resolve(plan, 1, {&module, &grid, {}, {}}, seed).order;
        ++chosen[static_cast<std::size_t>(order.at(0).clips.at(0).cell.person)];
    }
    for (const int times : chosen) {
        CHECK(times > 850);
        CHECK(times < 1150);
    }
}

TEST_CASE("people who differ in a fact have different ones as long as there are any") {
    catalogue::Module module = module_of(6, 1);
    module.facts = {{{"age"}, "Age", "{value}", false}, {{"route"}, "Route", "{value}", true}};
    const char* routes[] = {"a", "a", "a", "a", "b", "c"};
    for (std::size_t i = 0; i < 6; ++i) {
        module.people[i].facts = {"x", routes[i]};
    }
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{PeopleWhoDiffer{3, catalogue::FactId{"route"}}, {"q0"}, {}}};
    for (Seed seed = 0; seed < 30; ++seed) {
        const auto order = resolve(plan, 1, {&module, &grid, {}, {}}, seed).order;
        std::set<std::string> seen;
        for (const int person : people_of(order.at(0))) {
            seen.insert(routes[person]);
        }
        CHECK(seen.size() == 3);
    }
}

TEST_CASE("nothing that may not be shown gets into a lesson, and it is said") {
    catalogue::Module module = module_of(2, 2);
    module.cells[0] = {catalogue::CellState::Withheld, {}};
    module.cells[2] = {catalogue::CellState::Withdrawn, {}};
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{Anybody{}, {"q0"}, {}},
                          {ThisPerson{PersonId{"p0"}}, {"q0"}, {}},
                          {ClassPick{3}, {}, {}},
                          {Anybody{}, {"q9"}, {}}};
    const Resolved resolved = resolve(plan, 1, {&module, &grid, {}, {{0, 0}}}, 1);
    CHECK(resolved.order.at(0).clips.empty());
    CHECK(resolved.notes.size() == 4);
}

TEST_CASE("who was heard in earlier weeks comes after those who were not") {
    const catalogue::Module module = module_of(6, 1);
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{PeopleWhoDiffer{2, {}}, {"q0"}, {}}};
    for (Seed seed = 0; seed < 50; ++seed) {
        CAPTURE(seed);
        const Resolved resolved = resolve(plan, 1, {&module, &grid, {}, {}, {0, 2, 3, 5}}, seed);
        std::vector<int> people;
        for (const PlannedClip& clip : resolved.order[0].clips)
            people.push_back(clip.cell.person);
        std::ranges::sort(people);
        CHECK(people == std::vector<int>{1, 4});
    }
}

TEST_CASE("what the class picked comes latest first, whatever the question") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{ClassPick{2}, {}, {}}};
    const auto order = resolve(plan, 1, {&module, &grid, {}, {{0, 0}, {1, 1}, {2, 0}}}, 1).order;
    CHECK(people_of(order.at(0)) == std::vector{2, 1});
}

TEST_CASE("only the cues of the week are in the order, and its last one is the plenary") {
    const catalogue::Module module = module_of(2, 1);
    const Grid grid = grid_of(module);
    catalogue::Plan plan = plan_of_cues(4);
    plan.weeks = 2;
    plan.cues[2].week = plan.cues[3].week = 2;
    const RunningOrder order = resolve(plan, 2, {&module, &grid, {}, {}}, 1).order;
    REQUIRE(order.size() == 2);
    CHECK(order[0].cue == 2);
    CHECK(order[1].plenary);
    CHECK_FALSE(order[0].plenary);
}
