// An order for what is many and alike, such as passages with the same word: everybody has a turn
// before anybody has another, and whose turn is first is drawn by the sitting's seed. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lessons/grid.h"
#include "lessons/input.h"

namespace lessons {

struct Claim {
    std::size_t number = 0;  // of what it is, in the order in which it was said
    Cell cell;               // who said it, and to which question

    bool operator==(const Claim&) const = default;
};

// The first `most` of them: people one after the other, round and round; of one person's what was
// said to one question after what was said to another. The same seed gives the same order, and
// neither the order of `claims` nor that of people and questions in their files makes a difference
// to who comes first.
std::vector<Claim> in_turns(const std::vector<Claim>& claims, Seed seed, std::size_t most);

// All of `count` people, or questions, in the order that `in_turns` has them in.
std::vector<int> people_in_turn(int count, Seed seed);
std::vector<int> questions_in_turn(int count, Seed seed);

}  // namespace lessons
