#include "lessons/turns.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "lessons/mix.h"

namespace lessons {
namespace {

// Lots of their own: what the mix draws has turns that count up from 0.
constexpr std::uint32_t turn_of_people = 0xFFFFFFFE;
constexpr std::uint32_t turn_of_questions = 0xFFFFFFFD;

std::uint32_t person_lot(Seed seed, int person) {
    return lot(seed, turn_of_people, static_cast<std::uint32_t>(person));
}
std::uint32_t question_lot(Seed seed, int question) {
    return lot(seed, turn_of_questions, static_cast<std::uint32_t>(question));
}

template <class Lot>
std::vector<int> by_lot(int count, Seed seed, const Lot& lot_of) {
    std::vector<int> all;
    for (int i = 0; i < count; ++i)
        all.push_back(i);
    std::sort(all.begin(), all.end(),
              [&](int one, int other) { return lot_of(seed, one) < lot_of(seed, other); });
    return all;
}

}  // namespace

std::vector<int> people_in_turn(int count, Seed seed) {
    return by_lot(count, seed, person_lot);
}

std::vector<int> questions_in_turn(int count, Seed seed) {
    return by_lot(count, seed, question_lot);
}

std::vector<Claim> in_turns(const std::vector<Claim>& claims, Seed seed, std::size_t most) {
    struct Person {
        std::vector<std::pair<std::uint32_t, Claim>> claims;  // with the lot of the question
    };
    std::map<std::uint32_t, Person> people;  // by their lots, of which no two are the same
    std::map<int, Person*> known;
    for (const Claim& claim : claims) {
        Person*& person = known[claim.cell.person];
        if (person == nullptr) person = &people[person_lot(seed, claim.cell.person)];
        person->claims.emplace_back(question_lot(seed, claim.cell.question), claim);
    }
    // There may be a hundred thousand of them, and no more than `most` of anybody's are asked for.
    for (auto& [lot, person] : people) {
        const std::size_t sorted = std::min(most, person.claims.size());
        std::partial_sort(person.claims.begin(),
                          person.claims.begin() + static_cast<std::ptrdiff_t>(sorted),
                          person.claims.end(), [](const auto& one, const auto& other) {
                              return std::tie(one.first, one.second.number) <
                                     std::tie(other.first, other.second.number);
                          });
    }
    std::vector<Claim> ordered;
    for (std::size_t round = 0; ordered.size() < std::min(most, claims.size()); ++round) {
        for (const auto& [lot, person] : people) {
            if (round < person.claims.size() && ordered.size() < most)
                ordered.push_back(person.claims[round].second);
        }
    }
    return ordered;
}

}  // namespace lessons
