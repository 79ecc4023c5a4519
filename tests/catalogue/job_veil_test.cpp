#include "catalogue/job_veil.h"

#include <doctest/doctest.h>

#include <string>

#include "catalogue/module_reader.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;

namespace {

Module made(std::string extra_of_moira = "", bool tells = false) {
    MemoryFiles files = made_module();
    files.files["people/moira.yaml"] += extra_of_moira;
    if (tells) {
        std::string& yaml = files.files["module.yaml"];
        const std::string fact = "says: \"went {value}\"";
        yaml.replace(yaml.find(fact), fact.size(), fact + ", tells_job: true");
    }
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.module);
    return *reading.module;
}

const JobVeil down{true, {}};

std::string caption(const std::string& vtt, const Job& job, bool covered) {
    const CaptionReading reading =
        read_captions("WEBVTT\n\n00:01.000 --> 00:02.000\n" + vtt + "\n", "words.vtt");
    REQUIRE(reading.cues.size() == 1);
    CHECK(reading.problems.empty());
    Person person;
    person.id = {"moira"};
    person.job = job;
    return shown_caption(reading.cues[0], person, covered ? down : JobVeil{});
}

}  // namespace

TEST_CASE("a title is covered wherever it stands as words of its own") {
    struct Row {
        const char* words;
        const char* shown;
    };
    for (const Row& row : {
             Row{"hill farmer", "\u2014\u2014"},
             Row{"A Hill Farmer's day", "A \u2014\u2014's day"},
             Row{"two hill farmers, and a hill-farmer.", "two \u2014\u2014, and a \u2014\u2014."},
             Row{"a hill\nfarmer", "a \u2014\u2014"},
             Row{"films/hill-farmer.mp4", "films/\u2014\u2014.mp4"},
             Row{"downhill farmer", "downhill farmer"},
             Row{"hill farmery", "hill farmery"},
             Row{"hill farmer\u00e9", "hill farmer\u00e9"},
             Row{"a hill, a farmer", "a hill, a farmer"},
             Row{"hill", "hill"},
             Row{"", ""},
         }) {
        CAPTURE(row.words);
        CHECK(without_job(row.words, {"hill farmer", "a"}) == row.shown);
    }
    CHECK(without_job("any words", {"", ""}) == "any words");
}

TEST_CASE("while the switch is off everything is shown") {
    const Module whole = made("shows_job: [now, then, stills]\n");
    const Module shown = shown_module(whole, {});
    const std::size_t moira = *whole.find_person({"moira"});
    CHECK(shown.people[moira].job.title == "hill farmer");
    CHECK(shown.people[moira].now);
    CHECK(shown.people[moira].way_in == "Ask a farmer.");
    CHECK_FALSE(shown.people[moira].job_covered);
    CHECK_FALSE(shown.people[moira].stills_covered);
    CHECK(shown_words("films/hill-farmer.mp4", whole, {}) == "films/hill-farmer.mp4");
}

TEST_CASE("a covered person has no job, no way into it, and no picture that shows it") {
    const Module whole = made("shows_job: [now, stills]\n");
    const Module shown = shown_module(whole, down);
    const std::size_t moira = *whole.find_person({"moira"});
    const Person& person = shown.people[moira];
    CHECK(job_with_article(person.job) == "");
    CHECK(question_text(shown.questions[0], person) == "How did you become someone in this job?");
    CHECK(person.way_in == "");
    CHECK_FALSE(person.now);
    CHECK(person.job_covered);
    CHECK(person.stills_covered);
    CHECK(person.name == "Moira");
    CHECK(shown.cells.size() == whole.cells.size());
    CHECK(shown.cell(moira, 0).answer->film == whole.cell(moira, 0).answer->film);
}

TEST_CASE("a picture that is not marked stays, and its alt text names no job") {
    MemoryFiles files = made_module();
    std::string& yaml = files.files["people/moira.yaml"];
    yaml.replace(yaml.find("Moira at a gate"), 15, "The hill farmer at a gate");
    const ModuleReading reading = read_module(files);
    REQUIRE(reading.module);
    const Module shown = shown_module(*reading.module, down);
    const Person& moira = shown.people[*shown.find_person({"moira"})];
    REQUIRE(moira.now);
    CHECK(moira.now->alt == "The \u2014\u2014 at a gate");
    CHECK_FALSE(moira.stills_covered);
}

TEST_CASE("facts that tell the job, or name it, are covered; the others stay") {
    Module whole = made("", true);
    const std::size_t dev = *whole.find_person({"dev"});
    const std::size_t moira = *whole.find_person({"moira"});
    whole.people[dev].facts[1] = "with an uncle";
    CHECK(shown_module(whole, down).people[moira].facts[0] == "16");
    CHECK_FALSE(shown_module(whole, down).people[moira].facts[1]);
    CHECK_FALSE(shown_module(whole, down).people[dev].facts[1]);
    whole.facts[1].tells_job = false;
    whole.people[dev].facts[1] = "as an Engineer's boy";
    CHECK(shown_module(whole, down).people[moira].facts[1] == "straight into work");
    CHECK_FALSE(shown_module(whole, down).people[dev].facts[1]);
}

TEST_CASE("uncovering one person shows that one and nobody else") {
    const Module whole = made();
    const JobVeil veil{true, {PersonId{"dev"}}};
    const Module shown = shown_module(whole, veil);
    CHECK(shown.people[*whole.find_person({"dev"})].job.title == "engineer");
    CHECK(shown.people[*whole.find_person({"moira"})].job.title == "");
    CHECK(shown_words("the engineer and the hill farmer", whole, veil) ==
          "the engineer and the \u2014\u2014");
}

TEST_CASE("messages about files name no covered job, neither in words nor in their place") {
    const Module whole = made();
    const Problem problem{
        {"films/engineer.mp4", 1, 1}, "the engineer's film ends", "ask the engineer"};
    const Problem shown = shown_problem(problem, whole, down);
    CHECK(shown.place.file == "films/\u2014\u2014.mp4");
    CHECK(shown.what == "the \u2014\u2014's film ends");
    CHECK(shown.hint == "ask the \u2014\u2014");
    CHECK(shown.place.line == 1);
}

TEST_CASE("words that captions mark by <c.job> are covered, and shown when the job is") {
    struct Row {
        const char* vtt;
        const char* whole;
        const char* covered;
    };
    for (const Row& row : {
             Row{"I work <c.job>on a hill</c>.", "I work on a hill.", "I work \u2014\u2014."},
             Row{"<c.job>Sheep</c> and <c.loud.job>dogs</c>", "Sheep and dogs",
                 "\u2014\u2014 and \u2014\u2014"},
             Row{"<c.job><i>Sheep</i> <c.red>all</c> day</c> long", "Sheep all day long",
                 "\u2014\u2014 long"},
             Row{"<c.jobs>Sheep</c>, <c>dogs</c>", "Sheep, dogs", "Sheep, dogs"},
             Row{"It <c.job>never ends", "It never ends", "It \u2014\u2014"},
             Row{"one</c> two", "one two", "one two"},
             Row{"&#1;Sheep&#2;", "Sheep", "\u2014\u2014"},
             Row{"A hill farmer", "A hill farmer", "A \u2014\u2014"},
         }) {
        CAPTURE(row.vtt);
        CHECK(caption(row.vtt, {"hill farmer", "a"}, false) == row.whole);
        CHECK(caption(row.vtt, {"hill farmer", "a"}, true) == row.covered);
    }
}

TEST_CASE("a slip in what shows the job covers too much, never too little") {
    struct Row {
        const char* yaml;
        const char* problem;
    };
    for (const Row& row :
         {Row{"shows_job: [nwo]\n", "did you mean 'now'?"}, Row{"shows_job: now\n", "'shows_job'"},
          Row{"shows_job: [{now: true}]\n", "is no picture"}}) {
        CAPTURE(row.yaml);
        MemoryFiles files = made_module();
        files.files["people/moira.yaml"] += row.yaml;
        const ModuleReading reading = read_module(files);
        REQUIRE(reading.module);
        CHECK(texts(reading.problems).find(row.problem) != std::string::npos);
        const Person& moira = reading.module->people[*reading.module->find_person({"moira"})];
        CHECK(moira.shows_job.now);
        CHECK(moira.shows_job.then);
        CHECK(moira.shows_job.stills);
    }
}
