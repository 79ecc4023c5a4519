#include "player/app/command_line/advice_lines.h"

#include <doctest/doctest.h>

#include <string>

using catalogue::Problem;
using catalogue::Severity;

namespace {

Problem advice(const char* file, const char* what, const char* hint) {
    return {{file}, what, hint, Severity::Warning};
}

// Ada has films of her own; what Bob and Cid say lies in one.
catalogue::Module three_people() {
    catalogue::Module module;
    module.questions.resize(2);
    for (const char* id : {"ada", "bob", "cid"}) {
        catalogue::Person person;
        person.id.text = id;
        module.people.push_back(person);
    }
    for (const char* film : {"a1.mp4", "a2.mp4", "bc.mp4", "b.mp4", "bc.mp4", "c.mp4"}) {
        catalogue::Answer answer;
        answer.film = film;
        answer.captions = std::string(film) + ".vtt";
        module.cells.push_back({catalogue::CellState::Playable, answer});
    }
    return module;
}

}  // namespace

TEST_CASE("advice is said in a line for each person, and what is alike once") {
    const auto lines = app::advice_by_person(
        three_people(), {advice("people/bob.yaml", "1 question is not answered", "fine"),
                         advice("a1.mp4.vtt", "2 captions are fast; the fastest at 1", "slower"),
                         advice("a2.mp4.vtt", "3 captions are fast; the fastest at 2", "slower"),
                         advice("a2.mp4.vtt", "1 line is long; the longest at 2", "break it"),
                         advice("b.mp4", "it cannot be read", "copy it")});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
          "ada: 2 captions are fast (a1.mp4.vtt and one file more); 1 line is long (a2.mp4.vtt)");
    CHECK(lines[1] == "bob: 1 question is not answered; it cannot be read (b.mp4)");
}

TEST_CASE("advice on what several people share, or nobody has, is said as it is") {
    const auto lines = app::advice_by_person(
        three_people(), {advice("module.yaml", "all links lead to 'x'", "say"),
                         advice("bc.mp4", "it cannot be read", "copy it"),
                         advice("people/cid.yaml", "there is no picture", "")});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "cid: there is no picture");
    CHECK(lines[1] == "module.yaml: all links lead to 'x' (say)");
    CHECK(lines[2] == "bc.mp4: it cannot be read (copy it)");
}

TEST_CASE("no advice is no lines") {
    CHECK(app::advice_by_person(three_people(), {}).empty());
}
