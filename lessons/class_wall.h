// What a class handed in, laid out so that it has something to talk about: what is most different
// comes first, and nobody and nothing is counted. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "catalogue/hand_in.h"
#include "catalogue/module.h"
#include "lessons/grid.h"
#include "lessons/input.h"
#include "lessons/seat.h"

namespace lessons {

// One thought on the class wall. Says nothing about who had it.
struct WallCard {
    std::size_t hand_in = 0;   // place in the list of hand-ins
    std::size_t note = 0;      // place in its notebook
    std::optional<Cell> cell;  // which answer it is about; a card without a still has none

    bool operator==(const WallCard&) const = default;
};

inline constexpr std::size_t most_cards_of_one = 40;
inline constexpr std::size_t most_cards = 1000;

// The cards that may be shown of what was handed in for this module: only of answers that may be
// played, so that consent and a covered module rule here as everywhere.
std::vector<WallCard> cards_of(const std::vector<catalogue::HandIn>& hand_ins,
                               const catalogue::Module& module);

// The order of the class wall. Everybody who handed in has a card before anybody has another; of
// those whose turn it is comes
//   the card that is furthest from the nearest one before it (the first: from all others), by
//   whose answer it is about, how the two people differ (difference.h) and to which question;
//   a person of whom fewer cards lie there;
//   the card that is furthest from the one just before;
//   the lowest lot of the seed.
// Cards beyond `most_cards` are left out.
//
// @param laid  of the cards those that lie there already, in their order: they stay where they are,
//              and the others come after them as if the order above had begun so
std::vector<WallCard> most_different_first(const std::vector<WallCard>& cards, const Grid& grid,
                                           Seed seed, const std::vector<WallCard>& laid = {});

// Somebody who is to be in a group.
struct GroupMember {
    std::vector<int> picked;  // the people, by their places in the grid, whose answers they kept
    std::optional<Seat> seat;
};

// Groups of four, or of three or five where it does not come out even (of fewer than three people
// one group): everybody, by their places in `members`, in exactly one. Neighbours are parted first,
// and then picks that are furthest apart brought together, as far as swapping two people can after
// each of several dealings. The same seed gives the same groups.
std::vector<std::vector<std::size_t>> groups_of_four(const std::vector<GroupMember>& members,
                                                     const Grid& grid, Seed seed);

// How far apart what two pupils picked is, in thousandths: for each pick how far the nearest pick
// of the other is, on average. 0 for the same picks, and when one of them picked nobody.
int picks_apart(const Grid& grid, const std::vector<int>& one, const std::vector<int>& other);

}  // namespace lessons
