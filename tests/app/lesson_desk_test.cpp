#include "player/app/lesson_desk.h"

#include <doctest/doctest.h>

#include "catalogue/module_files.h"
#include "player/app/folders.h"
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
    desk.weeks = {{"other", 3}};
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

TEST_CASE("a kept lesson whose plan is gone is none, and the weeks stay") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    catalogue::SavedLesson saved;
    saved.plan = "gone";
    saved.item = 1000;
    saved.weeks = {{"made-up-plan", 2}};
    LessonDesk desk = desk_with(lessons_test::plan_of_cues(1));
    resume_lesson(desk, saved, module, lessons::grid_of(module), start);
    CHECK_FALSE(desk.lesson);
    CHECK(desk.weeks.size() == 1);
}

TEST_CASE("a timer reads as minutes and seconds, also when it has run over") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    LessonDesk desk = desk_with(lessons_test::plan_of_cues(2));
    begin(desk, module, lessons::grid_of(module));
    desk.lesson = lessons::step(*desk.lesson, lessons::GoOn{}, start);
    CHECK(lesson_view_of(desk, module, start).timer == "4:00");
    CHECK(lesson_view_of(desk, module, start + 3min + 55s).timer == "0:05");
    const ui::LessonView over = lesson_view_of(desk, module, start + 5min + 10s);
    CHECK(over.timer == "1:10 over");
    CHECK(over.timer_over);
}

TEST_CASE("notes for the teacher are never in what the class reads") {
    const catalogue::Module module = lessons_test::module_of(2, 1);
    catalogue::Plan plan = lessons_test::plan_of_cues(1);
    plan.cues[0].notes = "Secret";
    LessonDesk desk = desk_with(plan);
    begin(desk, module, lessons::grid_of(module));
    const ui::LessonView view = lesson_view_of(desk, module, start);
    CHECK(view.notes == "Secret");
    for (const catalogue::TextBlock& block : view.prompt.blocks) {
        CHECK(block.text != "Secret");
    }
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
