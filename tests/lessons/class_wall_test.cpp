#include "lessons/class_wall.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "lessons/difference.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

// Cards of several hand-ins, some on the same answer, some beside none.
std::vector<WallCard> random_cards(std::mt19937& chance, const Grid& grid) {
    std::vector<WallCard> cards;
    const int hand_ins = 1 + below(chance, 12);
    for (int hand_in = 0; hand_in < hand_ins; ++hand_in) {
        const int notes = below(chance, 7);
        for (int note = 0; note < notes; ++note) {
            std::optional<Cell> cell;
            if (below(chance, 5) > 0) {
                cell = Cell{below(chance, grid.people), below(chance, grid.questions)};
            }
            cards.push_back(
                {static_cast<std::size_t>(hand_in), static_cast<std::size_t>(note), cell});
        }
    }
    return cards;
}

// Four people: two pairs that are alike, and far from each other.
SharedGrid two_pairs() {
    return with_facts(full_grid(4, 3), {"left at {value}", "by {value}", "in {value}"},
                      {{"16", "apprenticeship", "workshop"},
                       {"16", "apprenticeship", "workshop"},
                       {"21", "university", "office"},
                       {"21", "university", "office"}});
}

std::vector<GroupMember> random_members(std::mt19937& chance, int count, int people) {
    std::vector<GroupMember> members(static_cast<std::size_t>(count));
    for (GroupMember& member : members) {
        const int picks = below(chance, 4);
        for (int pick = 0; pick < picks; ++pick)
            member.picked.push_back(below(chance, people));
        if (below(chance, 3) > 0) member.seat = Seat{"", below(chance, 40)};
    }
    return members;
}

int together(const std::vector<std::vector<std::size_t>>& groups,
             const std::vector<GroupMember>& members, const Grid& grid) {
    int apart = 0;
    for (const std::vector<std::size_t>& group : groups) {
        for (const std::size_t one : group) {
            for (const std::size_t other : group)
                apart += picks_apart(grid, members[one].picked, members[other].picked);
        }
    }
    return apart;
}

}  // namespace

TEST_CASE("every card lies on the class wall once, and the same seed lays the same wall") {
    std::mt19937 chance{1};
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 6);
        const std::vector<WallCard> cards = random_cards(chance, *grid);
        const auto seed = static_cast<Seed>(chance());
        std::vector<WallCard> ordered = most_different_first(cards, *grid, seed);
        CHECK(most_different_first(cards, *grid, seed) == ordered);
        CHECK(std::ranges::is_permutation(cards, ordered));
    }
}

TEST_CASE("what lies on the wall stays where it is, and what comes then lies behind it") {
    std::mt19937 chance{9};
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 6);
        const std::vector<WallCard> cards = random_cards(chance, *grid);
        const auto seed = static_cast<Seed>(chance());
        const std::size_t early = cards.size() / 2;
        const std::vector<WallCard> first{cards.begin(),
                                          cards.begin() + static_cast<std::ptrdiff_t>(early)};
        const std::vector<WallCard> laid = most_different_first(first, *grid, seed);
        const std::vector<WallCard> grown = most_different_first(cards, *grid, seed, laid);
        CHECK(std::ranges::is_permutation(cards, grown));
        REQUIRE(grown.size() >= laid.size());
        CHECK(std::equal(laid.begin(), laid.end(), grown.begin()));
        // Laid in the order that it would have anyway, it is the very wall.
        const std::vector<WallCard> whole = most_different_first(cards, *grid, seed);
        const std::vector<WallCard> beginning{whole.begin(),
                                              whole.begin() + static_cast<std::ptrdiff_t>(early)};
        CHECK(most_different_first(cards, *grid, seed, beginning) == whole);
    }
    const SharedGrid grid = full_grid(2, 1);
    const WallCard gone{7, 0, Cell{0, 0}};
    const WallCard there{0, 0, Cell{1, 0}};
    CHECK(most_different_first({there}, *grid, 1, {gone, there}) == std::vector{there});
}

TEST_CASE("everybody who handed in has a card before anybody has another") {
    std::mt19937 chance{2};
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 6);
        const std::vector<WallCard> cards = random_cards(chance, *grid);
        std::map<std::size_t, int> left;
        for (const WallCard& card : cards)
            ++left[card.hand_in];
        std::map<std::size_t, int> turns;
        for (const WallCard& card : most_different_first(cards, *grid, 7)) {
            for (const auto& [other, still] : left) {
                if (still > 0) CHECK(turns[card.hand_in] <= turns[other]);
            }
            ++turns[card.hand_in];
            --left[card.hand_in];
        }
    }
}

TEST_CASE("what is most different comes first") {
    const SharedGrid grid = two_pairs();
    for (const Seed seed : {0U, 1U, 2U, 99U, 4711U}) {
        std::vector<WallCard> cards;
        for (std::size_t i = 0; i < 8; ++i)
            cards.push_back({i, 0, Cell{static_cast<int>(i) / 2, 0}});
        const std::vector<WallCard> ordered = most_different_first(cards, *grid, seed);
        const auto person = [&](std::size_t place) { return ordered[place].cell->person; };
        CHECK(person(0) / 2 != person(1) / 2);  // of two pairs, then of four people
        std::set<int> people;
        for (std::size_t place = 0; place < 4; ++place)
            people.insert(person(place));
        CHECK(people.size() == 4);
    }
}

TEST_CASE("of the same person another question comes before the same one") {
    const SharedGrid grid = full_grid(1, 3);
    const std::vector<WallCard> cards = {
        {0, 0, Cell{0, 1}}, {1, 0, Cell{0, 1}}, {2, 0, Cell{0, 2}}};
    const auto ordered = most_different_first(cards, *grid, 3);
    CHECK(ordered[0].cell->question != ordered[1].cell->question);
}

TEST_CASE("a wall is as long as a wall may be, and empty when nothing was handed in") {
    const SharedGrid grid = full_grid(3, 3);
    std::vector<WallCard> cards;
    for (std::size_t i = 0; i < most_cards + 50; ++i)
        cards.push_back({i, 0, Cell{static_cast<int>(i % 3), 0}});
    CHECK(most_different_first(cards, *grid, 1).size() == most_cards);
    CHECK(most_different_first({}, *grid, 1).empty());
}

TEST_CASE(
    "only what may be played is on the wall, only of this module, and only what says something") {
    catalogue::Module module;
    module.id = {"m"};
    module.people.resize(4);
    module.questions.resize(1);
    module.questions[0].id = {"q"};
    module.cells.resize(4);
    const char* names[] = {"playable", "empty", "withheld", "withdrawn"};
    const catalogue::CellState states[] = {
        catalogue::CellState::Playable, catalogue::CellState::Empty, catalogue::CellState::Withheld,
        catalogue::CellState::Withdrawn};
    catalogue::HandIn hand_in;
    hand_in.notebook.module = module.id;
    for (std::size_t person = 0; person < 4; ++person) {
        module.people[person].id = {names[person]};
        module.cells[person].state = states[person];
        catalogue::Note note;
        note.id = {names[person]};
        note.kind = catalogue::NoteKind::Pin;
        note.cell = catalogue::CellName{{names[person]}, {"q"}};
        note.text = "words";
        hand_in.notebook.notes.push_back(note);
    }
    auto& notes = hand_in.notebook.notes;
    notes.push_back(notes[0]);  // 4: nothing beside it, but a pin says who
    notes.back().text.clear();
    notes.push_back(notes[4]);  // 5: a thought without a word
    notes.back().kind = catalogue::NoteKind::Thought;
    notes.push_back(notes[0]);  // 6: beside no answer
    notes.back().cell.reset();
    notes.push_back(notes[0]);  // 7: of somebody who is not in the module
    notes.back().cell->person = {"nobody"};
    catalogue::HandIn other = hand_in;
    other.notebook.module = {"another"};
    const auto cards = cards_of({other, hand_in}, module);
    CHECK(cards ==
          std::vector<WallCard>{{1, 0, Cell{0, 0}}, {1, 4, Cell{0, 0}}, {1, 6, std::nullopt}});
    notes.assign(most_cards_of_one + 5, notes[0]);
    CHECK(cards_of({hand_in}, module).size() == most_cards_of_one);
}

TEST_CASE("everybody is in exactly one group, of three to five, and the same seed makes the same") {
    std::mt19937 chance{3};
    for (int count = 0; count <= 70; ++count) {
        const SharedGrid grid = random_grid(chance, 8, 3);
        const auto members = random_members(chance, count, grid->people);
        const auto seed = static_cast<Seed>(chance());
        const auto groups = groups_of_four(members, *grid, seed);
        CAPTURE(count);
        CHECK(groups_of_four(members, *grid, seed) == groups);
        std::vector<std::size_t> all;
        for (const std::vector<std::size_t>& group : groups) {
            if (count >= 3) CHECK(group.size() >= 3);
            CHECK(group.size() <= 5);
            CHECK(std::ranges::is_sorted(group));
            all.insert(all.end(), group.begin(), group.end());
        }
        std::ranges::sort(all);
        std::vector<std::size_t> everybody(static_cast<std::size_t>(count));
        std::iota(everybody.begin(), everybody.end(), std::size_t{0});
        CHECK(all == everybody);
    }
}

TEST_CASE("another seed makes other groups") {
    const std::vector<GroupMember> members(12);
    const SharedGrid grid = full_grid(2, 1);
    std::set<std::vector<std::vector<std::size_t>>> seen;
    for (Seed seed = 0; seed < 20; ++seed)
        seen.insert(groups_of_four(members, *grid, seed));
    CHECK(seen.size() > 15);
}

TEST_CASE("who sits side by side is not in one group") {
    const SharedGrid grid = full_grid(2, 1);
    for (int count = 6; count <= 40; ++count) {
        std::vector<GroupMember> members(static_cast<std::size_t>(count));
        for (int seat = 0; seat < count; ++seat)
            members[static_cast<std::size_t>(seat)].seat = Seat{"", seat + 1};
        for (Seed seed = 0; seed < 20; ++seed) {
            for (const auto& group : groups_of_four(members, *grid, seed)) {
                CAPTURE(count);
                CAPTURE(seed);
                for (std::size_t i = 1; i < group.size(); ++i)
                    CHECK(group[i] - group[i - 1] > 1);
            }
        }
    }
}

TEST_CASE(
    "who sits side by side in one of several rows is not in one group, whatever they picked") {
    std::mt19937 chance{7};
    for (int round = 0; round < 60; ++round) {
        const SharedGrid grid = random_grid(chance, 8, 2);
        auto members = random_members(chance, 12 + below(chance, 20), grid->people);
        int place = 0;
        for (GroupMember& member : members) {
            const int row = place % 4;
            member.seat = Seat{std::string(1, static_cast<char>('a' + row)), place / 4};
            if (++place % 5 == 0) member.seat.reset();  // says nothing
        }
        for (const auto& group : groups_of_four(members, *grid, static_cast<Seed>(round))) {
            for (const std::size_t one : group) {
                for (const std::size_t other : group) {
                    const auto& seat = members[one].seat;
                    const auto& next = members[other].seat;
                    if (one != other && seat && next) CHECK_FALSE(are_beside(*seat, *next));
                }
            }
        }
    }
}

TEST_CASE("those who picked alike are shared out over the groups") {
    const SharedGrid grid = two_pairs();
    for (Seed seed = 0; seed < 50; ++seed) {
        std::vector<GroupMember> members(16);
        for (std::size_t i = 0; i < members.size(); ++i)
            members[i].picked = {i < 8 ? 0 : 2};
        for (const auto& group : groups_of_four(members, *grid, seed)) {
            const auto first = std::ranges::count_if(group, [](std::size_t i) { return i < 8; });
            CHECK(first == 2);
        }
    }
}

TEST_CASE("picks mix at least as well as by chance") {
    std::mt19937 chance{4};
    for (int round = 0; round < 100; ++round) {
        const SharedGrid grid = random_grid(chance, 10, 2);
        auto members = random_members(chance, 3 + below(chance, 40), grid->people);
        for (GroupMember& member : members)
            member.seat.reset();
        const auto groups = groups_of_four(members, *grid, 5);
        auto shuffled = groups;
        int by_chance = 0;
        constexpr int dealings = 20;
        for (int dealing = 0; dealing < dealings; ++dealing) {
            std::vector<std::size_t> all(members.size());
            std::iota(all.begin(), all.end(), std::size_t{0});
            for (std::size_t i = all.size(); i > 1; --i)
                std::swap(all[i - 1],
                          all[static_cast<std::size_t>(below(chance, static_cast<int>(i)))]);
            auto next = all.begin();
            for (auto& group : shuffled) {
                std::copy_n(next, group.size(), group.begin());
                next += static_cast<std::ptrdiff_t>(group.size());
            }
            by_chance += together(shuffled, members, *grid);
        }
        CHECK(dealings * together(groups, members, *grid) >= by_chance);
    }
}

TEST_CASE("how far picks are apart is the same from both sides, and nothing for the same picks") {
    const SharedGrid grid = two_pairs();
    CHECK(picks_apart(*grid, {0}, {0}) == 0);
    CHECK(picks_apart(*grid, {}, {0}) == 0);
    CHECK(picks_apart(*grid, {0}, {1}) == 1000);
    CHECK(picks_apart(*grid, {0}, {2}) == 4000);
    CHECK(picks_apart(*grid, {0, 2}, {2, 0}) == 0);
    CHECK(picks_apart(*grid, {0, 2}, {1}) == picks_apart(*grid, {1}, {0, 2}));
}
