#include "lessons/lesson.h"

#include <doctest/doctest.h>

#include <memory>
#include <random>

#include "tests/lessons/made_up_grids.h"
#include "tests/lessons/made_up_plans.h"

using namespace lessons;
using namespace lessons_test;
using namespace std::chrono_literals;
using catalogue::Plan;
using catalogue::Talk;
using std::chrono::seconds;

namespace {

const LessonTime start{1h};

// Three cues of four minutes; the middle one has two clips of a minute.
Plan small_plan() {
    Plan plan = plan_of_cues(3);
    plan.cues[1].clips = {{catalogue::PeopleWhoDiffer{2, {}}, {"q0"}, {{20s, "Stop here", true}}}};
    plan.cues[1].talk = Talk::Pair;
    plan.cues[2].before.clear();
    return plan;
}

Lesson begun(Plan plan, int week = 1) {
    static const catalogue::Module module = module_of(4, 2);
    static const Grid grid = grid_of(module);
    Resolved resolved = resolve(plan, week, {&module, &grid, {}, {}}, 1);
    return Lesson{std::make_shared<const Plan>(std::move(plan)), week, 1, std::move(resolved),
                  start};
}

Lesson after(Lesson lesson, const std::vector<LessonInput>& inputs, LessonTime now = start) {
    for (const LessonInput& input : inputs) {
        lesson = step(std::move(lesson), input, now);
    }
    return lesson;
}

std::vector<Stop> way_through(Lesson lesson) {
    std::vector<Stop> stops{lesson.stop()};
    while (!lesson.done() && stops.size() < 100) {
        lesson = step(std::move(lesson), GoOn{}, start);
        stops.push_back(lesson.stop());
    }
    return stops;
}

}  // namespace

TEST_CASE("a lesson goes through prompt, clips, prompt, and the next cue") {
    using enum Part;
    CHECK(way_through(begun(small_plan())) == std::vector<Stop>{{Before, 0, 0},
                                                                {After, 0, 0},
                                                                {Before, 1, 0},
                                                                {Clip, 1, 0},
                                                                {Clip, 1, 1},
                                                                {After, 1, 0},
                                                                {After, 2, 0},
                                                                {Done, 3, 0}});
}

TEST_CASE("ground rules come before everything else") {
    Plan plan = small_plan();
    plan.ground_rules = "- Everybody may pass";
    plan.content_note = "It may be close to home.";
    const Lesson lesson = begun(plan);
    CHECK(lesson.stop().part == Part::Rules);
    CHECK(prompt_of(lesson).content_note == "It may be close to home.");
    CHECK(prompt_of(lesson).blocks.at(0).text == "Everybody may pass");
}

TEST_CASE("back is the same way, and ends at the beginning") {
    Lesson lesson = begun(small_plan());
    const std::vector<Stop> stops = way_through(lesson);
    lesson = after(lesson, std::vector<LessonInput>(stops.size() - 1, GoOn{}));
    for (auto stop = stops.rbegin() + 1; stop != stops.rend(); ++stop) {
        lesson = step(lesson, StepBack{}, start);
        CHECK(lesson.stop() == *stop);
    }
    CHECK(step(lesson, StepBack{}, start).stop() == stops.front());
}

TEST_CASE("a timer never ends a text by itself") {
    const Lesson lesson = after(begun(small_plan()), {GoOn{}});
    REQUIRE(lesson.timer());
    CHECK(lesson.time_left(start) == 4min);
    CHECK(lesson.time_left(start + 3min) == 1min);
    CHECK(lesson.time_left(start + 9min) == -5min);
    // An hour later nothing but a clip's reports has come in.
    const Lesson later = after(lesson, {ClipWasEnded{}, ClipReached{1h}}, start + 1h);
    CHECK(later.stop() == lesson.stop());
}

TEST_CASE("a prompt with talk behind the clips has no timer before them") {
    const Lesson lesson = begun(small_plan());
    CHECK_FALSE(lesson.timer());
    CHECK_FALSE(prompt_of(lesson).talk);
    CHECK(prompt_of(after(lesson, {GoOn{}})).talk == Talk::All);
}

TEST_CASE("more time is counted from now when the timer has run over") {
    const Lesson lesson = after(begun(small_plan()), {GoOn{}});
    CHECK(step(lesson, ExtendTimer{2min}, start + 1min).time_left(start + 1min) == 5min);
    CHECK(step(lesson, ExtendTimer{2min}, start + 9min).time_left(start + 9min) == 2min);
    const Lesson without = begun(small_plan());
    CHECK(step(without, ExtendTimer{}, start) == without);
}

TEST_CASE("the film stops at a prompt inside a clip once, and goes on by the same key") {
    Lesson lesson = after(begun(small_plan()), {GoOn{}, GoOn{}, GoOn{}});
    REQUIRE(lesson.clip());
    CHECK_FALSE(step(lesson, ClipReached{19s}, start).at_pause());
    lesson = step(lesson, ClipReached{20s}, start);
    CHECK(lesson.at_pause());
    CHECK(prompt_of(lesson).blocks.at(0).text == "Stop here");
    lesson = step(lesson, GoOn{}, start);
    CHECK(lesson.stop().part == Part::Clip);
    CHECK_FALSE(step(lesson, ClipReached{30s}, start).at_pause());
}

TEST_CASE("what was seen is kept once, in the order of the lesson") {
    Lesson lesson = after(begun(small_plan()), {GoOn{}, GoOn{}, GoOn{}});
    const Cell first = lesson.clip()->cell;
    lesson = after(lesson, {ClipWasEnded{}, GoOn{}});
    const Cell second = lesson.clip()->cell;
    lesson = after(lesson, {GoOn{}, StepBack{}, GoOn{}});
    CHECK(lesson.seen() == std::vector<SeenClip>{{1, first}, {1, second}});
}

TEST_CASE("choosing a step goes to its beginning, also of one that was left out") {
    Lesson lesson = after(begun(small_plan()), {SetBell{start + 5min, {}}});
    CHECK_FALSE(lesson.order()[1].kept);
    lesson = step(lesson, GoToStep{1}, start);
    CHECK(lesson.stop() == Stop{Part::Before, 1, 0});
    CHECK(lesson.order()[1].kept);
    CHECK(step(lesson, GoToStep{99}, start) == lesson);
}

TEST_CASE("a bell that is set as a step begins has that step in it, and one set later has not") {
    catalogue::Plan plan = small_plan();
    plan.cues[0].after.clear();  // its time runs from the start
    const Lesson lesson = begun(std::move(plan));
    REQUIRE(lesson.time_left(start) == 4min);
    const Lesson at_once = step(lesson, SetBell{start + 40min, {}}, start);
    CHECK(at_once.fitting().find("14 min of 40 min") != std::string::npos);
    CHECK(at_once.time_left(start) == 4min);
    const Lesson later = step(lesson, SetBell{start + 40min, {}}, start + 1min);
    CHECK(later.fitting().find("10 min of 36 min") != std::string::npos);
    CHECK(later.time_left(start + 1min) == 3min);
    const Lesson more = after(lesson, {ExtendTimer{2min}, SetBell{start + 40min, {}}});
    CHECK(more.time_left(start) == 6min);
    const Lesson tight = step(lesson, SetBell{start + 9min, {}}, start);
    CHECK(tight.time_left(start) == tight.order()[0].talk_given);
    CHECK(*tight.time_left(start) < 4min);
}

TEST_CASE("a class that runs over is planned again, and the step under way stays") {
    Lesson lesson = after(begun(small_plan()), {SetBell{start + 14min, {}}});
    for (const OrderItem& item : lesson.order()) {
        CHECK(item.kept);
    }
    lesson = after(lesson, {GoOn{}});
    lesson = step(lesson, ExtendTimer{8min}, start + 3min);
    CHECK(lesson.order()[0].kept);
    CHECK_FALSE(lesson.order()[1].kept);
    CHECK(lesson.order()[2].kept);
    CHECK(lesson.order()[2].talk_given <= 2min);
    lesson = step(lesson, GoOn{}, start + 13min);
    CHECK(lesson.stop().item == 2);
}

TEST_CASE("whatever a class does, the plenary is reached and nothing under way is taken away") {
    std::mt19937 chance{3};
    for (int round = 0; round < 2'000; ++round) {
        Lesson lesson = begun(small_plan());
        LessonTime now = start;
        lesson = step(lesson, SetBell{now + seconds{below(chance, 1500)}, {}}, now);
        for (int i = 0; i < 40 && !lesson.done(); ++i) {
            now += seconds{below(chance, 200)};
            switch (below(chance, 6)) {
                case 0:
                    lesson = step(lesson, ExtendTimer{}, now);
                    break;
                case 1:
                    lesson = step(lesson, StepBack{}, now);
                    break;
                case 2:
                    lesson = step(lesson, ClipReached{seconds{below(chance, 60)}}, now);
                    break;
                default:
                    lesson = step(lesson, GoOn{}, now);
                    break;
            }
            if (lesson.done()) continue;
            REQUIRE(lesson.order().back().kept);
            REQUIRE(lesson.order()[lesson.stop().item].kept);
            if (lesson.stop().part == Part::Clip) {
                REQUIRE(lesson.stop().clip < lesson.order()[lesson.stop().item].clips_kept);
            }
        }
    }
}

namespace {

// At a clip with one prompt to be passed, one to stop at, and one more to be passed.
Lesson at_prompts() {
    Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {
        {catalogue::ThisPerson{{"p0"}},
         {"q0"},
         {{10s, "Look", false}, {20s, "Stop", true}, {30s, std::string(200, 'x'), false}}}};
    Lesson lesson = begun(plan);
    while (lesson.clip() == nullptr)
        lesson = step(lesson, GoOn{}, start);
    return lesson;
}

}  // namespace

TEST_CASE("a prompt over a film comes at its time, goes after it was read, and stops nothing") {
    Lesson lesson = at_prompts();
    CHECK(lesson.prompt_at(9s) == nullptr);
    REQUIRE(lesson.prompt_at(10s) != nullptr);
    CHECK(lesson.prompt_at(10s)->prompt == "Look");
    CHECK(lesson.prompt_at(15s) != nullptr);
    CHECK(lesson.prompt_at(16s) == nullptr);
    lesson = step(lesson, ClipReached{19s}, start);
    CHECK_FALSE(lesson.at_pause());
    // Whoever goes back in the film sees it again.
    CHECK(lesson.prompt_at(11s) != nullptr);
    // A long one stays longer.
    CHECK(lesson.prompt_at(45s) != nullptr);
    CHECK(lesson.prompt_at(51s) == nullptr);
}

TEST_CASE("a step for what the class kept says so when nothing was kept") {
    Plan plan = plan_of_cues(1);
    plan.cues[0].clips = {{catalogue::ClassPick{3}, {}, {}}};
    const lessons::Prompt without = prompt_of(begun(plan));
    REQUIRE(without.blocks.size() == 2);
    CHECK(without.blocks[1].text ==
          "Nothing has been kept here yet: talk about what you remember.");
    CHECK(prompt_of(begun(plan_of_cues(1))).blocks.size() == 1);
}

TEST_CASE("what the class keeps becomes the films of its step, until it watches the first") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    Plan plan = plan_of_cues(3);
    plan.cues[1].clips = {{catalogue::ClassPick{2}, {}, {}}};
    const auto picked = [&](std::vector<Cell> cells) {
        return ClassPicked{resolve(plan, 1, {&module, &grid, {}, std::move(cells)}, 1)};
    };
    const auto cells = [](const Lesson& lesson) {
        std::vector<Cell> shown;
        for (const PlannedClip& clip : lesson.order()[1].clips)
            shown.push_back(clip.cell);
        return shown;
    };
    Lesson lesson = begun(plan);
    CHECK(lesson.takes_picks());
    while (lesson.stop() != Stop{Part::Before, 1, 0})
        lesson = step(lesson, GoOn{}, start);
    CHECK(lesson.notes().size() == 1);
    CHECK(prompt_of(lesson).blocks.size() == 2);

    lesson = step(lesson, picked({{0, 0}}), start);
    CHECK(cells(lesson) == std::vector<Cell>{{0, 0}});
    CHECK(lesson.stop() == Stop{Part::Before, 1, 0});
    CHECK(lesson.notes().empty());
    CHECK(prompt_of(lesson).blocks.size() == 1);
    lesson = step(lesson, picked({{0, 0}, {3, 1}, {2, 0}}), start);
    CHECK(cells(lesson) == std::vector<Cell>{{2, 0}, {3, 1}});

    lesson = step(lesson, GoOn{}, start);
    REQUIRE(lesson.clip() != nullptr);
    for (const LessonInput& moved : {LessonInput{GoOn{}}, LessonInput{StepBack{}}}) {
        CHECK_FALSE(lesson.takes_picks());
        CHECK(step(lesson, picked({{1, 1}}), start) == lesson);
        lesson = step(lesson, moved, start);
    }
    // Nor does it when the class has gone back to where the films were not yet.
    lesson = step(lesson, GoToStep{0}, start);
    CHECK_FALSE(lesson.takes_picks());
    CHECK_FALSE(begun(plan_of_cues(2)).takes_picks());
}

TEST_CASE("what the class keeps has to fit to the bell as everything else") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    Plan plan = plan_of_cues(3);
    plan.cues[1].clips = {{catalogue::ClassPick{3}, {}, {}}};
    Lesson lesson = step(begun(plan), SetBell{start + 8min, {}}, start);
    lesson = step(lesson,
                  ClassPicked{resolve(plan, 1, {&module, &grid, {}, {{0, 0}, {1, 0}, {2, 0}}}, 1)},
                  start);
    seconds sum{};
    for (const OrderItem& item : lesson.order())
        sum += item.time();
    CHECK(sum <= 8min);
    CHECK(lesson.order()[1].clips_kept < 3);
}

TEST_CASE("the film stops only at the prompts that say so") {
    Lesson lesson = step(at_prompts(), ClipReached{20s}, start);
    REQUIRE(lesson.at_pause());
    CHECK(prompt_of(lesson).blocks == catalogue::read_markdown("Stop"));
    CHECK(lesson.prompt_at(20s) == nullptr);
    lesson = step(lesson, GoOn{}, start);
    CHECK_FALSE(lesson.at_pause());
    lesson = step(lesson, ClipReached{59s}, start);
    CHECK_FALSE(lesson.at_pause());
    CHECK(lesson.clip() != nullptr);
}

TEST_CASE("a lesson goes on where it was, with its timer and its bell") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    const auto plan = std::make_shared<const Plan>(small_plan());
    const Resolved resolved = resolve(*plan, 1, {&module, &grid, {}, {}}, 1);
    Lesson lesson{plan, 1, 1, resolved, start};
    lesson = step(lesson, SetBell{start + 14min, {20, 0}}, start);
    const LessonTime later = start + 10h;
    for (int i = 0; i < 9; ++i) {
        const Lesson again = resume(plan, memory_of(lesson, start), resolved, later);
        CAPTURE(i);
        CHECK(again.stop() == lesson.stop());
        CHECK(again.time_left(later) == lesson.time_left(start));
        CHECK(again.until_bell(later) == lesson.until_bell(start));
        CHECK(again.seen() == lesson.seen());
        lesson = step(lesson, GoOn{}, start);
    }
}

TEST_CASE("a remembered step that is not there any more is the nearest one before") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    const auto plan = std::make_shared<const Plan>(small_plan());
    const Resolved resolved = resolve(*plan, 1, {&module, &grid, {}, {}}, 1);
    LessonMemory memory;
    memory.stop = {Part::Clip, 1, 77};
    CHECK(resume(plan, memory, resolved, start).stop() == Stop{Part::Clip, 1, 1});
    memory.stop = {Part::Clip, 99, 0};
    CHECK(resume(plan, memory, resolved, start).stop().item >= 2);
}

TEST_CASE(
    "a lesson told in other words stays where it is, with its timer, its stop and its films") {
    const catalogue::Module module = module_of(4, 2);
    const Grid grid = grid_of(module);
    Plan other = small_plan();
    for (catalogue::PlanCue& cue : other.cues)
        cue.title = "Cam";
    other.cues[1].clips[0].prompts[0].prompt = "Arhoswch";
    const auto welsh = std::make_shared<const Plan>(other);
    const Resolved resolved = resolve(*welsh, 1, {&module, &grid, {}, {}}, 1);
    Lesson lesson = begun(small_plan());
    lesson = step(lesson, SetBell{start + 14min, {20, 0}}, start);
    for (int i = 0; i < 9; ++i) {
        CAPTURE(i);
        if (lesson.clip() != nullptr) lesson = step(lesson, ClipReached{20s}, start);
        const Lesson told = retold(lesson, welsh, resolved, start + 1s);
        CHECK(told.stop() == lesson.stop());
        CHECK(told.timer() == lesson.timer());
        CHECK(told.until_bell(start) == lesson.until_bell(start));
        CHECK(told.seen() == lesson.seen());
        CHECK(told.at_pause() == lesson.at_pause());
        if (told.pause() != nullptr) CHECK(told.pause()->prompt == "Arhoswch");
        if (told.cue() != nullptr) CHECK(told.cue()->title == "Cam");
        if (lesson.clip() != nullptr) CHECK(told.clip()->cell == lesson.clip()->cell);
        lesson = step(lesson, GoOn{}, start);
    }
}
