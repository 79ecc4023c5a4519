#include "player/app/preparing/preparation.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#ifdef __linux__
#include <sys/resource.h>
#endif

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using lessons::Cell;
using Asked = std::vector<std::string>;

namespace {

// How long a test waits for what must come: it has failed then.
constexpr auto patience = 20s;

// One person's answers "a0", "a1" ..., or another's.
app::AnswerGrid answers(const std::string& person, int count) {
    app::AnswerGrid grid;
    grid.questions = count;
    for (int question = 0; question < count; ++question) {
        grid.answers.push_back(catalogue::Answer{fmt::format("{}{}", person, question), {}, {}});
    }
    return grid;
}

// Work in a test's hand: each piece waits until the test lets it go on, or it is stopped.
class Hand {
public:
    explicit Hand(int most_at_once = 1) : most_at_once_(most_at_once) {}

    app::AnswerWork kind(const std::string& name) {
        return [this, name](const catalogue::Answer& answer, const std::stop_token& stop) {
            std::unique_lock lock(mutex_);
            asked_.push_back(name + answer.film.string());
            CHECK(++under_way_ <= most_at_once_);
            changed_.notify_all();
            changed_.wait_for(lock, stop, patience, [this] { return let_go_ > 0; });
            if (stop.stop_requested()) {
                ++stopped_;
            } else {
                --let_go_;
            }
            --under_way_;
        };
    }
    void let_go(int pieces) {
        const std::lock_guard lock(mutex_);
        let_go_ += pieces;
        changed_.notify_all();
    }
    // What was asked for, as soon as it is so much.
    Asked asked(std::size_t count) {
        std::unique_lock lock(mutex_);
        CHECK(changed_.wait_for(lock, patience, [&] { return asked_.size() >= count; }));
        return asked_;
    }
    // Whether more is asked for. Can only ever err in favour of what is tested.
    bool goes_on(std::size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 50ms, [&] { return asked_.size() > count; });
    }
    int stopped() {
        const std::lock_guard lock(mutex_);
        return stopped_;
    }

private:
    const int most_at_once_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    Asked asked_;
    int under_way_ = 0;
    int let_go_ = 0;
    int stopped_ = 0;
};

// Of what several do at once, the order means nothing.
Asked sorted(Asked asked, std::size_t after = 0) {
    asked.erase(asked.begin(), asked.begin() + static_cast<std::ptrdiff_t>(after));
    std::ranges::sort(asked);
    return asked;
}

// All pieces of work in the order in which they are done while the class stays where it is.
std::vector<std::pair<Cell, std::size_t>> tasks_of(const app::AnswerGrid& grid,
                                                   const app::Wishes& wishes, std::size_t kinds) {
    std::vector<std::size_t> kinds_done(grid.answers.size(), 0);
    std::vector<std::pair<Cell, std::size_t>> tasks;
    while (const auto task = app::next_task(grid, wishes, kinds_done, kinds)) {
        CHECK(task->kind == kinds_done[task->answer]++);
        const int at = static_cast<int>(task->answer);
        tasks.push_back({{at / grid.questions, at % grid.questions}, task->kind});
    }
    return tasks;
}

std::vector<Cell> order_of(const app::AnswerGrid& grid, const app::Wishes& wishes) {
    std::vector<Cell> order;
    for (const auto& [cell, kind] : tasks_of(grid, wishes, 1)) {
        order.push_back(cell);
    }
    return order;
}

}  // namespace

TEST_CASE("what plays is wanted first, then what may come next, then the nearest, then the rest") {
    const app::AnswerGrid grid = app::answers_of(made_up::module(3, 3));
    CHECK(
        order_of(grid, {{1, 1}, {{1, 2}, {0, 0}}}) ==
        std::vector<Cell>{{1, 1}, {1, 2}, {0, 0}, {0, 1}, {1, 0}, {2, 1}, {0, 2}, {2, 0}, {2, 2}});
    CHECK(
        order_of(grid, {{0, 2}, {}}) ==
        std::vector<Cell>{{0, 2}, {0, 1}, {1, 2}, {0, 0}, {1, 1}, {2, 2}, {1, 0}, {2, 1}, {2, 0}});
}

TEST_CASE("only answers that may be played are worked on, wherever the class is") {
    catalogue::Module module = made_up::module(2, 2, {{0, 1}});
    module.cells[2].state = catalogue::CellState::Withheld;  // {1, 0}; its answer is still there
    const app::AnswerGrid grid = app::answers_of(module);
    CHECK(order_of(grid, {{0, 1}, {{1, 0}}}) == std::vector<Cell>{{0, 0}, {1, 1}});
    // Of a larger module, open before this one.
    CHECK(order_of(grid, {{1, 7}, {{-1, 0}, {0, 2}, {9, 9}}}) == std::vector<Cell>{{1, 1}, {0, 0}});
    CHECK(order_of(app::answers_of(made_up::module(2, 2)), {{0, 0}, {{0, 3}, {0, -1}, {-1, 3}}}) ==
          std::vector<Cell>{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    CHECK(order_of(app::answers_of(made_up::module(0, 0)), {}).empty());
}

TEST_CASE("what may come next gets all kinds of work, then the others one kind after another") {
    const app::AnswerGrid grid = app::answers_of(made_up::module(1, 4));
    CHECK(tasks_of(grid, {{0, 2}, {{0, 0}}}, 2) ==
          std::vector<std::pair<Cell, std::size_t>>{{{0, 2}, 0},
                                                    {{0, 2}, 1},
                                                    {{0, 0}, 0},
                                                    {{0, 0}, 1},
                                                    {{0, 1}, 0},
                                                    {{0, 3}, 0},
                                                    {{0, 1}, 1},
                                                    {{0, 3}, 1}});
    CHECK(tasks_of(grid, {}, 0).empty());
}

TEST_CASE("what is in sight gets the first kind of work before all else") {
    const app::AnswerGrid grid = app::answers_of(made_up::module(1, 4));
    CHECK(tasks_of(grid, {{0, 2}, {{0, 0}}, {{0, 3}, {0, 1}, {7, 7}}}, 2) ==
          std::vector<std::pair<Cell, std::size_t>>{{{0, 3}, 0},
                                                    {{0, 1}, 0},
                                                    {{0, 2}, 0},
                                                    {{0, 2}, 1},
                                                    {{0, 0}, 0},
                                                    {{0, 0}, 1},
                                                    {{0, 1}, 1},
                                                    {{0, 3}, 1}});
}

TEST_CASE("what comes into sight breaks off another kind of work, but not for nothing") {
    Hand hand;
    app::Preparation preparation({hand.kind("still "), hand.kind("head ")});
    preparation.set_wishes({{0, 0}, {}});
    preparation.set_answers(answers("a", 3));
    hand.let_go(1);
    CHECK(hand.asked(2) == Asked{"still a0", "head a0"});
    preparation.set_wishes({{0, 0}, {}, {{0, 0}}});  // has its still
    CHECK_FALSE(hand.goes_on(2));
    preparation.set_wishes({{0, 0}, {}, {{0, 0}, {0, 2}}});
    CHECK(hand.asked(3) == Asked{"still a0", "head a0", "still a2"});
    CHECK(hand.stopped() == 1);
    preparation.set_wishes(
        {{0, 0}, {}, {{0, 0}, {0, 2}, {0, 1}}});  // the same kind: it is finished
    CHECK_FALSE(hand.goes_on(3));
    hand.let_go(1);
    CHECK(hand.asked(4).back() == "still a1");
}

TEST_CASE("every answer gets every kind of work once, one piece after another") {
    Hand hand;
    app::Preparation preparation({hand.kind("loud "), hand.kind("head ")});
    preparation.set_wishes({{0, 1}, {}});
    preparation.set_answers(answers("a", 3));
    hand.let_go(100);
    CHECK(hand.asked(6) == Asked{"loud a1", "head a1", "loud a0", "loud a2", "head a0", "head a2"});
    preparation.set_wishes({{0, 2}, {}});  // nothing is left to be done
    preparation.set_answers(answers("b", 1));
    CHECK(hand.asked(8).size() == 8);
    CHECK(hand.asked(8).at(6) == "loud b0");
}

TEST_CASE("what is wanted now is done next, whatever was wanted before") {
    Hand hand;
    app::Preparation preparation({hand.kind("")});
    preparation.set_answers(answers("a", 6));
    hand.let_go(1);
    CHECK(hand.asked(2) == Asked{"a0", "a1"});
    preparation.set_wishes({{0, 0}, {{0, 5}, {0, 3}}});
    hand.let_go(2);
    CHECK(hand.asked(4) == Asked{"a0", "a1", "a5", "a3"});
    CHECK(hand.stopped() == 0);
}

TEST_CASE("the answer that the class goes to does not wait for another's work to end") {
    Hand hand;
    app::Preparation preparation({hand.kind("")});
    preparation.set_answers(answers("a", 4));
    CHECK(hand.asked(1) == Asked{"a0"});
    preparation.set_wishes({{0, 2}, {{0, 3}}});
    CHECK(hand.asked(2) == Asked{"a0", "a2"});
    hand.let_go(1);
    CHECK(hand.asked(3) == Asked{"a0", "a2", "a3"});
    preparation.set_wishes({{0, 3}, {{0, 1}}});  // is worked on already
    hand.let_go(2);
    CHECK(hand.asked(5) == Asked{"a0", "a2", "a3", "a1", "a0"});
    CHECK(hand.stopped() == 1);
}

TEST_CASE("closing breaks off what is under way and begins nothing else") {
    Hand hand;
    {
        app::Preparation preparation({hand.kind("")});
        preparation.set_answers(answers("a", 5));
        hand.asked(1);
    }
    CHECK(hand.stopped() == 1);
    CHECK(hand.asked(1) == Asked{"a0"});
}

TEST_CASE("giving way breaks off what is under way, and nothing is done until it ends") {
    Hand hand;
    app::Preparation preparation({hand.kind("")});
    preparation.set_answers(answers("a", 2));
    hand.asked(1);
    preparation.give_way(true);
    CHECK_FALSE(hand.goes_on(1));
    CHECK(hand.stopped() == 1);
    preparation.set_answers(answers("b", 2));
    preparation.set_wishes({{0, 1}, {}});
    CHECK_FALSE(hand.goes_on(1));
    preparation.give_way(false);
    hand.let_go(2);
    CHECK(hand.asked(3) == Asked{"a0", "b1", "b0"});
}

TEST_CASE("work on an answer of before counts for none of the answers that took its place") {
    Hand hand;
    app::Preparation preparation({hand.kind("")});
    preparation.set_answers(answers("a", 2));
    hand.asked(1);
    preparation.set_answers(answers("b", 2));
    hand.let_go(3);
    CHECK(hand.asked(3) == Asked{"a0", "b0", "b1"});
}

TEST_CASE("what was broken off to give way is done again") {
    Hand hand;
    app::Preparation preparation({hand.kind("")});
    preparation.set_answers(answers("a", 2));
    hand.asked(1);
    preparation.give_way(true);
    preparation.give_way(false);
    hand.asked(2);
    hand.let_go(2);
    CHECK(hand.asked(3) == Asked{"a0", "a0", "a1"});
}

TEST_CASE("several workers are at as many answers at once, those that are wanted soonest") {
    Hand hand(3);
    app::Preparation preparation({hand.kind("")}, 3);
    preparation.set_wishes({{0, 4}, {{0, 1}}});
    preparation.set_answers(answers("a", 6));
    CHECK(sorted(hand.asked(3)) == Asked{"a1", "a3", "a4"});
    CHECK_FALSE(hand.goes_on(3));
    hand.let_go(1);
    CHECK(hand.asked(4).back() == "a5");
}

TEST_CASE("several workers do every kind of work once on every answer, one kind after another") {
    constexpr std::size_t count = 40;
    Hand hand(4);
    app::Preparation preparation({hand.kind("loud "), hand.kind("head ")}, 4);
    preparation.set_answers(answers("a", count));
    hand.asked(4);
    hand.let_go(2 * count);
    const Asked asked = hand.asked(2 * count);
    CHECK_FALSE(hand.goes_on(2 * count));
    for (std::size_t answer = 0; answer < count; ++answer) {
        CAPTURE(answer);
        const auto loud = std::ranges::find(asked, fmt::format("loud a{}", answer));
        CHECK(std::find(loud, asked.end(), fmt::format("head a{}", answer)) != asked.end());
    }
}

TEST_CASE("no two workers are at the same stretch of a film, also after the answers changed") {
    Hand hand(3);
    app::Preparation preparation({hand.kind("")}, 3);
    app::AnswerGrid twice = answers("a", 2);
    twice.questions = 3;
    twice.answers.insert(twice.answers.begin(), twice.answers.front());
    preparation.set_answers(twice);  // a0 a0 a1
    CHECK(sorted(hand.asked(2)) == Asked{"a0", "a1"});
    CHECK_FALSE(hand.goes_on(2));
    preparation.set_answers(answers("a", 3));
    CHECK(hand.asked(3).back() == "a2");
    CHECK_FALSE(hand.goes_on(3));
    hand.let_go(5);
    CHECK(sorted(hand.asked(5), 3) == Asked{"a0", "a1"});
    CHECK_FALSE(hand.goes_on(5));
}

TEST_CASE("of several pieces under way, going to another answer breaks off all but its own") {
    Hand hand(3);
    app::Preparation preparation({hand.kind("")}, 3);
    preparation.set_answers(answers("a", 6));
    CHECK(sorted(hand.asked(3)) == Asked{"a0", "a1", "a2"});
    preparation.set_wishes({{0, 1}, {{0, 5}, {0, 4}}});
    CHECK(sorted(hand.asked(5), 3) == Asked{"a4", "a5"});
    CHECK(hand.stopped() == 2);
    preparation.give_way(true);
    CHECK_FALSE(hand.goes_on(5));
    preparation.give_way(false);
    CHECK(sorted(hand.asked(8), 5) == Asked{"a1", "a4", "a5"});
    CHECK(hand.stopped() == 5);
}

TEST_CASE("what comes into sight breaks off all other kinds of work, but not what makes it") {
    Hand stills(2);
    Hand heads(2);
    app::Preparation preparation({stills.kind(""), heads.kind("")}, 2);
    preparation.set_wishes({{0, 0}, {{0, 1}}});
    preparation.set_answers(answers("a", 4));
    stills.let_go(2);
    CHECK(sorted(heads.asked(2)) == Asked{"a0", "a1"});
    preparation.set_wishes({{0, 0}, {{0, 1}}, {{0, 1}, {0, 3}}});
    CHECK(stills.asked(3).back() == "a3");
    CHECK(heads.asked(3).back() == "a0");
    CHECK(heads.stopped() == 2);
    preparation.set_wishes({{0, 0}, {{0, 1}}, {{0, 3}, {0, 0}}});
    CHECK_FALSE(heads.goes_on(3));
    CHECK(stills.stopped() == 0);
}

TEST_CASE("closing waits for all workers, and none begins anything else") {
    std::mutex mutex;
    std::condition_variable_any changed;
    int begun = 0;
    int under_way = 0;
    bool any_stopped = false;
    const app::AnswerWork work = [&](const catalogue::Answer&, const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        ++begun;
        ++under_way;
        changed.notify_all();
        // The others end by themselves as soon as one was stopped, and it waits for what they do.
        changed.wait_for(lock, stop, patience, [&] { return any_stopped; });
        if (!std::exchange(any_stopped, true)) {
            changed.notify_all();
            changed.wait_for(lock, 50ms, [&] { return begun > 3; });
        }
        --under_way;
    };
    {
        app::Preparation preparation({work}, 3);
        preparation.set_answers(answers("a", 50));
        std::unique_lock lock(mutex);
        CHECK(changed.wait_for(lock, patience, [&] { return under_way == 3; }));
    }
    CHECK(begun == 3);
    CHECK(under_way == 0);
}

#ifdef __linux__
TEST_CASE("the work gives way to every other thread of the machine, and only it does") {
    const int own = ::getpriority(PRIO_PROCESS, 0);
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<int> of_the_work;
    app::Preparation preparation({[&](const catalogue::Answer&, const std::stop_token&) {
        const std::lock_guard lock(mutex);
        of_the_work = ::getpriority(PRIO_PROCESS, 0);
        changed.notify_all();
    }});
    preparation.set_answers(answers("a", 1));
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, patience, [&] { return of_the_work.has_value(); }));
    CHECK(*of_the_work == 19);
    CHECK(::getpriority(PRIO_PROCESS, 0) == own);
}
#endif
