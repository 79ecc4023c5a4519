// What the screens of a lesson show of the desk.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "catalogue/words.h"
#include "player/app/cell_names.h"
#include "player/app/lesson/lesson_desk.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

using std::chrono::seconds;

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
