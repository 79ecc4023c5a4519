#include <algorithm>
#include <tuple>

#include "lessons/difference.h"
#include "lessons/mix.h"

namespace lessons {

namespace {

// Far more than it takes: in a grid of n cells one seed in n begins with a given cell, so that
// 40 * n tries miss it once in e^40 cases. The bound only keeps a frame a frame.
constexpr std::size_t most_tries_per_cell = 40;

std::vector<int> cleaned(std::vector<int> places, int count) {
    std::erase_if(places, [count](int place) { return place < 0 || place >= count; });
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

// An empty list means all.
bool holds(const std::vector<int>& places, int place) {
    return places.empty() || std::binary_search(places.begin(), places.end(), place);
}

// Whether the full `bag`, with this seed in place of its own, begins with `cell`. Mostly answered
// after two or three lots: many seeds are tried.
bool begins_with(const Bag& bag, const Grid& grid, Seed seed, Cell cell) {
    const auto person_lot = lot(seed, 0, static_cast<std::uint32_t>(cell.person));
    for (int person = 0; person < grid.people; ++person) {
        if (person != cell.person && bag.left(person) > 0 &&
            lot(seed, 0, static_cast<std::uint32_t>(person)) < person_lot) {
            return false;
        }
    }
    const auto question_lot = lot(seed, 1, static_cast<std::uint32_t>(cell.question));
    for (int question = 0; question < grid.questions; ++question) {
        if (question != cell.question && bag.contains({cell.person, question}) &&
            lot(seed, 1, static_cast<std::uint32_t>(question)) < question_lot) {
            return false;
        }
    }
    return true;
}

}  // namespace

Scope cleaned(const Scope& scope, const Grid& grid) {
    return {cleaned(scope.people, grid.people), cleaned(scope.questions, grid.questions)};
}

Bag::Bag(const Grid& grid, const Scope& scope, Seed seed)
    : seed_(seed),
      people_(grid.people),
      questions_(grid.questions),
      marks_(grid.states.size(), Mark::OutOfScope),
      left_(static_cast<std::size_t>(grid.people), 0),
      turns_(static_cast<std::size_t>(grid.people), 0) {
    const Scope clean = cleaned(scope, grid);
    for (int person = 0; person < people_; ++person) {
        if (!holds(clean.people, person)) continue;
        for (int question = 0; question < questions_; ++question) {
            const Cell cell{person, question};
            if (!holds(clean.questions, question) || !grid.playable(cell)) continue;
            marks_[grid.index(cell)] = Mark::InBag;
            ++left_[static_cast<std::size_t>(person)];
            ++left_all_;
        }
    }
}

Bag::Mark Bag::mark(Cell cell) const {
    if (cell.person < 0 || cell.person >= people_ || cell.question < 0 ||
        cell.question >= questions_) {
        return Mark::OutOfScope;
    }
    return marks_[static_cast<std::size_t>(cell.person) * static_cast<std::size_t>(questions_) +
                  static_cast<std::size_t>(cell.question)];
}

bool Bag::contains(Cell cell) const {
    return mark(cell) == Mark::InBag;
}
bool Bag::taken(Cell cell) const {
    return mark(cell) == Mark::Drawn || mark(cell) == Mark::ByHand;
}

bool Bag::drawn_to_differ(Cell cell) const {
    return mark(cell) == Mark::Drawn && cell != draws_.front();
}

bool Bag::take(Cell cell, Mark as) {
    if (!contains(cell)) return false;
    const auto person = static_cast<std::size_t>(cell.person);
    marks_[person * static_cast<std::size_t>(questions_) +
           static_cast<std::size_t>(cell.question)] = as;
    --left_[person];
    ++turns_[person];
    --left_all_;
    return true;
}

void Bag::draw(Cell cell) {
    if (take(cell, Mark::Drawn)) draws_.push_back(cell);
}

void Bag::take_by_hand(Cell cell) {
    if (take(cell, Mark::ByHand)) by_hand_.push_back(cell);
}

std::optional<Cell> Bag::next(const Grid& grid, std::optional<Cell> previous) const {
    if (empty()) return std::nullopt;
    const auto turn = static_cast<std::uint32_t>(draws_.size() + by_hand_.size());
    if (turn == 0) previous.reset();

    // Lower is better, one after another: turns had, same person, only the same question left,
    // facts in common (as "not apart"), lot.
    using Rank = std::tuple<int, bool, bool, int, std::uint32_t>;
    std::optional<Rank> best;
    Cell drawn;
    for (int person = 0; person < people_; ++person) {
        if (left(person) == 0) continue;
        if (best && turns(person) > std::get<0>(*best)) continue;
        Rank rank{turns(person), false, false, 0,
                  lot(seed_, 2 * turn, static_cast<std::uint32_t>(person))};
        if (previous) {
            const int same_question = contains({person, previous->question}) ? 1 : 0;
            std::get<1>(rank) = person == previous->person;
            std::get<2>(rank) = left(person) == same_question;
            std::get<3>(rank) = -facts_apart(grid, previous->person, person);
        }
        if (!best || rank < *best) {
            best = rank;
            drawn.person = person;
        }
    }

    std::optional<std::pair<bool, std::uint32_t>> best_answer;
    for (int question = 0; question < questions_; ++question) {
        if (!contains({drawn.person, question})) continue;
        const std::pair rank{previous && question == previous->question,
                             lot(seed_, 2 * turn + 1, static_cast<std::uint32_t>(question))};
        if (!best_answer || rank < *best_answer) {
            best_answer = rank;
            drawn.question = question;
        }
    }
    return drawn;
}

Seed seed_going_on_from(const Grid& grid, const Scope& scope, Seed from, Cell cell) {
    const Bag full(grid, scope, from);
    const bool drawable = full.contains(cell);
    const std::size_t most_tries = most_tries_per_cell * (drawable ? full.left() : 1);
    Seed seed = from;
    for (std::size_t tries = 0; tries < most_tries; ++tries, seed = next_seed(seed)) {
        if (drawable) {
            if (begins_with(full, grid, seed, cell)) return seed;
            continue;
        }
        const std::optional<Cell> first = Bag(grid, scope, seed).next(grid, std::nullopt);
        if (!first || (first->person != cell.person && first->question != cell.question)) {
            return seed;
        }
    }
    return from;
}

}  // namespace lessons
