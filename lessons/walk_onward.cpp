// Where a walk leads to: asks only, changes nothing.
#include <algorithm>
#include <utility>

#include "lessons/walk.h"

namespace lessons {

namespace {

// The first playable cell from `cell` on, itself left out, question by question.
std::optional<Cell> playable_after(const Grid& grid, Cell cell, int by) {
    for (cell.question += by; grid.contains(cell); cell.question += by) {
        if (grid.playable(cell)) return cell;
    }
    return std::nullopt;
}

// The first playable answer of a person.
std::optional<Cell> first_of(const Grid& grid, int person) {
    return playable_after(grid, {person, -1}, 1);
}

}  // namespace

// `by` may be any number, also a negative one.
int Walk::round_ring(int person, int by) const {
    const std::int64_t people = grid_->people;
    if (people == 0) return person;
    return static_cast<int>(((person + std::int64_t{by}) % people + people) % people);
}

Walk::Onward Walk::onward() const {
    switch (way_) {
        case Way::StopAndTalk:
        case Way::WholeCase:
            return onward_by_question();
        case Way::HangOnQuestion:
            return onward_by_person();
        case Way::MixItUp:
            return onward_by_draw();
    }
    return {};
}

Walk::Onward Walk::onward_by_question() const {
    Onward onward;
    onward.to = playable_after(*grid_, cue_.cell, 1);
    if (!onward.to) return onward;
    for (Cell cell = cue_.cell; ++cell.question < onward.to->question;) {
        onward.passed.push_back(cell);
    }
    return onward;
}

Walk::Onward Walk::onward_by_person() const {
    Onward onward;
    if (at_ + 1 < visits_.size()) {
        const Cell again = visits_[at_ + 1].cell;
        if (again.question == cue_.cell.question && grid_->playable(again)) {
            onward.to = again;
            onward.kind = Onward::Kind::Again;
            return onward;
        }
    }
    onward.to = next_in_ring();
    if (!onward.to) return onward;
    for (int by = 1;; ++by) {
        const Cell cell{round_ring(cue_.cell.person, by), cue_.cell.question};
        if (cell == *onward.to) return onward;
        if (!grid_->playable(cell)) onward.passed.push_back(cell);
    }
}

// Who is next round the ring and was not heard yet; everybody when the class has not begun to hang
// on this question.
std::optional<Cell> Walk::next_in_ring() const {
    const bool begun = ring_.question == cue_.cell.question;
    for (int by = 1; by < grid_->people; ++by) {
        const Cell cell{round_ring(cue_.cell.person, by), cue_.cell.question};
        if (begun && ring_.heard[static_cast<std::size_t>(cell.person)]) continue;
        if (grid_->playable(cell)) return cell;
    }
    return std::nullopt;
}

Walk::Onward Walk::onward_by_draw() const {
    Onward onward;
    if (at_ + 1 < visits_.size() && bag_->taken(visits_[at_ + 1].cell)) {
        onward.to = visits_[at_ + 1].cell;
        onward.kind = Onward::Kind::Again;
        return onward;
    }
    onward.to = bag_->next(*grid_, last_shown(at_ + 1));
    onward.kind = Onward::Kind::Draw;
    return onward;
}

// The last cell whose clip could be seen, of the first `visits` in the history.
std::optional<Cell> Walk::last_shown(std::size_t visits) const {
    while (visits-- > 0) {
        const Visit& visit = visits_[visits];
        if (grid_->playable(visit.cell) && !visit.failed) return visit.cell;
    }
    return std::nullopt;
}

Boundary Walk::boundary_here() const {
    switch (way_) {
        case Way::StopAndTalk:
        case Way::WholeCase:
            return PersonDone{first_of_next_person()};
        case Way::HangOnQuestion:
            return QuestionDone{first_of_next_question()};
        case Way::MixItUp:
            return MixDone{next_seed(seed_)};
    }
    return {};
}

std::optional<Cell> Walk::first_of_next_person() const {
    for (int by = 1; by < grid_->people; ++by) {
        if (auto first = first_of(*grid_, round_ring(cue_.cell.person, by))) return first;
    }
    return std::nullopt;
}

std::optional<Cell> Walk::first_of_next_question() const {
    for (int question = cue_.cell.question + 1; question < grid_->questions; ++question) {
        for (int by = 0; by < grid_->people; ++by) {
            const Cell cell{round_ring(cue_.cell.person, by), question};
            if (grid_->playable(cell)) return cell;
        }
    }
    return std::nullopt;
}

std::vector<Cell> Walk::passed_to_person(Cell first) const {
    std::vector<Cell> passed(static_cast<std::size_t>(first.question), first);
    for (int question = 0; question < first.question; ++question) {
        passed[static_cast<std::size_t>(question)].question = question;
    }
    return passed;
}

// Questions that nobody answered count as this person's; then the people without an answer.
std::vector<Cell> Walk::passed_to_question(Cell first) const {
    std::vector<Cell> passed;
    Cell cell = cue_.cell;
    while (++cell.question < first.question) {
        passed.push_back(cell);
    }
    for (; cell.person != first.person; cell.person = round_ring(cell.person, 1)) {
        passed.push_back(cell);
    }
    return passed;
}

std::vector<Cell> Walk::nearest() const {
    std::vector<Cell> found;
    const auto add = [&found](std::optional<Cell> cell) {
        if (cell && std::find(found.begin(), found.end(), *cell) == found.end()) {
            found.push_back(*cell);
        }
    };
    const auto beside = [this](int by) -> std::optional<Cell> {
        Cell cell = cue_.cell;
        for (int step = 1; step < grid_->people; ++step) {
            cell.person = round_ring(cell.person, by);
            if (grid_->playable(cell)) return cell;
        }
        return std::nullopt;
    };
    add(playable_after(*grid_, cue_.cell, -1));
    add(playable_after(*grid_, cue_.cell, 1));
    add(beside(-1));
    add(beside(1));
    return found;
}

std::optional<Cell> plays_on_to(const Walk& walk) {
    if (walk.way_ == Way::StopAndTalk || walk.cue_.standing != Standing::Playing) {
        return std::nullopt;
    }
    return walk.onward().to;
}

std::vector<Cell> upcoming_of(const Walk& walk, std::size_t most) {
    const Grid& grid = walk.grid();
    const Cell here = walk.cue_.cell;
    std::vector<Cell> found;
    const auto add = [&](std::optional<Cell> cell) {
        if (cell && found.size() < most && *cell != here && grid.playable(*cell) &&
            std::find(found.begin(), found.end(), *cell) == found.end()) {
            found.push_back(*cell);
        }
    };

    if (const Walk::Onward onward = walk.onward(); onward.to) {
        add(onward.to);
    } else {
        const Boundary boundary = walk.boundary_here();
        if (const auto* person = std::get_if<PersonDone>(&boundary)) add(person->next);
        if (const auto* question = std::get_if<QuestionDone>(&boundary)) add(question->next);
        if (const auto* mix = std::get_if<MixDone>(&boundary)) {
            add(Bag(grid, walk.scope_, mix->next_seed).next(grid, std::nullopt));
        }
    }
    add(Cell{here.person, here.question + 1});
    add(Cell{walk.round_ring(here.person, 1), here.question});
    add(Cell{here.person, here.question - 1});
    add(Cell{walk.round_ring(here.person, -1), here.question});
    if (walk.at_ > 0) add(walk.visits_[walk.at_ - 1].cell);
    add(walk.next_contrast());
    return found;
}

}  // namespace lessons
