#include "player/app/lesson/lesson_desk.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "catalogue/module_files.h"
#include "player/app/storage/folders.h"
#include "tests/lessons/made_up_plans.h"

using namespace app;
using namespace std::chrono_literals;

namespace {

const lessons::LessonTime start{1h};

LessonDesk desk_with(catalogue::Plan plan) {
    LessonDesk desk;
    desk.shelf.plans.push_back(std::make_shared<const catalogue::Plan>(std::move(plan)));
    return desk;
}

void begin(LessonDesk& desk, const catalogue::Module& module, const lessons::Grid& grid) {
    const auto& plan = desk.shelf.plans.front();
    const lessons::OrderSource source{&module, &grid, answer_lengths(module), {}};
    desk.lesson = lessons::Lesson{plan, 1, 7, lessons::resolve(*plan, 1, source, 7), start};
}

}  // namespace

TEST_CASE("the bell is understood as a teacher types it") {
    struct Row {
        const char* text;
        int minutes;
        int pupils;
        int headsets;
    };
    for (const Row& row :
         {Row{"35 minutes, 28 pupils, 12 headsets", 35, 28, 12}, Row{"35", 35, 0, 0},
          Row{"35, 28, 12", 35, 28, 12}, Row{"28 pupils, 35 min", 35, 28, 0},
          Row{"20min 6 headsets", 20, 0, 6}}) {
        CAPTURE(row.text);
        const auto wish = bell_from_text(row.text);
        REQUIRE(wish);
        CHECK(wish->minutes == row.minutes);
        CHECK(wish->room.pupils == row.pupils);
        CHECK(wish->room.headsets == row.headsets);
    }
    for (const char* text : {"", "soon", "0", "28 pupils", "999999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(bell_from_text(text));
    }
}

TEST_CASE("a lesson that was kept goes on with the same people at the same step") {
    const catalogue::Module module = lessons_test::module_of(6, 2);
    const lessons::Grid grid = lessons::grid_of(module);
    catalogue::Plan plan = lessons_test::plan_of_cues(3);
    plan.cues[0].clips = {{catalogue::PeopleWhoDiffer{3, {}}, {"q1"}, {}}};
    LessonDesk desk = desk_with(plan);
    begin(desk, module, grid);
    for (int i = 0; i < 3; ++i) {
        desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    }
    desk.weeks = {{"other", 3, {}}};
    const auto saved = catalogue::read_saved_lesson(
        catalogue::to_yaml(saved_of(desk, module, start)), "lesson.yaml");
    REQUIRE(saved);
    LessonDesk again = desk_with(plan);
    resume_lesson(again, *saved, module, grid, start + 10h);
    REQUIRE(again.lesson);
    CHECK(again.lesson->stop() == desk.lesson->stop());
    CHECK(again.lesson->order() == desk.lesson->order());
    CHECK(again.lesson->seen() == desk.lesson->seen());
    CHECK(again.weeks == desk.weeks);
}

TEST_CASE("what the notebook keeps is what the class picked, and a kept lesson goes on with it") {
    const catalogue::Module module = lessons_test::module_of(6, 2);
    const lessons::Grid grid = lessons::grid_of(module);
    catalogue::Plan plan = lessons_test::plan_of_cues(2);
    plan.cues[1].clips = {{catalogue::ClassPick{2}, {}, {}}};
    LessonDesk desk = desk_with(plan);
    // Kept before the lesson, and known to the plan as it is shown in the list.
    CHECK_FALSE(take_picks(desk, {{0, 0}}, module, grid));
    desk.lesson = drafted_lesson(desk, 0, module, grid, start);
    CHECK(desk.lesson->order()[1].clips.size() == 1);
    CHECK_FALSE(take_picks(desk, {{0, 0}}, module, grid));  // no news
    // Kept twice: the later time counts.
    const auto picked = take_picks(desk, {{4, 1}, {0, 0}, {3, 0}, {4, 1}}, module, grid);
    REQUIRE(picked);
    desk.lesson = lessons::step(*desk.lesson, *picked, start);
    REQUIRE(desk.lesson->order()[1].clips.size() == 2);
    CHECK(desk.lesson->order()[1].clips[0].cell == lessons::Cell{4, 1});
    CHECK(desk.lesson->order()[1].clips[1].cell == lessons::Cell{3, 0});
    while (desk.lesson->clip() == nullptr)
        desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    CHECK_FALSE(take_picks(desk, {{5, 1}}, module, grid));

    LessonDesk again = desk_with(plan);
    resume_lesson(again, saved_of(desk, module, start), module, grid, start + 10h);
    REQUIRE(again.lesson);
    CHECK(again.lesson->order() == desk.lesson->order());
    CHECK(again.lesson->stop() == desk.lesson->stop());
}

TEST_CASE("a kept lesson whose plan is gone is none, and the weeks stay") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    catalogue::SavedLesson saved;
    saved.plan = "gone";
    saved.item = 1000;
    saved.weeks = {{"made-up-plan", 2, {}}};
    LessonDesk desk = desk_with(lessons_test::plan_of_cues(1));
    resume_lesson(desk, saved, module, lessons::grid_of(module), start);
    CHECK_FALSE(desk.lesson);
    CHECK(desk.weeks.size() == 1);
}

namespace {

// As if the program had been closed and opened again: only what is kept goes on.
LessonDesk opened_again(const LessonDesk& desk, const catalogue::Plan& plan,
                        const catalogue::Module& module, const lessons::Grid& grid,
                        lessons::Seed seed) {
    const auto saved = catalogue::read_saved_lesson(
        catalogue::to_yaml(saved_of(desk, module, start)), "lesson.yaml");
    REQUIRE(saved);
    LessonDesk again = desk_with(plan);
    again.seed = seed;
    resume_lesson(again, *saved, module, grid, start);
    return again;
}

// The plan as it comes with the program, and a module that asks its four questions.
catalogue::Plan circle_of_four_weeks() {
    const catalogue::Module module = lessons_test::module_of(1, 1);
    const PlanShelf shelf = read_plans(catalogue::MemoryFiles{}, module, asset_folder());
    const auto found = std::ranges::find_if(
        shelf.plans, [](const auto& plan) { return plan->id.text == "a-circle-of-four-weeks"; });
    REQUIRE(found != shelf.plans.end());
    return **found;
}

}  // namespace

TEST_CASE("a circle of four weeks goes on every week with people who were not heard yet") {
    const catalogue::Plan plan = circle_of_four_weeks();
    catalogue::Module module = lessons_test::module_of(8, 4);
    const char* const asked[] = {"f1", "w7", "w6", "f9"};
    for (std::size_t i = 0; i < 4; ++i)
        module.questions[i].id = {asked[i]};
    const lessons::Grid grid = lessons::grid_of(module);
    LessonDesk desk = desk_with(plan);
    std::vector<int> heard;
    for (int week = 1; week <= 4; ++week) {
        CAPTURE(week);
        CHECK(desk.next_week(plan) == week);
        desk.lesson = drafted_lesson(desk, 0, module, grid, start);
        CHECK(desk.lesson->week() == week);
        while (!desk.lesson->done()) {
            desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
            // Closed in the middle of it, it goes on at the same step with the same people.
            const LessonDesk again =
                opened_again(desk, plan, module, grid, static_cast<lessons::Seed>(week) * 100);
            REQUIRE(again.lesson);
            CHECK(again.lesson->stop() == desk.lesson->stop());
            CHECK(again.lesson->order() == desk.lesson->order());
            CHECK(again.weeks == desk.weeks);
        }
        REQUIRE(desk.lesson->seen().size() == 2);
        for (const lessons::SeenClip& seen : desk.lesson->seen()) {
            CHECK(seen.cell.question == week - 1);
            heard.push_back(seen.cell.person);
        }
        desk.end_lesson(module);
        // A week later, with another draw.
        desk = opened_again(desk, plan, module, grid, static_cast<lessons::Seed>(week) * 1000);
        CHECK_FALSE(desk.lesson);
    }
    std::ranges::sort(heard);
    CHECK(heard == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(desk.next_week(plan) == 1);
    CHECK(desk.heard_before(plan, module).empty());
}

TEST_CASE("a week that was broken off comes once more") {
    const catalogue::Plan plan = circle_of_four_weeks();
    const catalogue::Module module = lessons_test::module_of(4, 1);
    const lessons::Grid grid = lessons::grid_of(module);
    LessonDesk desk = desk_with(plan);
    desk.weeks = {{plan.id.text, 3, {{"p1"}, {"gone"}}}};
    desk.lesson = drafted_lesson(desk, 0, module, grid, start);
    desk.end_lesson(module);
    CHECK(desk.next_week(plan) == 3);
    CHECK(desk.heard_before(plan, module) == std::vector<int>{1});
}

TEST_CASE("a timer reads as minutes and seconds, also when it has run over") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    LessonDesk desk = desk_with(lessons_test::plan_of_cues(2));
    const lessons::Grid grid = lessons::grid_of(module);
    begin(desk, module, grid);
    desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    CHECK(lesson_view_of(desk, module, grid, start).timer == "4:00");
    CHECK(lesson_view_of(desk, module, grid, start + 3min + 55s).timer == "0:05");
    const ui::LessonView over = lesson_view_of(desk, module, grid, start + 5min + 10s);
    CHECK(over.timer == "1:10 over");
    CHECK(over.timer_over);
}

TEST_CASE("notes for the teacher are never in what the class reads") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    catalogue::Plan plan = lessons_test::plan_of_cues(1);
    plan.cues[0].notes = "Secret";
    LessonDesk desk = desk_with(plan);
    const lessons::Grid grid = lessons::grid_of(module);
    begin(desk, module, grid);
    const ui::LessonView view = lesson_view_of(desk, module, grid, start);
    CHECK(view.notes == "Secret");
    for (const catalogue::TextBlock& block : view.prompt.blocks) {
        CHECK(block.text != "Secret");
    }
}

TEST_CASE("the draft of a plan is the lesson that starts, fitted to the bell") {
    const catalogue::Module module = lessons_test::module_of(6, 2);
    const lessons::Grid grid = lessons::grid_of(module);
    catalogue::Plan plan = lessons_test::plan_of_cues(4);
    plan.cues[0].clips = {{catalogue::Anybody{}, {"q1"}, {}}};
    LessonDesk desk = desk_with(plan);
    desk.seed = 5;
    CHECK(lesson_view_of(desk, module, grid, start).steps.size() == 4);
    CHECK(lesson_view_of(desk, module, grid, start).fitting.empty());
    desk.state.bell_text = "5 minutes";
    const ui::LessonView view = lesson_view_of(desk, module, grid, start);
    CHECK_FALSE(view.under_way);
    CHECK_FALSE(view.fitting.empty());
    CHECK(std::ranges::count(view.steps, true, &ui::StepRow::left_out) > 0);
    const lessons::Lesson draft = drafted_lesson(desk, 0, module, grid, start);
    CHECK(draft.seed() == 5);
    CHECK(draft == drafted_lesson(desk, 0, module, grid, start));
}

TEST_CASE("a plan that names a covered job does not say it") {
    catalogue::Module module = lessons_test::module_of(2, 1);
    module.people[0].job.title = "joiner";
    catalogue::Plan plan = lessons_test::plan_of_cues(1);
    plan.title = "The joiner";
    plan.cues[0].before = "What does a joiner do?";
    plan.cues[0].notes = "Ask the joiner";
    LessonDesk desk = desk_with(plan);
    const lessons::Grid grid = lessons::grid_of(module);
    begin(desk, module, grid);
    const catalogue::JobVeil veil{true, {}};
    ui::LessonView view = lesson_view_of(desk, module, grid, start);
    cover_jobs(view, module, veil);
    lessons::LessonRecord record = lessons::record_of(*desk.lesson, module, "today");
    cover_jobs(record, module, veil);
    const std::string said = view.title + view.prompt.blocks[0].text + view.notes + record.plan +
                             record.steps[0].prompts[0];
    CHECK(said.find("joiner") == std::string::npos);
    CHECK(said.find(catalogue::covered_words) != std::string::npos);
}

TEST_CASE("at the end a lesson says what was heard") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    const lessons::Grid grid = lessons::grid_of(module);
    catalogue::Plan plan = lessons_test::plan_of_cues(1);
    plan.cues[0].clips = {{catalogue::ThisPerson{{"p1"}}, {"q0"}, {}}};
    LessonDesk desk = desk_with(plan);
    begin(desk, module, grid);
    while (!desk.lesson->done()) {
        CHECK(lesson_view_of(desk, module, grid, start).heard.empty());
        desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    }
    CHECK(lesson_view_of(desk, module, grid, start).heard ==
          std::vector<std::string>{"Person 1: Label 0"});
}

TEST_CASE("a module's own plan takes the place of the program's, and its faults are said") {
    catalogue::MemoryFiles files;
    files.files["plans/one-row.yaml"] =
        "format: 1\ntitle: Ours\nabout: A\nminutes: 5\ncues:\n"
        "  - {title: A, clips: [{question: nowhere, person: nobody}], after: B}\n";
    files.files["plans/broken.yaml"] = "format: 1\ntitle: [\n";
    const catalogue::Module module = lessons_test::module_of(2, 1);
    const PlanShelf shelf = read_plans(files, module, asset_folder());
    CHECK(shelf.plans.size() == 10);
    CHECK(shelf.plans.front()->title == "Ours");
    CHECK(shelf.problems.size() == 3);
    CHECK(read_plans(files, module, {}).plans.size() == 1);
}

TEST_CASE("plans that are read in another language reach the lesson that is under way") {
    const catalogue::Module module = lessons_test::module_of(6, 2);
    const lessons::Grid grid = lessons::grid_of(module);
    catalogue::Plan plan = lessons_test::plan_of_cues(3);
    LessonDesk desk = desk_with(plan);
    begin(desk, module, grid);
    desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    const lessons::Stop before = desk.lesson->stop();
    plan.title = "Boreau";
    PlanShelf welsh;
    welsh.plans.push_back(std::make_shared<const catalogue::Plan>(plan));
    retell(desk, std::move(welsh), module, grid, start);
    CHECK(desk.lesson->plan().title == "Boreau");
    CHECK(desk.lesson->stop() == before);
    retell(desk, {}, module, grid, start);  // its plan is gone
    CHECK(desk.lesson->plan().title == "Boreau");
}
