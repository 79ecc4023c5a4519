#include <set>

#include "lessons/difference.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

const std::vector<std::string> three_facts{"left school at {value}", "{value}", "works {value}"};

// Person 0 differs from the others in 1, 3, 2 and 0 facts.
SharedGrid unlike_people(const std::vector<std::string>& rows) {
    return with_facts(grid_of_rows(rows), three_facts,
                      {{"16", "college", "outdoors"},
                       {"18", "college", "outdoors"},
                       {"30", "a doctorate", "in an office"},
                       {"16", "a doctorate", "in an office"},
                       {"16", "college", "outdoors"}});
}

SharedGrid unlike_people() {
    return unlike_people({"xx", "xx", "xx", "xx", "xx"});
}

Walk talking(const SharedGrid& grid, Cell cell, Seed seed = 7) {
    return walk_at(grid, cell, Way::StopAndTalk, seed);
}

Walk contrasted(Walk walk) {
    return step(std::move(walk), GoContrast{});
}

std::vector<int> people_of_contrasts(Walk walk) {
    std::vector<int> people;
    for (walk = contrasted(std::move(walk)); walk.no_contrast() == NoContrast::None;
         walk = contrasted(std::move(walk))) {
        people.push_back(walk.cue().cell.person);
    }
    return people;
}

}  // namespace

TEST_CASE("a contrast keeps the question and goes to whoever differs most, then to the next most") {
    Walk walk = contrasted(talking(unlike_people(), {0, 1}));
    CHECK(walk.cue().cell == Cell{2, 1});
    CHECK(walk.cue().standing == Standing::Playing);
    CHECK(walk.apart_from() == 0);
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell == Cell{3, 1});
    CHECK(walk.apart_from() == 0);  // still set against whom it was asked of
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell == Cell{1, 1});
}

TEST_CASE("when everybody who differs was had it stays and says so, then begins where one is") {
    Walk walk = talking(unlike_people(), {0, 0});
    for (int times = 0; times < 3; ++times)
        walk = contrasted(std::move(walk));
    REQUIRE(walk.cue().cell.person == 1);
    const Cue last = walk.cue();
    walk = contrasted(std::move(walk));
    CHECK(walk.cue() == last);
    CHECK(walk.no_contrast() == NoContrast::AllHad);
    walk = contrasted(std::move(walk));
    CHECK(walk.no_contrast() == NoContrast::None);
    CHECK(walk.apart_from() == 1);
    CHECK(walk.cue().cell == Cell{4, 0});  // who differs more was heard
}

TEST_CASE("nobody comes twice in one row of contrasts, and nobody who does not differ") {
    std::mt19937 chance(5);
    for (int round = 0; round < 200; ++round) {
        const SharedGrid grid = random_grid(chance, 12, 4);
        for (const Cell cell : playable_cells(*grid)) {
            const std::vector<int> people = people_of_contrasts(talking(grid, cell, 3));
            const std::set<int> once(people.begin(), people.end());
            CHECK(once.size() == people.size());
            int before = 1000;
            for (const int person : people) {
                CHECK(grid->playable({person, cell.question}));
                const int apart = facts_apart(*grid, cell.person, person);
                CHECK(apart > 0);
                CHECK(apart <= before);
                before = apart;
            }
            for (int person = 0; person < grid->people; ++person) {
                const bool differs = person != cell.person &&
                                     grid->playable({person, cell.question}) &&
                                     facts_apart(*grid, cell.person, person) > 0;
                CHECK(once.contains(person) == differs);
            }
        }
    }
}

TEST_CASE("who was not heard yet comes before who was") {
    Walk walk = talking(unlike_people(), {2, 0});
    walk = ended(std::move(walk));  // the one who differs most is heard
    walk = step(std::move(walk), ChoosePerson{0});
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell.person == 3);
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell.person == 1);
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell.person == 2);
}

TEST_CASE("another question, or another person by hand, begins anew") {
    Walk walk = contrasted(talking(unlike_people(), {0, 0}));
    REQUIRE(walk.cue().cell == Cell{2, 0});
    Walk other = contrasted(step(walk, StepQuestion{1}));
    CHECK(other.apart_from() == 2);
    other = contrasted(step(walk, ChoosePerson{4}));
    CHECK(other.apart_from() == 4);
}

TEST_CASE("back from a contrast is where it was asked for, and its reason is there on return") {
    Walk walk = contrasted(talking(unlike_people(), {0, 0}));
    walk = step(std::move(walk), GoBack{});
    CHECK(walk.cue().cell == Cell{0, 0});
    CHECK(!walk.apart_from());
    walk = contrasted(std::move(walk));
    CHECK(walk.cue().cell == Cell{3, 0});  // the first one was had
    walk = step(step(std::move(walk), StepQuestion{1}), GoBack{});
    CHECK(walk.cue().cell == Cell{3, 0});
    CHECK(walk.apart_from() == 0);
}

TEST_CASE("nothing is set against an answer that is not there, nor is an absent one a contrast") {
    const SharedGrid grid = unlike_people({"x", "x", "d", "h", "."});
    CHECK(people_of_contrasts(talking(grid, {0, 0})) == std::vector<int>{1});
    for (const int absent : {2, 3, 4}) {
        const Walk walk = contrasted(talking(grid, {absent, 0}));
        CHECK(walk.no_contrast() == NoContrast::NothingPlays);
        CHECK(walk.cue().cell == Cell{absent, 0});
        CHECK(!walk.apart_from());
    }
}

TEST_CASE("without facts in which people differ there is no contrast") {
    const Walk walk = contrasted(talking(full_grid(3, 1), {0, 0}));
    CHECK(walk.no_contrast() == NoContrast::NobodyDiffers);
    CHECK(walk.cue().cell == Cell{0, 0});
    // What was said of one input is not said of the next.
    CHECK(step(walk, StepPerson{1}).no_contrast() == NoContrast::None);
}

TEST_CASE("of people who differ as much chance alone decides, in any order of the files") {
    constexpr int people = 6;
    std::vector<std::vector<std::string>> facts(people, {"18"});
    facts[0] = {"16"};
    const SharedGrid grid = with_facts(full_grid(people, 1), {"left school at {value}"}, facts);
    std::vector<int> firsts(people, 0);
    for (Seed seed = 0; seed < 1000; ++seed) {
        const Walk walk = contrasted(talking(grid, {0, 0}, seed));
        ++firsts[static_cast<std::size_t>(walk.cue().cell.person)];
        CHECK(walk.cue() == contrasted(talking(grid, {0, 0}, seed)).cue());
    }
    CHECK(firsts[0] == 0);
    for (int person = 1; person < people; ++person) {
        CAPTURE(person);
        CHECK(firsts[static_cast<std::size_t>(person)] > 150);  // 200 expected
        CHECK(firsts[static_cast<std::size_t>(person)] < 250);
    }
}

TEST_CASE("a contrast counts as that person's turn in a mix, and is heard in a ring") {
    const SharedGrid grid = unlike_people();
    Walk mixing = contrasted(walk_at(grid, {0, 0}, Way::MixItUp, 7));
    CHECK(mixing.way() == Way::MixItUp);
    CHECK(memory_of(mixing).by_hand == std::vector<Cell>{{2, 0}});
    CHECK(mixing.reason().empty());

    Walk ring = walk_at(grid, {0, 0}, Way::HangOnQuestion, 7);
    ring = ended(contrasted(std::move(ring)));
    std::set<int> heard{0, 2, ring.cue().cell.person};
    while (!at_boundary(ring)) {
        ring = ended(std::move(ring));
        heard.insert(ring.cue().cell.person);
    }
    CHECK(heard.size() == 5);
    CHECK(ring.heard_count() == 5);  // nobody twice
}

TEST_CASE("the next contrast is made ready, after all that is likelier") {
    const Walk walk = talking(unlike_people(), {0, 0});
    const std::vector<Cell> upcoming = upcoming_of(walk, 10);
    REQUIRE(!upcoming.empty());
    CHECK(upcoming.back() == contrasted(walk).cue().cell);
}

TEST_CASE("a contrast is said person by person, the most telling fact first") {
    const SharedGrid grid = unlike_people();
    CHECK(contrast_of(*grid, 0, "Tom", 2, "Ines") ==
          "Tom: left school at 16, college; Ines: at 30, a doctorate");
    CHECK(contrast_of(*grid, 0, "Tom", 1, "Bo") == "Tom: left school at 16; Bo: at 18");
    CHECK(contrast_of(*grid, 0, "Tom", 4, "Di").empty());
}

TEST_CASE("who differs, and how much, is the same in every language; only the words are others") {
    const SharedGrid english = unlike_people();
    Grid copy = *english;
    copy.says = {"gadawodd yn {value}", "{value}", "yn gweithio {value}"};
    for (auto& row : copy.facts) {
        for (auto& fact : row)
            fact = catalogue::Fact{"yr un", fact->compared};
    }
    const auto welsh = std::make_shared<const Grid>(copy);
    for (int person = 0; person < 5; ++person) {
        CHECK(people_of_contrasts(talking(english, {person, 0})) ==
              people_of_contrasts(talking(welsh, {person, 0})));
        for (int other = 0; other < 5; ++other) {
            CHECK(facts_apart(*english, person, other) == facts_apart(*welsh, person, other));
        }
    }
    CHECK(contrast_between(*welsh, 0, 1) == "gadawodd yn yr un, then yn yr un");
    Walk one = step(talking(english, {0, 0}), SetWay{Way::MixItUp});
    Walk other = step(talking(welsh, {0, 0}), SetWay{Way::MixItUp});
    for (int draw = 0; draw < 9; ++draw) {
        one = step(std::move(one), GoNext{});
        other = step(std::move(other), GoNext{});
        CHECK(one.cue().cell == other.cue().cell);
    }
}
