#include "lessons/walk.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "lessons/difference.h"

namespace lessons {

namespace {

constexpr std::chrono::seconds restart_from{3};
constexpr std::size_t most_visits = 1000;

}  // namespace

Walk::Walk(std::shared_ptr<const Grid> grid, Seed seed) : grid_(std::move(grid)), seed_(seed) {
    assert(grid_->states.size() ==
           static_cast<std::size_t>(grid_->people) * static_cast<std::size_t>(grid_->questions));
    heard_.resize(grid_->states.size(), false);
    Cell opening;
    if (const std::optional<int> person = opening_person(*grid_, seed)) {
        opening.person = *person;
        while (!grid_->playable(opening)) {
            ++opening.question;
        }
    }
    visits_.push_back({opening});
    start(opening);
}

bool Walk::heard(Cell cell) const {
    return grid_->contains(cell) && heard_[grid_->index(cell)];
}

Walk step(Walk walk, const Input& input) {
    if (!walk.concerns(input)) return walk;
    // Films that fail one after another are said in one line.
    if (!std::holds_alternative<ClipFailed>(input)) walk.passed_over_.clear();
    walk.no_contrast_ = NoContrast::None;
    std::visit([&walk](const auto& what) { walk.on(what); }, input);
    return walk;
}

// Whether a report is about the clip on the screen. Everything that people ask for concerns us.
bool Walk::concerns(const Input& input) const {
    const auto* ended = std::get_if<ClipEnded>(&input);
    const auto* failed = std::get_if<ClipFailed>(&input);
    if (!ended && !failed) return true;
    const std::uint64_t number = ended ? ended->cue : failed->cue;
    return number == cue_.number && cue_.standing != Standing::Absent;
}

// --- choosing ---

void Walk::on(const ChooseCell& input) {
    choose(input.cell);
}
void Walk::on(const ChoosePerson& input) {
    choose({input.person, cue_.cell.question});
}

void Walk::on(const ChooseQuestion& input) {
    const Cell cell{cue_.cell.person, input.question};
    if (!grid_->contains(cell)) return;
    choose(cell);
    if (way_ == Way::HangOnQuestion) begin_ring();
}

void Walk::on(const StepPerson& input) {
    const Cell cell{round_ring(cue_.cell.person, input.by), cue_.cell.question};
    if (cell != cue_.cell) choose(cell);
}

void Walk::on(const StepQuestion& input) {
    const std::int64_t wanted = std::int64_t{cue_.cell.question} + input.by;
    const std::int64_t last = std::max(grid_->questions - 1, 0);
    const Cell cell{cue_.cell.person, static_cast<int>(std::clamp<std::int64_t>(wanted, 0, last))};
    if (cell != cue_.cell) choose(cell);
}

void Walk::choose(Cell cell) {
    if (!grid_->contains(cell)) return;
    leave_for(cell);
    if (way_ == Way::MixItUp) bag_->take_by_hand(cell);
    visit({cell});
    start(cell);
}

// --- going on and back ---

void Walk::on(const GoNext&) {
    if (!std::holds_alternative<std::monostate>(boundary_)) {
        cross_boundary();
    } else if (const Onward next = onward(); next.to) {
        go(next);
    } else {
        boundary_ = boundary_here();
    }
}

void Walk::on(const GoBack& input) {
    const bool restarts = cue_.standing == Standing::Held ||
                          (cue_.standing == Standing::Playing && input.into_clip >= restart_from);
    if (restarts || at_ == 0) {
        if (grid_->playable(cue_.cell)) start(cue_.cell);
        return;
    }
    const Cell before = visits_[at_ - 1].cell;
    leave_for(before);
    --at_;
    start(before);
}

void Walk::on(const ClipEnded&) {
    mark_heard(cue_.cell);
    mark_in_ring();
    const Onward next = onward();
    if (next.to && way_ != Way::StopAndTalk) {
        go(next);
        return;
    }
    cue_.standing = Standing::Held;
    show_boundary();
}

void Walk::on(const ClipFailed&) {
    mark_in_ring();
    cue_.standing = Standing::Absent;
    cue_.failed = true;
    visits_[at_].failed = true;
    if (way_ == Way::StopAndTalk) return;
    const Onward next = onward();
    if (!next.to) {
        boundary_ = boundary_here();
        return;
    }
    passed_over_.push_back(cue_.cell);
    passed_over_.insert(passed_over_.end(), next.passed.begin(), next.passed.end());
    // Taken out of the history: a film that cannot be played must not bar the way back.
    const auto present = visits_.begin() + static_cast<std::ptrdiff_t>(at_);
    if (next.kind == Onward::Kind::Again) {
        visits_.erase(present);
    } else {
        visits_.erase(present + 1, visits_.end());
        visits_[at_] = arrival(next);
    }
    if (at_ > 0 && visits_[at_ - 1].cell == visits_[at_].cell) {
        visits_.erase(visits_.begin() + static_cast<std::ptrdiff_t>(at_));
        --at_;
    }
    start(*next.to);
}

void Walk::go(const Onward& onward) {
    leave_for(*onward.to);
    passed_over_ = onward.passed;
    if (onward.kind == Onward::Kind::Again) {
        ++at_;
    } else {
        visit(arrival(onward));
    }
    start(*onward.to);
}

Walk::Visit Walk::arrival(const Onward& onward) {
    if (onward.kind != Onward::Kind::Draw) return {*onward.to};
    const bool first = bag_->untouched();
    bag_->draw(*onward.to);
    return {*onward.to, !first};
}

void Walk::cross_boundary() {
    if (const auto* mix = std::get_if<MixDone>(&boundary_)) {
        on(Reshuffle{mix->next_seed});
        return;
    }
    const auto* person = std::get_if<PersonDone>(&boundary_);
    const auto* question = std::get_if<QuestionDone>(&boundary_);
    const std::optional<Cell> next = person     ? person->next
                                     : question ? question->next
                                                : std::nullopt;
    if (!next) return;
    Onward across{next, {}, Onward::Kind::Step};
    across.passed = person ? passed_to_person(*next) : passed_to_question(*next);
    go(across);
}

void Walk::leave_for(Cell cell) {
    if (cell == cue_.cell) return;
    if (cue_.standing == Standing::Playing) mark_heard(cue_.cell);
    mark_in_ring();
}

// Makes `visit` the present one. A restart of the same cell leaves the history as it is.
void Walk::visit(Visit visit) {
    if (visit.cell == visits_[at_].cell) return;
    visits_.resize(at_ + 1);
    visits_.push_back(visit);
    if (visits_.size() > most_visits) visits_.erase(visits_.begin());
    at_ = visits_.size() - 1;
}

void Walk::start(Cell cell) {
    cue_ = {cue_.number + 1, cell, grid_->playable(cell) ? Standing::Playing : Standing::Absent,
            false};
    boundary_ = {};
    visits_[at_].failed = false;
    if (way_ == Way::HangOnQuestion && ring_.question != cell.question) begin_ring();
    find_reason();
}

// --- ways ---

void Walk::on(const ToggleWay& input) {
    change_way(input.way == way_ ? Way::StopAndTalk : input.way);
}

void Walk::on(const SetWay& input) {
    change_way(input.way);
}

void Walk::change_way(Way way) {
    if (way == way_) return;
    if (way_ == Way::HangOnQuestion) ring_.left_at = cue_.number;
    way_ = way;
    if (way_ == Way::HangOnQuestion) {
        // A ring that everybody has been heard in goes on only where it was left.
        const bool over = !next_in_ring() && ring_.left_at != cue_.number;
        if (ring_.question != cue_.cell.question || over) begin_ring();
        if (cue_.standing == Standing::Held) mark_in_ring();
    }
    if (way_ == Way::MixItUp) {
        if (!bag_) {
            begin_bag();
        } else {
            bag_->take_by_hand(cue_.cell);
        }
    }
    boundary_ = {};
    if (cue_.standing == Standing::Held) show_boundary();
    find_reason();
}

void Walk::on(const Reshuffle& input) {
    if (way_ == Way::HangOnQuestion) ring_.left_at = cue_.number;
    way_ = Way::MixItUp;
    seed_ = input.seed.value_or(next_seed(seed_));
    bag_.emplace(*grid_, scope_, seed_);
    visits_.resize(at_ + 1);
    visits_[at_].drawn = false;
    if (const std::optional<Cell> first = bag_->next(*grid_, std::nullopt)) {
        go({first, {}, Onward::Kind::Draw});
        return;
    }
    boundary_ = boundary_here();
    find_reason();
}

void Walk::on(const SetScope& input) {
    Scope scope = cleaned(input.scope, *grid_);
    if (scope == scope_) return;
    scope_ = std::move(scope);
    bag_.reset();
    if (way_ != Way::MixItUp) return;
    begin_bag();
    boundary_ = {};
    if (cue_.standing == Standing::Held) show_boundary();
    find_reason();
}

// The present cell is the first of the new mix, if it is in scope at all.
void Walk::begin_bag() {
    seed_ = seed_going_on_from(*grid_, scope_, seed_, cue_.cell);
    bag_.emplace(*grid_, scope_, seed_);
    visits_[at_].drawn = false;
    if (bag_->next(*grid_, std::nullopt) == cue_.cell) {
        bag_->draw(cue_.cell);
    } else {
        bag_->take_by_hand(cue_.cell);
    }
}

void Walk::begin_ring() {
    ring_.question = cue_.cell.question;
    ring_.heard.assign(static_cast<std::size_t>(grid_->people), false);
}

// --- what is remembered ---

void Walk::mark_heard(Cell cell) {
    const std::size_t place = grid_->index(cell);
    if (!heard_[place]) ++heard_count_;
    heard_[place] = true;
}

void Walk::mark_in_ring() {
    if (way_ != Way::HangOnQuestion) return;
    ring_.heard[static_cast<std::size_t>(cue_.cell.person)] = true;
}

void Walk::show_boundary() {
    if (!onward().to) boundary_ = boundary_here();
}

void Walk::find_reason() {
    reason_.clear();
    if (way_ != Way::MixItUp || !visits_[at_].drawn) return;
    if (const std::optional<Cell> before = last_shown(at_)) {
        reason_ = contrast_between(*grid_, before->person, cue_.cell.person);
    }
}

}  // namespace lessons
