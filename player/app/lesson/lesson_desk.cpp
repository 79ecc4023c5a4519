#include "player/app/lesson/lesson_desk.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "lessons/mix.h"
#include "player/app/cell_names.h"

namespace app {
namespace {

using std::chrono::seconds;

constexpr std::array<std::pair<lessons::Part, const char*>, 5> part_names{{
    {lessons::Part::Rules, "rules"},
    {lessons::Part::Before, "before"},
    {lessons::Part::Clip, "clip"},
    {lessons::Part::After, "after"},
    {lessons::Part::Done, "done"},
}};

lessons::OrderSource source_of(const LessonDesk& desk, const catalogue::Plan& plan,
                               const catalogue::Module& module, const lessons::Grid& grid) {
    lessons::OrderSource source{
        &module, &grid, answer_lengths(module), {}, desk.heard_before(plan, module)};
    for (const catalogue::CellName& name : desk.picked) {
        if (const auto cell = cell_of(module, name)) source.picked.push_back(*cell);
    }
    return source;
}

}  // namespace

int LessonDesk::next_week(const catalogue::Plan& plan) const {
    const auto found = std::ranges::find(weeks, plan.id.text, &catalogue::SavedLesson::Week::plan);
    return found == weeks.end() ? 1 : std::clamp(found->next, 1, plan.weeks);
}

std::vector<int> LessonDesk::heard_before(const catalogue::Plan& plan,
                                          const catalogue::Module& module) const {
    std::vector<int> people;
    const auto found = std::ranges::find(weeks, plan.id.text, &catalogue::SavedLesson::Week::plan);
    if (found == weeks.end()) return people;
    for (const catalogue::PersonId& id : found->heard) {
        if (const auto person = module.find_person(id)) people.push_back(static_cast<int>(*person));
    }
    return people;
}

void LessonDesk::end_lesson(const catalogue::Module& module) {
    if (!lesson) return;
    const catalogue::Plan& plan = lesson->plan();
    if (lesson->done() && plan.weeks > 1) {
        catalogue::SavedLesson::Week coming{plan.id.text, lesson->week() % plan.weeks + 1, {}};
        const auto found =
            std::ranges::find(weeks, plan.id.text, &catalogue::SavedLesson::Week::plan);
        if (found != weeks.end()) {
            coming.heard = std::move(found->heard);
            weeks.erase(found);
        }
        for (const lessons::SeenClip& seen : lesson->seen()) {
            coming.heard.push_back(module.people[static_cast<std::size_t>(seen.cell.person)].id);
        }
        if (coming.next == 1) coming.heard.clear();  // another circle begins
        weeks.push_back(std::move(coming));
    }
    lesson.reset();
}

std::optional<BellWish> bell_from_text(const std::string& text) {
    BellWish wish;
    std::array<int*, 3> numbers{&wish.minutes, &wish.room.pupils, &wish.room.headsets};
    std::size_t count = 0;
    constexpr int most = 600;
    for (std::size_t at = 0; at < text.size();) {
        int number = 0;
        const char* first = text.data() + at;
        const auto [end, error] = std::from_chars(first, text.data() + text.size(), number);
        if (error == std::errc::result_out_of_range) {
            at = static_cast<std::size_t>(end - text.data());
            continue;
        }
        if (error != std::errc{} || number < 0) {
            ++at;
            continue;
        }
        at = static_cast<std::size_t>(end - text.data());
        const std::size_t word = text.find_first_not_of(' ', at);
        const char letter = word == std::string::npos ? ' ' : text[word];
        std::size_t which = letter == 'p' ? 1 : letter == 'h' ? 2 : letter == 'm' ? 0 : count;
        if (which < numbers.size()) *numbers[which] = std::min(number, most);
        ++count;
    }
    return wish.minutes > 0 ? std::optional{wish} : std::nullopt;
}

std::vector<seconds> answer_lengths(const catalogue::Module& module) {
    std::vector<seconds> lengths;
    lengths.reserve(module.cells.size());
    for (const catalogue::Module::Cell& cell : module.cells) {
        const bool known = cell.answer && cell.answer->trim;
        lengths.push_back(
            known ? std::chrono::ceil<seconds>(cell.answer->trim->out - cell.answer->trim->in)
                  : seconds{0});
    }
    return lengths;
}

catalogue::SavedLesson saved_of(const LessonDesk& desk, const catalogue::Module& module,
                                lessons::LessonTime now) {
    catalogue::SavedLesson saved;
    saved.weeks = desk.weeks;
    if (!desk.lesson) return saved;
    const lessons::LessonMemory memory = lessons::memory_of(*desk.lesson, now);
    saved.plan = desk.lesson->plan().id.text;
    saved.week = memory.week;
    saved.seed = lessons::seed_text(memory.seed);
    for (const auto& [part, name] : part_names) {
        if (part == memory.stop.part) saved.part = name;
    }
    saved.item = static_cast<int>(memory.stop.item);
    saved.clip = static_cast<int>(memory.stop.clip);
    if (memory.timer_left) saved.timer_left_s = static_cast<int>(memory.timer_left->count());
    if (memory.bell_left) saved.bell_left_s = static_cast<int>(memory.bell_left->count());
    saved.pupils = memory.room.pupils;
    saved.headsets = memory.room.headsets;
    saved.picked = desk.picked;
    for (const lessons::SeenClip& seen : memory.seen) {
        saved.seen.push_back({static_cast<int>(seen.cue), name_of(module, seen.cell)});
    }
    return saved;
}

void resume_lesson(LessonDesk& desk, const catalogue::SavedLesson& saved,
                   const catalogue::Module& module, const lessons::Grid& grid,
                   lessons::LessonTime now) {
    desk.weeks = saved.weeks;
    const auto plan = std::ranges::find_if(
        desk.shelf.plans, [&](const auto& known) { return known->id.text == saved.plan; });
    if (plan == desk.shelf.plans.end()) return;
    lessons::LessonMemory memory;
    memory.week = std::clamp(saved.week, 1, (*plan)->weeks);
    memory.seed = lessons::seed_from_text(saved.seed).value_or(0);
    for (const auto& [part, name] : part_names) {
        if (saved.part == name) memory.stop.part = part;
    }
    memory.stop.item = static_cast<std::size_t>(saved.item);
    memory.stop.clip = static_cast<std::size_t>(saved.clip);
    static constexpr int day_s = 24 * 60 * 60;
    const auto sane = [](int left) { return seconds{std::clamp(left, -day_s, day_s)}; };
    if (saved.timer_left_s) memory.timer_left = sane(*saved.timer_left_s);
    if (saved.bell_left_s) memory.bell_left = sane(*saved.bell_left_s);
    memory.room = {saved.pupils, saved.headsets};
    for (const catalogue::SavedLesson::Seen& seen : saved.seen) {
        if (const auto cell = cell_of(module, seen.cell)) {
            memory.seen.push_back({static_cast<std::size_t>(seen.cue), *cell});
        }
    }
    desk.picked = saved.picked;
    lessons::Resolved resolved =
        lessons::resolve(**plan, memory.week, source_of(desk, **plan, module, grid), memory.seed);
    desk.lesson = lessons::resume(*plan, memory, std::move(resolved), now);
}

void retell(LessonDesk& desk, PlanShelf shelf, const catalogue::Module& module,
            const lessons::Grid& grid, lessons::LessonTime now) {
    desk.shelf = std::move(shelf);
    if (!desk.lesson) return;
    const lessons::Lesson& lesson = *desk.lesson;
    const auto plan = std::ranges::find_if(
        desk.shelf.plans, [&](const auto& one) { return one->id == lesson.plan().id; });
    if (plan == desk.shelf.plans.end()) return;  // what is under way is not taken away
    lessons::Resolved resolved = lessons::resolve(
        **plan, lesson.week(), source_of(desk, **plan, module, grid), lesson.seed());
    desk.lesson = lessons::retold(lesson, *plan, std::move(resolved), now);
}

lessons::Lesson drafted_lesson(const LessonDesk& desk, std::size_t number,
                               const catalogue::Module& module, const lessons::Grid& grid,
                               lessons::LessonTime now) {
    const std::shared_ptr<const catalogue::Plan>& plan = desk.shelf.plans[number];
    const int week = desk.next_week(*plan);
    lessons::Lesson lesson{
        plan, week, desk.seed,
        lessons::resolve(*plan, week, source_of(desk, *plan, module, grid), desk.seed), now};
    if (const auto wish = bell_from_text(desk.state.bell_text)) {
        const lessons::SetBell bell{now + std::chrono::minutes{wish->minutes}, wish->room};
        lesson = lessons::step(std::move(lesson), bell, now);
    }
    return lesson;
}

std::optional<lessons::ClassPicked> take_picks(LessonDesk& desk,
                                               const std::vector<lessons::Cell>& cells,
                                               const catalogue::Module& module,
                                               const lessons::Grid& grid) {
    if (desk.lesson && !desk.lesson->takes_picks()) return std::nullopt;
    std::vector<catalogue::CellName> picked;
    for (const lessons::Cell cell : cells) {
        const catalogue::CellName name = name_of(module, cell);
        std::erase(picked, name);  // of one that was kept twice the later time counts
        picked.push_back(name);
    }
    if (desk.picked == picked) return std::nullopt;
    desk.picked = std::move(picked);
    if (!desk.lesson) return std::nullopt;
    const catalogue::Plan& plan = desk.lesson->plan();
    return lessons::ClassPicked{lessons::resolve(
        plan, desk.lesson->week(), source_of(desk, plan, module, grid), desk.lesson->seed())};
}

}  // namespace app
