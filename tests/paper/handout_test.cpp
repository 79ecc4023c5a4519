#include "player/paper/handout.h"

#include <doctest/doctest.h>

#include "player/paper/session_record.h"
#include "tests/paper/made_up_sheets.h"

using namespace paper;
using namespace paper_test;
using namespace catalogue;

namespace {

Plan plan() {
    Plan made;
    made.id = {"plan"};
    made.title = "A plan";
    PlanCue cue;
    cue.title = "Step";
    cue.before = "Listen for **clues**.";
    cue.after = "1. Which clue?\n2. Who differs?";
    cue.talk = Talk::Pair;
    cue.minutes = std::chrono::minutes{4};
    cue.notes = "For the teacher alone";
    cue.clips = {{ThisPerson{{"moira"}}, {"w1"}, {}}};
    made.cues = {cue};
    return made;
}

}  // namespace

TEST_CASE(
    "a handout has the prompts, who talks and what is watched, and no notes for the teacher") {
    const std::string words = words_of(handout_of(plan(), module()));
    CHECK(has(words, "1  Step In pairs, 4 min"));
    CHECK(has(words, "Listen for clues."));
    CHECK(has(words, "1. Which clue? 2. Who differs?"));
    CHECK(has(words, "Film: Moira Lennox. How did you become a hill farmer?"));
    CHECK_FALSE(has(words, "For the teacher alone"));
}

TEST_CASE("where jobs come last a handout names none") {
    Plan made = plan();
    made.cues[0].job_last = true;
    made.cues[0].before = "Is she a hill farmer?";
    made.cues.push_back(plan().cues[0]);
    made.title = "The Hill Farmer";
    const std::string words = words_of(handout_of(made, module()));
    CHECK(has(words, "Moira Lennox"));
    CHECK_FALSE(has(words, "hill farmer"));
    CHECK_FALSE(has(words, "Hill Farmer"));
    CHECK(has(words_of(handout_of(plan(), module(), 1, {true, {}})), "Moira Lennox. How did you"));
    CHECK_FALSE(has(words_of(handout_of(plan(), module(), 1, {true, {}})), "hill farmer"));
}

TEST_CASE("who took back consent is on no handout") {
    for (const CellState state : {CellState::Withheld, CellState::Withdrawn, CellState::Empty}) {
        Module made = module();
        made.cells[0] = {state, {}};
        const std::string words = words_of(handout_of(plan(), made));
        CHECK_FALSE(has(words, "Moira"));
        CHECK(has(words, "Which clue?"));
    }
}

TEST_CASE("a content note, of the plan or of a step, brings the module's help lines") {
    CHECK_FALSE(has(words_of(handout_of(plan(), module())), "0800 1111"));
    Plan noted = plan();
    noted.content_note = "Money.";
    Plan step = plan();
    step.cues[0].content_note = "Money.";
    Plan card = plan();
    card.help_card = true;
    for (const Plan& made : {noted, step, card}) {
        const std::string words = words_of(handout_of(made, module()));
        CHECK(has(words, "A help line: 0800 1111. Your tutor: room 12."));
    }
    CHECK(has(words_of(handout_of(step, module())), "Take care: Money."));
}

TEST_CASE("a handout is of one week") {
    Plan made = plan();
    made.weeks = 2;
    made.cues.push_back(plan().cues[0]);
    made.cues[1].week = 2;
    made.cues[1].title = "Second";
    const std::string second = words_of(handout_of(made, module(), 2));
    CHECK(has(second, "Week 2 of 2"));
    CHECK(has(second, "1  Second"));
    CHECK_FALSE(has(second, "1  Step"));
    CHECK(handout_of(made, module(), 99) == handout_of(made, module(), 2));
}

TEST_CASE("whom a lesson draws is left open, with a line to write the name on") {
    Plan made = plan();
    made.cues[0].clips = {{PeopleWhoDiffer{3, {}}, {"w1"}, {}}, {SamePeople{}, {"w2"}, {}}};
    const std::string words = words_of(handout_of(made, module()));
    CHECK(has(words, "Film: three people. How did you become \u2026?"));
    CHECK(has(words, "Film: the same people. What does your pay rule out?"));
    CHECK(has(words, "Who we heard:"));
    CHECK_FALSE(has(words, "Moira"));
}

TEST_CASE("a session record says what was seen, and that it is no encounter") {
    const lessons::LessonRecord record{
        "A plan", "Made up", "28 November", "", {}, {8}, {{"Step", {"Moira: The lift"}, {"Why?"}}},
        {"Last"}};
    const Sheet sheet = session_record_of(record);
    const std::string words = words_of(sheet);
    CHECK(has(words, "Session record A plan Made up \u00b7 28 November Gatsby benchmark 8"));
    CHECK(has(words, "Step Seen: Moira: The lift Why?"));
    CHECK(has(words, "Left out for want of time: Last"));
    CHECK(has(sheet.foot, "no encounter"));
    CHECK(sheet.most_pages == 1);
}
