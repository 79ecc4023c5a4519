#include "lessons/turns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace lessons;

namespace {

// So many claims of each person to each of three questions.
std::vector<Claim> claims_of(const std::vector<int>& per_question) {
    std::vector<Claim> claims;
    std::size_t number = 0;
    for (std::size_t person = 0; person < per_question.size(); ++person) {
        for (int question = 0; question < 3; ++question) {
            for (int i = 0; i < per_question[person]; ++i)
                claims.push_back({number++, {static_cast<int>(person), question}});
        }
    }
    return claims;
}

}  // namespace

TEST_CASE("everybody has a turn before anybody has another") {
    const std::vector<Claim> claims = claims_of({1, 5, 2, 0, 3, 1});
    for (const Seed seed : {0U, 1U, 77U, 123456U}) {
        const std::vector<Claim> ordered = in_turns(claims, seed, 1000);
        REQUIRE(ordered.size() == claims.size());
        std::map<int, int> turns;
        for (const Claim& claim : ordered) {
            ++turns[claim.cell.person];
            for (const Claim& other : claims) {
                const int left =
                    static_cast<int>(std::count_if(
                        claims.begin(), claims.end(),
                        [&](const Claim& c) { return c.cell.person == other.cell.person; })) -
                    turns[other.cell.person];
                if (left > 0) CHECK(turns[claim.cell.person] <= turns[other.cell.person] + 1);
            }
        }
        std::set<std::size_t> numbers;
        for (const Claim& claim : ordered)
            numbers.insert(claim.number);
        CHECK(numbers.size() == claims.size());
    }
}

TEST_CASE("the same seed gives the same order, whatever order they come in") {
    std::vector<Claim> claims = claims_of({3, 2, 4, 1});
    const std::vector<Claim> ordered = in_turns(claims, 5, 1000);
    std::reverse(claims.begin(), claims.end());
    CHECK(in_turns(claims, 5, 1000) == ordered);
    CHECK(in_turns(claims, 6, 1000) != ordered);
}

TEST_CASE("over many seeds everybody is first about equally often") {
    const std::vector<Claim> claims = claims_of({1, 9, 1, 4, 1});
    std::map<int, int> first;
    for (Seed seed = 0; seed < 1000; ++seed)
        ++first[in_turns(claims, seed, 1).front().cell.person];
    REQUIRE(first.size() == 5);
    for (const auto& [person, times] : first) {
        CAPTURE(person);
        CHECK(times > 150);
        CHECK(times < 250);
    }
}

TEST_CASE("what a person says to one question keeps together, in the order of speaking") {
    const std::vector<Claim> ordered = in_turns(claims_of({3}), 9, 1000);
    REQUIRE(ordered.size() == 9);
    for (std::size_t i = 0; i < ordered.size(); i += 3) {
        CHECK(ordered[i].cell.question == ordered[i + 2].cell.question);
        CHECK(ordered[i].number + 1 == ordered[i + 1].number);
        CHECK(ordered[i].number + 2 == ordered[i + 2].number);
    }
}

TEST_CASE("the first few are the beginning of all") {
    const std::vector<Claim> claims = claims_of({4, 7, 1, 30});
    const std::vector<Claim> all = in_turns(claims, 3, 1000);
    for (const std::size_t most : {0U, 1U, 5U, 40U}) {
        const std::vector<Claim> few = in_turns(claims, 3, most);
        REQUIRE(few.size() == most);
        CHECK(std::equal(few.begin(), few.end(), all.begin()));
    }
    CHECK(in_turns({}, 3, 10).empty());
}

TEST_CASE("all people and all questions have an order of their own") {
    std::vector<int> people = people_in_turn(20, 4);
    CHECK(people != people_in_turn(20, 5));
    CHECK(people != questions_in_turn(20, 4));
    std::sort(people.begin(), people.end());
    for (int i = 0; i < 20; ++i)
        CHECK(people[static_cast<std::size_t>(i)] == i);
    const std::vector<Claim> ordered = in_turns(claims_of({1, 1, 1, 1}), 4, 4);
    const std::vector<int> four = people_in_turn(4, 4);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(ordered[i].cell.person == four[i]);
}
