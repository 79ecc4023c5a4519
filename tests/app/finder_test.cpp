#include "player/app/search/finder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using catalogue::CellState;
using catalogue::SourceTime;
using lessons::Cell;

namespace {

app::Finder finder_of(const catalogue::Module& module, lessons::Seed seed = 1) {
    auto opened = app::Finder::open(seed);
    REQUIRE(opened.has_value());
    app::Finder finder = *std::move(opened);
    finder.add_names(app::searchable_of(module, seed));
    return finder;
}

catalogue::Passage passage(std::string text, std::chrono::seconds in = 10s) {
    return {std::move(text), {SourceTime{in}, SourceTime{in + 4s}}, {{0, SourceTime{in}}}};
}

}  // namespace

TEST_CASE("only what may be played is read, and only whom one may see can be found") {
    catalogue::Module module = made_up::module(3, 2);
    for (catalogue::Module::Cell& cell : module.cells)
        cell.answer->captions = "captions/all.vtt";
    const auto withhold = [&](std::size_t place, CellState state) {
        module.cells[place] = {state, std::nullopt};
    };
    withhold(0, CellState::Withheld);   // one of the first person's
    withhold(2, CellState::Withdrawn);  // everything of the second one
    withhold(3, CellState::Withdrawn);
    const app::Searchable all = app::searchable_of(module, 1);
    std::set<Cell> cells;
    for (const auto& speaker : all.speakers) {
        for (const auto& answer : speaker.answers)
            cells.insert({speaker.person, answer.question});
    }
    CHECK(cells == std::set<Cell>{{0, 1}, {2, 0}, {2, 1}});
    std::set<int> people;
    for (const app::NamedText& person : all.people)
        people.insert(person.place);
    CHECK(people == std::set<int>{0, 2});
    const app::Finder finder = finder_of(module);
    CHECK(finder.find("person").people_in_all == 2);
    CHECK(finder.find("person 1").people.empty());
}

TEST_CASE("answers without captions are not waited for") {
    catalogue::Module module = made_up::module(2, 2);
    module.cells[3].answer->captions = "captions/one.vtt";
    const app::Searchable all = app::searchable_of(module, 1);
    REQUIRE(all.speakers.size() == 1);
    CHECK(all.speakers[0].person == 1);
    CHECK(all.people.size() == 2);
}

TEST_CASE("people are found by name, job and facts, and questions by label and text") {
    catalogue::Module module = made_up::module(2, 2);
    module.facts = {{{"left"}, "Left school", "left school at {value}"},
                    {{"setting"}, "Works", ""}};
    module.people[0].name = "Moira Henderson";
    module.people[0].job = {"firefighter", "a"};
    module.people[0].facts = {"16", "outdoors"};
    module.questions[1].label = "How come this?";
    module.questions[1].text = "How did you end up as {job}?";
    const app::Finder finder = finder_of(module);
    for (const char* typed : {"moir", "henderson moira", "firefi", "school 16", "outdoors"}) {
        CAPTURE(std::string(typed));
        const app::Findings found = finder.find(typed);
        REQUIRE(found.people.size() == 1);
        CHECK(found.people[0].what.place == 0);
        CHECK(found.people[0].in_name.size() + found.people[0].in_rest.size() > 0);
    }
    const app::FoundName moira = finder.find("moira outd").people.at(0);
    CHECK(moira.what.name.substr(moira.in_name.at(0).from, 5) == "Moira");
    CHECK(moira.what.rest == "firefighter \u00B7 left school at 16 \u00B7 Works: outdoors");
    CHECK(moira.what.rest.substr(moira.in_rest.at(0).from) == "outdoors");
    const app::Findings end = finder.find("end up");
    REQUIRE(end.questions.size() == 1);
    CHECK(end.questions[0].what.place == 1);
    // The job is nobody's in a question for all.
    CHECK(end.questions[0].what.rest == "How did you end up as \u2026?");
}

TEST_CASE("a passage says where it is, what was meant and when it is said") {
    app::Finder finder = finder_of(made_up::module(2, 2));
    catalogue::Passage said = passage("Cold tea in a big dark room", 10s);
    said.cues = {{0, SourceTime{10s}}, {said.text.find("big"), SourceTime{12s}}};
    finder.add({1, 0}, {passage("Nothing of it", 4s), said});
    const app::Findings found = finder.find("dark");
    REQUIRE(found.passages.size() == 1);
    CHECK(found.passages[0].cell == Cell{1, 0});
    CHECK(found.passages[0].said_at == SourceTime{12s});
    CHECK(found.passages[0].time.in == SourceTime{10s});
    REQUIRE(found.passages[0].words.size() == 1);
    CHECK(found.passages[0].text.substr(found.passages[0].words[0].from, 4) == "dark");
    CHECK(found.speakers == 1);
    CHECK(finder.find("cold dark").passages.at(0).said_at == SourceTime{10s});
}

TEST_CASE("everybody's first passage comes before anybody's second, by the seed") {
    const catalogue::Module module = made_up::module(5, 3);
    std::set<int> firsts;
    for (lessons::Seed seed = 1; seed <= 30; ++seed) {
        app::Finder finder = finder_of(module, seed);
        for (int person = 0; person < 5; ++person) {
            for (int question = 0; question < 3; ++question)
                finder.add({person, question},
                           {passage("We all wore a uniform"), passage("A uniform again")});
        }
        const app::Findings found = finder.find("unif");
        CHECK(found.passages.size() == 30);
        CHECK(found.passages_in_all == 30);
        CHECK(found.speakers == 5);
        std::set<int> people;
        for (std::size_t i = 0; i < 5; ++i)
            people.insert(found.passages[i].cell.person);
        CHECK(people.size() == 5);
        firsts.insert(found.passages[0].cell.person);
    }
    CHECK(firsts.size() == 5);
}

TEST_CASE("a better likeness comes before anybody's turn") {
    app::Finder finder = finder_of(made_up::module(3, 2));
    finder.add({0, 0}, {passage("The artists of the place")});
    finder.add({1, 0}, {passage("What is art to me"), passage("More art than that")});
    finder.add({2, 1}, {passage("An article in the paper")});
    const app::Findings found = finder.find("art");
    REQUIRE(found.passages.size() == 4);
    CHECK(found.passages[0].cell.person == 1);
    CHECK(found.passages[1].cell.person == 1);
}

TEST_CASE("of very many only so many are given, and all are counted") {
    app::Finder finder = finder_of(made_up::module(4, 2));
    for (int person = 0; person < 4; ++person)
        finder.add({person, 0}, std::vector<catalogue::Passage>(200, passage("and so on")));
    const app::Findings found = finder.find("so");
    CHECK(found.passages.size() == app::Finder::most_passages);
    CHECK(found.passages_in_all == 800);
    CHECK(found.speakers == 4);
}

TEST_CASE("names leave the room to passages, and have it where nobody says the word") {
    catalogue::Module module = made_up::module(2, 20);
    for (std::size_t i = 0; i < module.questions.size(); ++i)
        module.questions[i].text = "And so on?";
    app::Finder finder = finder_of(module);
    app::Findings found = finder.find("so");
    CHECK(found.questions.size() == app::Finder::most_names_alone);
    CHECK(found.questions_in_all == 20);
    finder.add({0, 0}, {passage("and so on")});
    found = finder.find("so");
    CHECK(found.questions.size() == app::Finder::most_names);
    CHECK(found.questions_in_all == 20);
}

TEST_CASE("where nothing is found, something is named that would be") {
    app::Finder finder = finder_of(made_up::module(2, 2));
    finder.add({0, 0}, {passage("My apprenticeship was in a bakery")});
    finder.add({1, 0}, {passage("We had a uniform")});
    CHECK(finder.find("aprenticeship").instead == std::vector<std::string>{"apprenticeship"});
    CHECK(finder.find("uniform bakery").instead == std::vector<std::string>{"uniform", "bakery"});
    CHECK(finder.find("aprenticeship bakery").instead.at(0) == "apprenticeship bakery");
    CHECK(finder.find("qqqqq").instead.empty());
    CHECK(finder.find("uniform").instead.empty());
    CHECK(finder.find("").instead.empty());
    for (const char* typed : {"aprenticeship", "unifrom bakery", "uniform bakery"}) {
        for (const std::string& other : finder.find(typed).instead) {
            CAPTURE(other);
            CHECK(finder.find(other).passages_in_all > 0);
        }
    }
}

TEST_CASE("words worth looking for are said by several, and about a matter rather than all along") {
    app::Finder finder = finder_of(made_up::module(6, 4));
    for (int person = 0; person < 6; ++person) {
        for (int question = 0; question < 4; ++question) {
            std::string text = "Kindly listen to people here";
            if (question == 2) text += ", we wore Uniforms and a uniform it was";
            if (person == 3) text += ", in Llandudno";
            if (person < 2 && question == 1) text += ", my mother said in 1984";
            finder.add({person, question}, {passage(text)});
        }
    }
    std::vector<std::string> words;
    for (const app::Findings& found : finder.telling_words(3)) {
        words.push_back(found.typed);
        CHECK(found.speakers >= 2);
        CHECK(found.passages.size() == found.passages_in_all);
        CHECK(finder.find(found.typed).passages_in_all == found.passages_in_all);
    }
    REQUIRE(words.size() == 3);
    CHECK(words[0] == "uniform");  // as it is written, not in capitals, and not again as "uniforms"
    CHECK(words[1] == "mother");
    CHECK(words[2] != "llandudno");  // one person alone says it
    CHECK(finder.telling_words(100).size() < 8);
    CHECK(finder_of(made_up::module(6, 4)).telling_words(3).empty());
}

TEST_CASE("words of no matter are not worth looking for, however rarely they are said") {
    app::Finder finder = finder_of(made_up::module(4, 4));
    for (const int person : {0, 1, 2}) {
        finder.add({person, 0}, {passage("I would, she wouldn't, though the bakery could")});
        finder.add({person, 1}, {passage("Efallai fod rhywbeth yn y chwarel, byddai rhywun yno")});
    }
    std::set<std::string> words;
    for (const app::Findings& found : finder.telling_words(100))
        words.insert(found.typed);
    CHECK(words == std::set<std::string>{"bakery", "chwarel"});
}
