#include "player/app/lesson_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/cell_names.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

using std::chrono::seconds;

constexpr std::array<std::pair<lessons::Part, const char*>, 5> part_names{{
    {lessons::Part::Rules, "rules"},
    {lessons::Part::Before, "before"},
    {lessons::Part::Clip, "clip"},
    {lessons::Part::After, "after"},
    {lessons::Part::Done, "done"},
}};

std::string areas_text(const catalogue::Plan& plan) {
    std::string text;
    for (const catalogue::CareerArea area : plan.areas) {
        text += (text.empty() ? "" : ", ") + std::string{catalogue::title_of(area)};
    }
    if (!plan.benchmarks.empty()) {
        if (!text.empty()) text += " \u00b7 ";
        const std::string numbers = fmt::format("{}", fmt::join(plan.benchmarks, ", "));
        text += plan.benchmarks.size() == 1 ? _("Gatsby benchmark {}", numbers)
                                            : _("Gatsby benchmarks {}", numbers);
    }
    return text;
}

// Questions that this module does not ask.
std::string missing_text(const catalogue::Plan& plan, const catalogue::Module& module) {
    std::set<std::string> missing;
    for (const catalogue::PlanCue& cue : plan.cues) {
        for (const catalogue::PlanClips& clips : cue.clips) {
            if (!clips.question.text.empty() && !module.find_question(clips.question)) {
                missing.insert(clips.question.text);
            }
        }
    }
    if (missing.empty()) return {};
    return _("This module does not ask {} of its questions ({}).", missing.size(),
             fmt::format("{}", fmt::join(missing, ", ")));
}

ui::PlanRow row_of(const LessonDesk& desk, const catalogue::Plan& plan,
                   const catalogue::Module& module) {
    ui::PlanRow row;
    row.title = plan.title;
    row.about = plan.about;
    row.time = _("{} min", plan.minutes.count());
    if (plan.weeks > 1) {
        row.time = _("{} x {} min, next is week {}", plan.weeks, plan.minutes.count(),
                     desk.next_week(plan));
    }
    row.time += " \u00b7 " + _("{} to {} pupils", plan.fewest_pupils, plan.most_pupils);
    row.needs = fmt::format("{}", fmt::join(plan.needs, " \u00b7 "));
    row.areas = areas_text(plan);
    row.note = plan.content_note;
    const std::string missing = missing_text(plan, module);
    if (!missing.empty()) row.note += (row.note.empty() ? "" : " ") + missing;
    return row;
}

std::string step_note(const lessons::OrderItem& item, const catalogue::PlanCue& cue) {
    if (!item.why.empty()) return item.why;
    std::string note = lessons::talk_text(cue.talk);
    if (!item.clips.empty()) {
        note = plural("{} clip \u00b7 {}", "{} clips \u00b7 {}", item.clips.size(), note);
    }
    if (item.rounds > 1) note += " \u00b7 " + _("{} rounds of headsets", item.rounds);
    return note;
}

std::vector<ui::StepRow> steps_of(const lessons::Lesson& lesson) {
    std::vector<ui::StepRow> steps;
    const lessons::Stop& stop = lesson.stop();
    for (std::size_t i = 0; i < lesson.order().size(); ++i) {
        const lessons::OrderItem& item = lesson.order()[i];
        const catalogue::PlanCue& cue = lesson.plan().cues[item.cue];
        ui::StepRow row;
        row.title = cue.title;
        row.left_out = !item.kept;
        if (item.kept) {
            const auto minutes = std::chrono::round<std::chrono::minutes>(item.time());
            row.time = _("{} min", std::max<std::int64_t>(1, minutes.count()));
        }
        row.note = step_note(item, cue);
        row.now = lesson.cue() != nullptr && stop.item == i;
        row.past = item.kept && stop.part != lessons::Part::Rules && i < stop.item;
        steps.push_back(std::move(row));
    }
    return steps;
}

std::string bell_words(seconds left) {
    return left.count() < 0 ? _("The bell has rung")
                            : _("Bell in {} min", (left.count() + 59) / 60);
}

lessons::OrderSource source_of(const LessonDesk& desk, const catalogue::Plan& plan,
                               const catalogue::Module& module, const lessons::Grid& grid) {
    lessons::OrderSource source{
        &module, &grid, answer_lengths(module), {}, desk.heard_before(plan, module)};
    for (const catalogue::CellName& name : desk.picked) {
        if (const auto cell = cell_of(module, name)) source.picked.push_back(*cell);
    }
    return source;
}

void show_lesson(const lessons::Lesson& lesson, const catalogue::Module& module,
                 lessons::LessonTime now, ui::LessonView& view) {
    const catalogue::Plan& plan = lesson.plan();
    view.under_way = true;
    view.title = plan.title;
    if (plan.weeks > 1) view.title = _("{}, week {}", plan.title, lesson.week());
    const lessons::Stop& stop = lesson.stop();
    view.steps = steps_of(lesson);
    view.prompt = lessons::prompt_of(lesson);
    if (const auto left = lesson.time_left(now)) {
        view.timer = timer_text(*left);
        view.timer_over = left->count() < 0;
    }
    view.next_text = lessons::next_text(lesson, module);
    view.can_go_back = lesson.can_go_back();
    view.done = lesson.done();
    if (view.done) {
        for (const lessons::LessonRecord::Step& step :
             lessons::record_of(lesson, module, {}).steps) {
            view.heard.insert(view.heard.end(), step.seen.begin(), step.seen.end());
        }
    }
    if (const catalogue::PlanCue* cue = lesson.cue()) {
        for (const catalogue::TextBlock& block : catalogue::read_markdown(cue->notes)) {
            view.notes += (view.notes.empty() ? "" : "\n") + block.text;
        }
        for (const std::string& note : lesson.notes()) {  // what this module lacks for it
            if (note.starts_with(cue->title + ":")) {
                view.notes += (view.notes.empty() ? "" : "\n") + note;
            }
        }
    } else if (stop.part == lessons::Part::Rules) {
        view.notes = fmt::format("{}", fmt::join(lesson.notes(), "\n"));
    }
    if (const auto left = lesson.until_bell(now); left && !view.done) {
        view.bell = bell_words(*left);
        view.fitting = lesson.fitting();
    }
    const bool help = plan.help_card && (stop.part == lessons::Part::Rules || lesson.done());
    for (const catalogue::SupportLine& line : module.support) {
        if (help) view.help.push_back(fmt::format("{}: {}", line.name, line.contact));
    }
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

ui::LessonView lesson_view_of(const LessonDesk& desk, const catalogue::Module& module,
                              const lessons::Grid& grid, lessons::LessonTime now) {
    ui::LessonView view;
    view.module_title = module.title;
    if (desk.lesson) {
        show_lesson(*desk.lesson, module, now, view);
        return view;
    }
    for (const auto& plan : desk.shelf.plans) {
        view.plans.push_back(row_of(desk, *plan, module));
    }
    if (!view.plans.empty()) {
        const std::size_t chosen = std::min(desk.state.chosen, view.plans.size() - 1);
        const lessons::Lesson draft = drafted_lesson(desk, chosen, module, grid, now);
        view.steps = steps_of(draft);
        view.fitting = draft.fitting();
    }
    return view;
}

std::string timer_text(seconds left) {
    const auto all = left.count() < 0 ? -left.count() : left.count();
    const std::string clock = fmt::format("{}:{:02}", all / 60, all % 60);
    return left.count() < 0 ? _("{} over", clock) : clock;
}

void cover_jobs(ui::LessonView& view, const catalogue::Module& whole,
                const catalogue::JobVeil& veil) {
    if (!veil.job_last) return;
    const auto cover = [&](std::string& words) {
        words = catalogue::shown_words(words, whole, veil);
    };
    for (ui::PlanRow& row : view.plans) {
        cover(row.title);
        cover(row.about);
    }
    for (ui::StepRow& row : view.steps) {
        cover(row.title);
    }
    cover(view.title);
    cover(view.prompt.title);
    cover(view.prompt.content_note);
    for (catalogue::TextBlock& block : view.prompt.blocks) {
        cover(block.text);
    }
    cover(view.next_text);
    cover(view.notes);
}

void cover_jobs(lessons::LessonRecord& record, const catalogue::Module& whole,
                const catalogue::JobVeil& veil) {
    if (!veil.job_last) return;
    const auto cover = [&](std::string& words) {
        words = catalogue::shown_words(words, whole, veil);
    };
    cover(record.plan);
    for (lessons::LessonRecord::Step& step : record.steps) {
        cover(step.title);
        std::ranges::for_each(step.prompts, cover);
    }
    std::ranges::for_each(record.left_out, cover);
}

}  // namespace app
