#include "lessons/class_wall.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "lessons/difference.h"
#include "lessons/mix.h"

namespace lessons {
namespace {

// Lots of their own: what the mix draws has turns that count up from 0.
constexpr std::uint32_t turn_of_cards = 0xFFFFFFFC;
constexpr std::uint32_t turn_of_groups = 0xFFFFFFFB;

constexpr int passes_of_swapping = 30;  // far more than it takes; every swap makes it better
constexpr std::uint32_t dealings = 16;  // swapping two may end where swapping four would not

// Two people of whom nothing is known are still two.
int people_apart(const Grid& grid, int one, int other) {
    return one == other ? 0 : 1 + facts_apart(grid, one, other);
}

// Who is talked about tells cards apart more than what they were asked.
int cards_apart(const Grid& grid, const WallCard& one, const WallCard& other) {
    if (!one.cell || !other.cell) return one.cell.has_value() != other.cell.has_value() ? 1 : 0;
    const int by_question = one.cell->question == other.cell->question ? 0 : 1;
    return 2 * people_apart(grid, one.cell->person, other.cell->person) + by_question;
}

std::optional<Cell> shown_cell(const catalogue::CellName& name, const catalogue::Module& module) {
    const std::optional<std::size_t> person = module.find_person(name.person);
    const std::optional<std::size_t> question = module.find_question(name.question);
    if (!person || !question ||
        module.cell(*person, *question).state != catalogue::CellState::Playable) {
        return std::nullopt;
    }
    return Cell{static_cast<int>(*person), static_cast<int>(*question)};
}

// What the order of the wall knows of a card that does not lie there yet.
struct Waiting {
    WallCard card;
    std::uint32_t lot = 0;
    int nearest = std::numeric_limits<int>::max();  // how far the nearest card before is
    int last = 0;                                   // and the one just before
    int from_all = 0;                               // how far all others are, together
};

int sum_of_nearest(const Grid& grid, const std::vector<int>& from, const std::vector<int>& to) {
    int sum = 0;
    for (const int one : from) {
        int nearest = std::numeric_limits<int>::max();
        for (const int other : to)
            nearest = std::min(nearest, people_apart(grid, one, other));
        sum += nearest;
    }
    return sum;
}

using Groups = std::vector<std::vector<std::size_t>>;

// By chance, as cards are dealt.
Groups dealt_groups(std::size_t members, Seed seed) {
    std::vector<std::size_t> drawn(members);
    std::iota(drawn.begin(), drawn.end(), std::size_t{0});
    std::ranges::sort(drawn, {}, [seed](std::size_t member) {
        return lot(seed, turn_of_groups, static_cast<std::uint32_t>(member));
    });
    Groups groups(std::max<std::size_t>((members + 2) / 4, 1));
    for (std::size_t place = 0; place < members; ++place)
        groups[place % groups.size()].push_back(drawn[place]);
    return groups;
}

// How little two members should be together.
class Friction {
public:
    Friction(const std::vector<GroupMember>& members, const Grid& grid)
        : count_(members.size()), of_(count_ * count_, 0) {
        // More than all picks of all groups together can gain, in which nobody has more than four
        // others.
        const int beside =
            1000 * (2 + static_cast<int>(grid.says.size())) * 2 * static_cast<int>(count_);
        for (std::size_t one = 0; one < count_; ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                const std::optional<Seat>& seat = members[one].seat;
                const std::optional<Seat>& next = members[other].seat;
                const bool neighbours = seat && next && are_beside(*seat, *next);
                const int friction = (neighbours ? beside : 0) -
                                     picks_apart(grid, members[one].picked, members[other].picked);
                of_[one * count_ + other] = of_[other * count_ + one] = friction;
            }
        }
    }

    int between(std::size_t one, std::size_t other) const { return of_[one * count_ + other]; }

    // Of one member with a group, in which `without` is not counted.
    int with(std::size_t one, const std::vector<std::size_t>& group, std::size_t without) const {
        int sum = 0;
        for (const std::size_t other : group) {
            if (other != one && other != without) sum += between(one, other);
        }
        return sum;
    }

    long long within(const Groups& groups) const {
        long long sum = 0;
        for (const std::vector<std::size_t>& group : groups) {
            for (const std::size_t one : group)
                sum += with(one, group, one);
        }
        return sum;
    }

private:
    std::size_t count_;
    std::vector<int> of_;
};

// Swaps two members of two groups wherever it is better for both groups together.
bool swap_between(std::vector<std::size_t>& one, std::vector<std::size_t>& other,
                  const Friction& friction) {
    bool swapped = false;
    for (std::size_t& here : one) {
        for (std::size_t& there : other) {
            const int now = friction.with(here, one, here) + friction.with(there, other, there);
            const int then = friction.with(here, other, there) + friction.with(there, one, here);
            if (then < now) {
                std::swap(here, there);
                swapped = true;
            }
        }
    }
    return swapped;
}

void settle(Groups& groups, const Friction& friction) {
    bool swapped = true;
    for (int pass = 0; swapped && pass < passes_of_swapping; ++pass) {
        swapped = false;
        for (std::size_t one = 0; one < groups.size(); ++one) {
            for (std::size_t other = one + 1; other < groups.size(); ++other)
                swapped = swap_between(groups[one], groups[other], friction) || swapped;
        }
    }
}

}  // namespace

std::vector<WallCard> cards_of(const std::vector<catalogue::HandIn>& hand_ins,
                               const catalogue::Module& module) {
    std::vector<WallCard> cards;
    for (std::size_t place = 0; place < hand_ins.size(); ++place) {
        const catalogue::Notebook& notebook = hand_ins[place].notebook;
        if (notebook.module != module.id) continue;
        std::size_t of_this_one = 0;
        for (std::size_t at = 0; at < notebook.notes.size(); ++at) {
            const catalogue::Note& note = notebook.notes[at];
            if (!catalogue::can_be_handed_in(note)) continue;
            const std::optional<Cell> cell =
                note.cell ? shown_cell(*note.cell, module) : std::nullopt;
            if (note.cell.has_value() != cell.has_value()) continue;
            if (!cell && note.text.empty()) continue;
            if (++of_this_one > most_cards_of_one) break;
            cards.push_back({place, at, cell});
        }
    }
    return cards;
}

std::vector<WallCard> most_different_first(const std::vector<WallCard>& cards, const Grid& grid,
                                           Seed seed, const std::vector<WallCard>& laid) {
    std::vector<Waiting> waiting;
    for (const WallCard& card : cards) {
        const auto number = static_cast<std::uint32_t>(waiting.size());
        waiting.push_back({card, lot(seed, turn_of_cards, number)});
        for (const WallCard& other : cards)
            waiting.back().from_all += cards_apart(grid, card, other);
    }
    std::map<std::size_t, int> turns;    // of those who handed in
    std::map<int, int> cards_of_person;  // on the wall
    std::vector<WallCard> ordered;
    const auto lay = [&](std::vector<Waiting>::iterator place) {
        const WallCard next = place->card;
        *place = waiting.back();
        waiting.pop_back();
        ++turns[next.hand_in];
        if (next.cell) ++cards_of_person[next.cell->person];
        for (Waiting& one : waiting) {
            one.last = cards_apart(grid, one.card, next);
            one.nearest = std::min(one.nearest, one.last);
        }
        ordered.push_back(next);
    };
    for (const WallCard& card : laid) {
        const auto there = std::ranges::find(waiting, card, &Waiting::card);
        if (there != waiting.end() && ordered.size() < most_cards) lay(there);
    }
    while (!waiting.empty() && ordered.size() < most_cards) {
        const auto rank = [&](const Waiting& one) {  // lower is better
            const int of_person = one.card.cell ? cards_of_person[one.card.cell->person] : 0;
            const int furthest = ordered.empty() ? one.from_all : one.nearest;
            return std::tuple(turns[one.card.hand_in], -furthest, of_person, -one.last, one.lot);
        };
        lay(std::ranges::min_element(
            waiting, [&](const Waiting& a, const Waiting& b) { return rank(a) < rank(b); }));
    }
    return ordered;
}

int picks_apart(const Grid& grid, const std::vector<int>& one, const std::vector<int>& other) {
    if (one.empty() || other.empty()) return 0;
    const int sum = sum_of_nearest(grid, one, other) + sum_of_nearest(grid, other, one);
    return 1000 * sum / static_cast<int>(one.size() + other.size());
}

std::vector<std::vector<std::size_t>> groups_of_four(const std::vector<GroupMember>& members,
                                                     const Grid& grid, Seed seed) {
    if (members.empty()) return {};
    const Friction friction(members, grid);
    Groups best;
    for (std::uint32_t dealing = 0; dealing < dealings; ++dealing) {
        Groups groups = dealt_groups(members.size(), lot(seed, turn_of_groups, dealing));
        settle(groups, friction);
        if (best.empty() || friction.within(groups) < friction.within(best)) {
            best = std::move(groups);
        }
    }
    for (std::vector<std::size_t>& group : best)
        std::ranges::sort(group);
    return best;
}

}  // namespace lessons
