#include "catalogue/problem.h"

#include <doctest/doctest.h>

#include <vector>

#include "catalogue/module.h"

using namespace catalogue;

TEST_CASE("a problem reads as place, what is wrong and what to do") {
    struct Row {
        Problem problem;
        std::string text;
    };
    const std::vector<Row> rows = {
        {fail({"module.yaml", 14, 9}, "what", "hint"), "module.yaml:14:9: what (hint)"},
        {fail({"people/a.yaml", 14, 0}, "what", "hint"), "people/a.yaml:14: what (hint)"},
        {fail({"people/a.yaml"}, "what", "hint"), "people/a.yaml: what (hint)"},
        {fail({"people/a.yaml"}, "what"), "people/a.yaml: what"},
        {fail({}, "what", "hint"), "what (hint)"},
        {fail({"people/\x1b[2J\xff.yaml"}, "what"), "people/\uFFFD[2J\uFFFD.yaml: what"},
    };
    for (const Row& row : rows) {
        CHECK(to_text(row.problem) == row.text);
    }
}

TEST_CASE("a question names the person's job, every time") {
    struct Row {
        Job job;
        std::string text;
    };
    const std::vector<Row> rows = {
        {{"firefighter", "a"}, "Why a firefighter? A day of a firefighter"},
        {{"architect", "an"}, "Why an architect? A day of an architect"},
        {{"head of year", ""}, "Why head of year? A day of head of year"},
        {{"{job}", "a"}, "Why a {job}? A day of a {job}"},
        {{"", ""}, "Why someone in this job? A day of someone in this job"},
    };
    Question question;
    question.text = "Why {job}? A day of {job}";
    for (const Row& row : rows) {
        Person person;
        person.job = row.job;
        CHECK(question_text(question, person) == row.text);
    }
}

TEST_CASE("people and questions are found by their ids") {
    Module module;
    module.people.resize(2);
    module.people[1].id = {"moira"};
    module.questions.resize(3);
    module.questions[2].id = {"w3"};
    CHECK(module.find_person({"moira"}) == 1);
    CHECK(module.find_question({"w3"}) == 2);
    CHECK_FALSE(module.find_person({"Moira"}));
    CHECK_FALSE(module.find_question({"w"}));
}
