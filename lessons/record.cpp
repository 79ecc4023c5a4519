#include "lessons/record.h"

#include "catalogue/words.h"

#include <fmt/format.h>

namespace lessons {
using catalogue::_;

using namespace catalogue;

LessonRecord record_of(const Lesson& lesson, const Module& module, std::string date) {
    const Plan& plan = lesson.plan();
    LessonRecord record;
    record.plan = plan.title;
    record.module = module.title;
    record.date = std::move(date);
    if (plan.weeks > 1) record.week = _("Week {} of {}", lesson.week(), plan.weeks);
    for (const CareerArea area : plan.areas) {
        record.areas.emplace_back(title_of(area));
    }
    record.benchmarks = plan.benchmarks;
    const Stop& stop = lesson.stop();
    for (std::size_t i = 0; i < lesson.order().size(); ++i) {
        const OrderItem& item = lesson.order()[i];
        const PlanCue& cue = plan.cues[item.cue];
        if (!item.kept) {
            record.left_out.push_back(cue.title);
            continue;
        }
        if (stop.part == Part::Rules || i > stop.item) break;
        LessonRecord::Step step{cue.title, {}, {}};
        for (const SeenClip& seen : lesson.seen()) {
            const auto person = static_cast<std::size_t>(seen.cell.person);
            const auto question = static_cast<std::size_t>(seen.cell.question);
            if (seen.cue != item.cue || person >= module.people.size() ||
                question >= module.questions.size() ||
                module.cell(person, question).state != CellState::Playable) {
                continue;
            }
            step.seen.push_back(fmt::format("{}: {}", module.people[person].name,
                                            for_everybody(module.questions[question].label)));
        }
        const bool past = i < stop.item || stop.part == Part::After;
        if (!cue.before.empty()) step.prompts.push_back(cue.before);
        if (!cue.after.empty() && past) step.prompts.push_back(cue.after);
        record.steps.push_back(std::move(step));
    }
    return record;
}

}  // namespace lessons
