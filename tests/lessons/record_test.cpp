#include "lessons/record.h"

#include <doctest/doctest.h>

#include "tests/lessons/made_up_plans.h"

using namespace lessons;
using namespace lessons_test;

namespace {

const LessonTime start{};

Lesson lesson_in(const catalogue::Module& module) {
    catalogue::Plan plan = plan_of_cues(2);
    plan.areas = {catalogue::CareerArea::ManageCareer};
    plan.benchmarks = {2, 8};
    plan.cues[0].clips = {{catalogue::ThisPerson{{"p1"}}, {"q0"}, {}}};
    const Grid grid = grid_of(module);
    Resolved resolved = resolve(plan, 1, {&module, &grid, {}, {}}, 1);
    return {std::make_shared<const catalogue::Plan>(plan), 1, 1, std::move(resolved), start};
}

Lesson on(Lesson lesson, int times) {
    for (int i = 0; i < times; ++i) {
        lesson = step(std::move(lesson), GoOn{}, start);
    }
    return lesson;
}

}  // namespace

TEST_CASE("a record says what was seen and talked about so far, and no more") {
    const catalogue::Module module = module_of(3, 1);
    const LessonRecord before = record_of(lesson_in(module), module, "28 November");
    REQUIRE(before.steps.size() == 1);
    CHECK(before.steps[0].seen.empty());
    CHECK(before.steps[0].prompts == std::vector<std::string>{"Before 0"});
    const LessonRecord record = record_of(on(lesson_in(module), 2), module, "28 November");
    REQUIRE(record.steps.size() == 1);
    CHECK(record.steps[0].seen == std::vector<std::string>{"Person 1: Label 0"});
    CHECK(record.steps[0].prompts == std::vector<std::string>{"Before 0", "After 0"});
    CHECK(record.areas == std::vector<std::string>{"Manage career"});
    CHECK(record.benchmarks == std::vector<int>{2, 8});
}

TEST_CASE("who took back an answer is not in a record") {
    catalogue::Module module = module_of(3, 1);
    const Lesson lesson = on(lesson_in(module), 2);
    module.cells[1] = {catalogue::CellState::Withheld, {}};
    CHECK(record_of(lesson, module, "").steps[0].seen.empty());
}

TEST_CASE("a question that names a job is in a record without it") {
    catalogue::Module module = module_of(3, 1);
    module.questions[0].label = "Why {job}?";
    CHECK(record_of(on(lesson_in(module), 2), module, "").steps[0].seen ==
          std::vector<std::string>{"Person 1: Why \u2026?"});
}
