// Somebody whose path differs: who that is, and going there.
#include <tuple>

#include "lessons/difference.h"
#include "lessons/walk.h"

namespace lessons {

namespace {

// Chance decides between people who differ as much, and not the same chance at every answer.
constexpr std::uint32_t turn_of_contrasts = 0xFFFFFFFEU;

std::uint32_t lot_of(Seed seed, Cell from, int person) {
    const Seed of_person = lot(seed, turn_of_contrasts, static_cast<std::uint32_t>(from.person));
    return lot(of_person, static_cast<std::uint32_t>(from.question),
               static_cast<std::uint32_t>(person));
}

}  // namespace

// Whether the answer on the screen belongs to the contrasts that were begun.
bool Walk::going_through_contrasts() const {
    const std::optional<Cell>& from = contrasts_.from;
    return from && from->question == cue_.cell.question &&
           (from->person == cue_.cell.person || visits_[at_].apart_from == from->person);
}

// What was not heard yet comes before what was heard in some other way: nothing is lost to a class
// that goes through a question a second time.
std::optional<Cell> Walk::next_contrast() const {
    if (!grid_->playable(cue_.cell)) return std::nullopt;
    const bool goes_on = going_through_contrasts();
    const Cell from = goes_on ? *contrasts_.from : cue_.cell;
    // Lower is better, one after another: heard, facts in common (as "not apart"), lot.
    using Rank = std::tuple<bool, int, std::uint32_t>;
    std::optional<Rank> best;
    Cell found = from;
    for (int person = 0; person < grid_->people; ++person) {
        const Cell cell{person, from.question};
        if (person == from.person || !grid_->playable(cell)) continue;
        if (goes_on && contrasts_.had[static_cast<std::size_t>(person)]) continue;
        const int apart = facts_apart(*grid_, from.person, person);
        if (apart == 0) continue;
        const Rank rank{heard(cell), -apart, lot_of(seed_, from, person)};
        if (!best || rank < *best) {
            best = rank;
            found = cell;
        }
    }
    return best ? std::optional{found} : std::nullopt;
}

void Walk::on(const GoContrast&) {
    if (!grid_->playable(cue_.cell)) {
        no_contrast_ = NoContrast::NothingPlays;
        return;
    }
    const bool goes_on = going_through_contrasts();
    const std::optional<Cell> to = next_contrast();
    if (!to) {
        no_contrast_ = goes_on ? NoContrast::AllHad : NoContrast::NobodyDiffers;
        contrasts_ = {};
        return;
    }
    if (!goes_on) {
        contrasts_.from = cue_.cell;
        contrasts_.had.assign(static_cast<std::size_t>(grid_->people), false);
    }
    contrasts_.had[static_cast<std::size_t>(to->person)] = true;
    choose(*to);
    visits_[at_].apart_from = contrasts_.from->person;
}

}  // namespace lessons
