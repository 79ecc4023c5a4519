// The fair mix: seeds that people can read out to each other, and a bag of cells without repeats.
// Values and pure functions; whole numbers only, so that a program in another language draws the
// same cells from the same seed. docs/mix.md says the same step by step, with an example.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "lessons/input.h"

namespace lessons {

// --- seeds ---

// Seeds below this have six letters ("K7QM-2F"), others seven: make new ones below it.
inline constexpr Seed short_seeds = Seed{1} << 30;

// The seed in base 32, highest digit first, in the digits 0 to 9 and the letters but for I, L, O
// and U: "K7QM-2F".
std::string seed_text(Seed seed);

// Tolerant of case, spaces and dashes, of O for 0 and I or L for 1, and of leading zeros left out.
// Nothing for an empty text, other letters, or a number that is no seed.
std::optional<Seed> seed_from_text(const std::string& text);

// The seed that follows: seed * 1664525 + 1013904223 (the step that Knuth and Lewis give, printed
// in "Numerical Recipes"), cut to 30 bits after a short seed and to 32 bits after a long one. It
// comes back to a short seed only after all the other short ones.
Seed next_seed(Seed seed);

// The one source of chance: the lot that `seed` gives to candidate `index` in drawing number
// `turn`. Of several candidates the one with the lowest lot is drawn; no two indexes have the same
// lot. 32-bit arithmetic throughout:
//
//     lot(seed, turn, index) = S(S(S(seed + 0x9E3779B9) + turn) + index)
//     S(x): x ^= x >> 16; x *= 0x85EBCA6B; x ^= x >> 13; x *= 0xC2B2AE35; x ^= x >> 16
//
// S is the finaliser of Austin Appleby's MurmurHash3 (public domain); the constant added is 2^32
// divided by the golden ratio, which only keeps seed 0 from being a special one.
std::uint32_t lot(Seed seed, std::uint32_t turn, std::uint32_t index);

// Who a sitting opens on: of the people with a playable answer the one with the lowest
// lot(seed, 0xFFFFFFFF, person). Nothing when there is no playable cell.
std::optional<int> opening_person(const Grid& grid, Seed seed);

// --- the bag ---

// The playable cells of a grid in scope, each to be drawn once. Which cell comes next depends only
// on the seed, on the cells that are out of the bag (in whatever order) and on the cell before:
//
//   turn   = how many cells are out of the bag, drawn or taken by hand
//   person = among the people with answers in the bag, those who had the fewest turns (their cells
//            that are out of the bag). This is the hard bound; after it, among those left, one step
//            after another:
//              who is not the person before, if there is anybody;
//              who has an answer to another question than the one before, if there is anybody;
//              who differs from the person before in the most facts (see difference.h);
//              the lowest lot(seed, 2 * turn, person)
//   answer = among this person's answers in the bag those to another question than the one
//            before, if there are any; the lowest lot(seed, 2 * turn + 1, question)
//
// In turn 0 there is nothing before: the steps that compare are left out.
class Bag {
public:
    Bag() = default;
    // Full. `scope` may hold nonsense: what is outside the grid is left out.
    Bag(const Grid& grid, const Scope& scope, Seed seed);

    Seed seed() const { return seed_; }
    bool empty() const { return left_all_ == 0; }
    std::size_t left() const { return left_all_; }
    int left(int person) const { return left_[static_cast<std::size_t>(person)]; }
    int turns(int person) const { return turns_[static_cast<std::size_t>(person)]; }
    bool contains(Cell cell) const;  // still to be drawn; false for what is no cell of the grid

    // The next draw after `previous`, without drawing it. `grid` is the one of the constructor.
    std::optional<Cell> next(const Grid& grid, std::optional<Cell> previous) const;

    // True until something is drawn or taken.
    bool untouched() const { return draws_.empty() && by_hand_.empty(); }

    // Takes a cell out; nothing happens when it is not in the bag.
    void draw(Cell cell);          // as the mix's next
    void take_by_hand(Cell cell);  // because somebody chose it; it counts as that person's turn

    // What is out of the bag, each list in the order in which it was taken.
    const std::vector<Cell>& draws() const { return draws_; }
    const std::vector<Cell>& by_hand() const { return by_hand_; }
    bool taken(Cell cell) const;
    // Whether it was drawn with another one before it.
    bool drawn_to_differ(Cell cell) const;

    bool operator==(const Bag&) const = default;

private:
    enum class Mark : std::uint8_t { OutOfScope, InBag, Drawn, ByHand };

    Mark mark(Cell cell) const;
    bool take(Cell cell, Mark as);

    Seed seed_ = 0;
    int people_ = 0;
    int questions_ = 0;
    std::vector<Mark> marks_;  // per cell
    std::vector<int> left_;    // per person
    std::vector<int> turns_;   // per person
    std::size_t left_all_ = 0;
    std::vector<Cell> draws_;
    std::vector<Cell> by_hand_;
};

// The first seed, from `from` on along next_seed(), whose mix begins with exactly `cell`: so the
// seed that is shown repeats a mix that was begun where one was. When `cell` cannot be drawn: the
// first whose mix begins with another person and another question, if there are any. `from` when
// none is found within some hundred thousand.
Seed seed_going_on_from(const Grid& grid, const Scope& scope, Seed from, Cell cell);

// `scope` without what is outside the grid, sorted, nothing twice.
Scope cleaned(const Scope& scope, const Grid& grid);

}  // namespace lessons
