// print_lessons: prints plans as an HTML edition has them, whom they show in a module that is made
// up, and where their steps lead, as JSON, for the same to be done in JavaScript and compared.
#include <fmt/format.h>

#include <array>
#include <iostream>
#include <memory>
#include <string>

#include "lessons/lesson.h"
#include "player/app/html_edition/edition_plans.h"
#include "player/app/lesson/lesson_desk.h"
#include "tests/html_edition/made_up.h"

namespace {

using catalogue::Plan;
using catalogue::PlanClips;
using catalogue::PlanCue;
using lessons::Cell;
using lessons::Lesson;
using made_up::Chance;
using made_up::to_json;
using nlohmann::json;
using std::chrono::seconds;

catalogue::Module module_of(const lessons::Grid& grid) {
    catalogue::Module module;
    for (std::size_t kind = 0; kind < grid.says.size(); ++kind) {
        // One more fact that nobody is set apart by, in between.
        if (kind == 1) module.facts.push_back({{"aside"}, "Aside", "", false});
        module.facts.push_back({{fmt::format("f{}", kind)}, "", grid.says[kind]});
    }
    for (int person = 0; person < grid.people; ++person) {
        catalogue::Person one;
        one.id = {fmt::format("p{}", person)};
        one.name = fmt::format("Person {}", person);
        module.people.push_back(std::move(one));
    }
    for (int question = 0; question < grid.questions; ++question) {
        catalogue::Question one;
        one.id = {fmt::format("q{}", question)};
        one.label = fmt::format("Label {}", question);
        module.questions.push_back(std::move(one));
    }
    return module;
}

catalogue::Chosen somebody(const lessons::Grid& grid, Chance& chance) {
    switch (chance.below(7)) {
        case 0:
            return catalogue::ThisPerson{{fmt::format("p{}", chance.below(grid.people + 1))}};
        case 1:
            return catalogue::SamePerson{};
        case 2:
            return catalogue::SamePeople{};
        case 3:
            return catalogue::ClassPick{1 + chance.below(3)};
        case 4:
            return catalogue::PeopleWhoDiffer{1 + chance.below(4), std::nullopt};
        case 5:
            return catalogue::PeopleWhoDiffer{
                1 + chance.below(4), catalogue::FactId{fmt::format("f{}", chance.below(5))}};
        default:
            return catalogue::Anybody{};
    }
}

PlanClips some_clips(const lessons::Grid& grid, Chance& chance) {
    PlanClips clips{
        somebody(grid, chance), {fmt::format("q{}", chance.below(grid.questions + 1))}, {}};
    for (int i = chance.below(4), at = 0; i > 0; --i) {
        at += 1 + chance.below(9);
        clips.prompts.push_back(
            {seconds{at}, fmt::format("Look {}\n\n- at *that*", at), chance.below(2) == 0});
    }
    return clips;
}

std::string some_words(Chance& chance) {
    static constexpr std::array<const char*, 5> words{
        "", "", "Say *what* you heard.", "# Now\n\n1. One\n2. Two <b>\n\nAnd then", "- a\n- b"};
    return words[static_cast<std::size_t>(chance.below(words.size()))];
}

Plan some_plan(const lessons::Grid& grid, Chance& chance) {
    Plan plan;
    plan.id = {"made-up"};
    plan.title = "Made up";
    plan.weeks = 1 + chance.below(2);
    plan.ground_rules = some_words(chance);
    plan.help_card = chance.below(3) == 0;
    if (chance.below(3) == 0) plan.content_note = "Somebody is sad.";
    for (int i = 1 + chance.below(5); i > 0; --i) {
        PlanCue cue;
        cue.title = fmt::format("Step {}", i);
        for (int clips = chance.below(3); clips > 0; --clips) {
            cue.clips.push_back(some_clips(grid, chance));
        }
        cue.before = some_words(chance);
        cue.after = some_words(chance);
        cue.talk = static_cast<catalogue::Talk>(chance.below(6));
        cue.minutes = seconds{30 * chance.below(9)};
        if (chance.below(4) == 0) cue.content_note = "It is about illness.";
        cue.keep = chance.below(4) == 0;
        cue.optional = chance.below(4) == 0;
        if (chance.below(3) == 0) cue.watched = catalogue::Watched::WithHeadsets;
        cue.week = 1 + chance.below(plan.weeks);
        plan.cues.push_back(std::move(cue));
    }
    plan.cues.back().week = 1;
    return plan;
}

json to_json(const lessons::Resolved& resolved) {
    json order = json::array();
    for (const lessons::OrderItem& item : resolved.order) {
        json clips = json::array();
        for (const lessons::PlannedClip& clip : item.clips) {
            clips.push_back({{"cell", to_json(clip.cell)}, {"length", clip.length.count()}});
        }
        order.push_back({{"cue", item.cue}, {"clips", clips}, {"talk", item.talk.count()}});
    }
    return {{"order", order}, {"notes", resolved.notes}};
}

json to_json(const catalogue::ClipPrompt* prompt) {
    return prompt != nullptr ? json(std::chrono::duration<double>(prompt->at).count())
                             : json(nullptr);
}

json to_json(const std::optional<seconds>& time) {
    return time ? json(time->count()) : json(nullptr);
}

// What the bell makes of it.
json fitted_json(const Lesson& lesson) {
    json order = json::array();
    for (const lessons::OrderItem& item : lesson.order()) {
        const auto minutes = std::chrono::round<std::chrono::minutes>(item.time()).count();
        order.push_back({{"kept", item.kept},
                         {"clips", item.clips_kept},
                         {"rounds", item.rounds},
                         {"talk", item.talk_given.count()},
                         {"why", item.why},
                         {"minutes", item.kept ? fmt::format("{} min", std::max<long>(1, minutes))
                                               : std::string{}}});
    }
    return order;
}

json state_of(const Lesson& lesson, const catalogue::Module& module, int into_clip_s,
              lessons::LessonTime now) {
    static constexpr std::array<const char*, 5> parts{"rules", "before", "clip", "after", "done"};
    const lessons::Stop& stop = lesson.stop();
    json made = {{"stop", {parts[static_cast<std::size_t>(stop.part)], stop.item, stop.clip}},
                 {"pause", to_json(lesson.pause())},
                 {"beside", to_json(lesson.prompt_at(seconds{into_clip_s}))},
                 {"next", lessons::next_text(lesson, module)},
                 {"seen", lesson.seen().size()},
                 {"takesPicks", lesson.takes_picks()},
                 {"canGoBack", lesson.can_go_back()},
                 {"order", fitted_json(lesson)},
                 {"fitting", lesson.fitting()},
                 {"untilBell", to_json(lesson.until_bell(now))},
                 {"timeLeft", to_json(lesson.time_left(now))},
                 {"clip", lesson.clip() != nullptr ? to_json(lesson.clip()->cell) : json(nullptr)},
                 {"prompt", nullptr}};
    if (lesson.clip() != nullptr && !lesson.at_pause()) return made;
    const lessons::Prompt prompt = lessons::prompt_of(lesson);
    json words = json::array();
    for (const catalogue::TextBlock& block : prompt.blocks) {
        words.push_back(block.text);
    }
    made["prompt"] = {{"title", prompt.title},
                      {"words", words},
                      {"note", prompt.content_note},
                      {"talk", prompt.talk ? lessons::talk_text(*prompt.talk) : std::string{}}};
    return made;
}

struct Made {
    const lessons::Grid& grid;
    catalogue::Module module;
    std::shared_ptr<const Plan> plan;
    lessons::OrderSource source;
};

std::vector<Cell> some_cells(const lessons::Grid& grid, Chance& chance) {
    std::vector<Cell> cells;
    for (int i = chance.below(5); i > 0; --i) {
        cells.push_back({chance.below(grid.people), chance.below(grid.questions)});
    }
    return cells;
}

json cells_json(const std::vector<Cell>& cells) {
    json made = json::array();
    for (const Cell cell : cells) {
        made.push_back(to_json(cell));
    }
    return made;
}

json lesson_of(Made& made, int week, lessons::Seed seed, Chance& chance) {
    lessons::LessonTime now{};
    made.source.picked = some_cells(made.grid, chance);
    made.source.heard.clear();
    for (int i = chance.below(4); i > 0; --i)
        made.source.heard.push_back(chance.below(made.grid.people));
    const json picked = cells_json(made.source.picked);
    const json heard = made.source.heard;
    const lessons::Resolved resolved = lessons::resolve(*made.plan, week, made.source, seed);
    Lesson lesson{made.plan, week, seed, resolved, now};
    json steps = json::array();
    steps.push_back({{"asked", nullptr},
                     {"into", 0},
                     {"at", 0},
                     {"state", state_of(lesson, made.module, 0, now)}});
    for (int i = 0; i < 60; ++i) {
        now += seconds{chance.below(40)};
        json asked;
        const int into = chance.below(30);
        switch (chance.below(10)) {
            case 0:
                asked = {"stepBack"};
                lesson = lessons::step(std::move(lesson), lessons::StepBack{}, now);
                break;
            case 1: {
                const auto item = static_cast<std::size_t>(chance.below(6));
                asked = {"goToItem", item};
                lesson = lessons::step(std::move(lesson), lessons::GoToStep{item}, now);
                break;
            }
            case 2:
                asked = {"clipEnded"};
                lesson = lessons::step(std::move(lesson), lessons::ClipWasEnded{}, now);
                break;
            case 3: {
                made.source.picked = some_cells(made.grid, chance);
                asked = {"takePicks", cells_json(made.source.picked)};
                const lessons::ClassPicked picks{
                    lessons::resolve(*made.plan, week, made.source, seed)};
                lesson = lessons::step(std::move(lesson), picks, now);
                break;
            }
            case 4:
            case 5:
                asked = {"reached", into};
                lesson = lessons::step(std::move(lesson), lessons::ClipReached{seconds{into}}, now);
                break;
            case 6: {
                const lessons::Room room{chance.below(30), chance.below(8)};
                const bool rings = chance.below(6) > 0;
                const seconds left{rings ? chance.below(1500) : 0};
                asked = {"setBell",
                         rings ? json(left.count()) : json(nullptr),
                         {{"pupils", room.pupils}, {"headsets", room.headsets}}};
                lessons::SetBell bell{std::nullopt, room};
                if (rings) bell.rings = now + left;
                lesson = lessons::step(std::move(lesson), bell, now);
                break;
            }
            case 7:
                asked = {"extend", 120};
                lesson = lessons::step(std::move(lesson), lessons::ExtendTimer{seconds{120}}, now);
                break;
            default:
                asked = {"goOn"};
                lesson = lessons::step(std::move(lesson), lessons::GoOn{}, now);
        }
        const json state = state_of(lesson, made.module, into, now);
        const auto at = std::chrono::floor<seconds>(now.time_since_epoch()).count();
        steps.push_back({{"asked", asked}, {"into", into}, {"at", at}, {"state", state}});
    }
    return {{"seed", seed},
            {"week", week},
            {"picked", picked},
            {"heard", heard},
            {"resolved", to_json(resolved)},
            {"steps", steps}};
}

json bells_json() {
    json bells = json::array();
    for (const char* text :
         {"", "35", "35 minutes, 28 pupils, 12 headsets", "28 pupils 35 min", "12h 30m", "0", "-5",
          "35 28 12 99", "99999999999 min", "min 35", "35m28p", "a1b2c3", "pupils: 20", " 7 "}) {
        const auto wish = app::bell_from_text(text);
        bells.push_back({{"text", text},
                         {"wish", wish ? json{{"minutes", wish->minutes},
                                              {"pupils", wish->room.pupils},
                                              {"headsets", wish->room.headsets}}
                                       : json(nullptr)}});
    }
    return bells;
}

}  // namespace

int main() {
    json modules = json::array();
    Chance chance(21);
    for (int turn = 0; turn < 60; ++turn) {
        const lessons::Grid grid =
            made_up::grid(1 + chance.below(20), 1 + chance.below(12), chance.below(5), chance);
        Made made{grid, module_of(grid), {}, {}};
        made.plan = std::make_shared<const Plan>(some_plan(grid, chance));
        made.source.module = &made.module;
        made.source.grid = &grid;
        json lengths = json::array();
        for (std::size_t cell = 0; cell < grid.states.size(); ++cell) {
            made.source.lengths.emplace_back(chance.below(3) * chance.below(90));
            lengths.push_back(made.source.lengths.back().count());
        }
        json under_way = json::array();
        for (const lessons::Seed seed : {0U, 645648463U, 0xFFFFFFFFU}) {
            under_way.push_back(lesson_of(made, 1 + chance.below(made.plan->weeks), seed, chance));
        }
        modules.push_back({{"grid", to_json(grid)},
                           {"lengths", lengths},
                           {"plan", app::plan_json({made.plan, "en"}, made.module)},
                           {"lessons", under_way}});
    }
    std::cout << json{{"modules", modules}, {"bells", bells_json()}}.dump() << "\n";
    return 0;
}
