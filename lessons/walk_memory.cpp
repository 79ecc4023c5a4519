#include <algorithm>
#include <utility>

#include "lessons/walk.h"

namespace lessons {

namespace {

constexpr std::size_t most_remembered = 200;

bool known(Way way) {
    switch (way) {
        case Way::StopAndTalk:
        case Way::WholeCase:
        case Way::HangOnQuestion:
        case Way::MixItUp:
            return true;
    }
    return false;
}

}  // namespace

WalkMemory memory_of(const Walk& walk) {
    WalkMemory memory;
    memory.way = walk.way_;
    memory.seed = walk.seed_;
    memory.scope = walk.scope_;
    memory.cell = walk.cue_.cell;
    if (walk.bag_) {
        memory.draws = walk.bag_->draws();
        memory.by_hand = walk.bag_->by_hand();
    }
    for (Cell cell; cell.person < walk.grid_->people; ++cell.person) {
        for (cell.question = 0; cell.question < walk.grid_->questions; ++cell.question) {
            if (walk.heard(cell)) memory.heard.push_back(cell);
        }
    }
    const std::size_t oldest = walk.at_ - std::min(walk.at_, most_remembered);
    const std::size_t end = std::min(walk.visits_.size(), walk.at_ + 1 + most_remembered);
    for (std::size_t visit = oldest; visit < end; ++visit) {
        if (visit == walk.at_) continue;
        (visit < walk.at_ ? memory.history : memory.ahead).push_back(walk.visits_[visit].cell);
    }
    memory.hang_question = walk.ring_.question;
    for (int person = 0; memory.hang_question && person < walk.grid_->people; ++person) {
        if (walk.ring_.heard[static_cast<std::size_t>(person)]) {
            memory.hang_people.push_back(person);
        }
    }
    return memory;
}

Walk resume(std::shared_ptr<const Grid> grid, const WalkMemory& memory) {
    Walk walk(std::move(grid), memory.seed);
    walk.scope_ = cleaned(memory.scope, *walk.grid_);
    if (known(memory.way)) walk.way_ = memory.way;
    if (walk.way_ == Way::MixItUp || !memory.draws.empty() || !memory.by_hand.empty()) {
        walk.bag_.emplace(*walk.grid_, walk.scope_, walk.seed_);
        for (Cell cell : memory.draws) {
            walk.bag_->draw(cell);
        }
        for (Cell cell : memory.by_hand) {
            walk.bag_->take_by_hand(cell);
        }
    }
    for (Cell cell : memory.heard) {
        if (walk.grid_->contains(cell)) walk.mark_heard(cell);
    }
    if (memory.hang_question && *memory.hang_question >= 0 &&
        *memory.hang_question < walk.grid_->questions) {
        walk.ring_.question = memory.hang_question;
        walk.ring_.heard.assign(static_cast<std::size_t>(walk.grid_->people), false);
        for (int person : memory.hang_people) {
            if (person < 0 || person >= walk.grid_->people) continue;
            walk.ring_.heard[static_cast<std::size_t>(person)] = true;
        }
    }

    const Cell present = walk.grid_->contains(memory.cell) ? memory.cell : walk.cue_.cell;
    walk.visits_.clear();
    const auto add = [&walk](Cell cell) {
        const bool again = !walk.visits_.empty() && walk.visits_.back().cell == cell;
        if (again || !walk.grid_->contains(cell)) return;
        const bool drawn = walk.bag_ && walk.bag_->drawn_to_differ(cell);
        walk.visits_.push_back({cell, drawn, false});
    };
    const std::size_t oldest =
        memory.history.size() - std::min(memory.history.size(), most_remembered);
    for (std::size_t visit = oldest; visit < memory.history.size(); ++visit) {
        add(memory.history[visit]);
    }
    add(present);
    if (walk.visits_.empty()) walk.visits_.push_back({present});  // a grid without cells
    walk.at_ = walk.visits_.size() - 1;
    for (std::size_t visit = 0; visit < std::min(memory.ahead.size(), most_remembered); ++visit) {
        add(memory.ahead[visit]);
    }
    walk.cue_.number = 0;
    walk.start(present);
    return walk;
}

Walk with_cue(Walk walk, std::uint64_t number, Standing standing) {
    const bool was_there = standing != Standing::Absent;
    const bool is_there = walk.cue_.standing != Standing::Absent;
    walk.cue_.number = was_there == is_there ? number : number + 1;
    if (is_there && standing == Standing::Held) {
        walk.cue_.standing = standing;
        walk.show_boundary();
    }
    return walk;
}

}  // namespace lessons
