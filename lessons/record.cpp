#include "lessons/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace lessons {

using namespace catalogue;

namespace {

constexpr const char* no_encounter =
    "Films are no encounter with an employer; this record does not count as one.";

std::string joined(const std::vector<std::string>& words, const char* between) {
    return fmt::format("{}", fmt::join(words, between));
}

// "Explore possibilities; Gatsby benchmarks 2, 8"
std::string purpose(const LessonRecord& record) {
    std::vector<std::string> parts = record.areas;
    if (!record.benchmarks.empty()) {
        parts.push_back(fmt::format("Gatsby benchmark{} {}",
                                    record.benchmarks.size() == 1 ? "" : "s",
                                    fmt::join(record.benchmarks, ", ")));
    }
    return joined(parts, "; ");
}

std::string subtitle(const LessonRecord& record) {
    std::vector<std::string> parts{record.module};
    if (!record.week.empty()) parts.push_back(record.week);
    parts.push_back(record.date);
    return joined(parts, " \u00b7 ");
}

// Names come from a module: nothing in them is to be read as Markdown.
std::string markdown_escaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view{"\\`*_{}[]<>#|"}.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

}  // namespace

LessonRecord record_of(const Lesson& lesson, const Module& module, std::string date) {
    const Plan& plan = lesson.plan();
    LessonRecord record;
    record.plan = plan.title;
    record.module = module.title;
    record.date = std::move(date);
    if (plan.weeks > 1) record.week = fmt::format("Week {} of {}", lesson.week(), plan.weeks);
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
                                            module.questions[question].label));
        }
        const bool past = i < stop.item || stop.part == Part::After;
        if (!cue.before.empty()) step.prompts.push_back(cue.before);
        if (!cue.after.empty() && past) step.prompts.push_back(cue.after);
        record.steps.push_back(std::move(step));
    }
    return record;
}

std::string to_markdown(const LessonRecord& record) {
    std::string text = fmt::format("# {}\n\n{}\n\n{}\n", markdown_escaped(record.plan),
                                   markdown_escaped(subtitle(record)), purpose(record));
    for (const LessonRecord::Step& step : record.steps) {
        text += fmt::format("\n## {}\n\n", markdown_escaped(step.title));
        for (const std::string& seen : step.seen) {
            text += fmt::format("- seen: {}\n", markdown_escaped(seen));
        }
        for (const std::string& prompt : step.prompts) {
            text += fmt::format("\n{}\n", prompt);
        }
    }
    if (!record.left_out.empty()) {
        text += fmt::format("\nLeft out for want of time: {}\n",
                            markdown_escaped(joined(record.left_out, ", ")));
    }
    return text + fmt::format("\n{}\n", no_encounter);
}

std::string to_html(const LessonRecord& record) {
    std::string html = fmt::format(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{0}</title>\n<style>\n"
        "@page {{ size: A4; margin: 16mm }}\n"
        "body {{ font: 10.5pt/1.35 sans-serif; color: #000; background: #fff; max-width: 178mm; "
        "margin: 8mm auto }}\n"
        "h1 {{ font-size: 18pt; margin: 0 }}\n"
        "h2 {{ font-size: 11.5pt; margin: 3mm 0 1mm; break-after: avoid }}\n"
        "p, ul, ol {{ margin: 0 0 1mm }}\n.quiet {{ color: #444 }}\n"
        "</style></head><body>\n<h1>{0}</h1>\n<p class=\"quiet\">{1}</p>\n<p>{2}</p>\n",
        html_escaped(record.plan), html_escaped(subtitle(record)), html_escaped(purpose(record)));
    for (const LessonRecord::Step& step : record.steps) {
        html += fmt::format("<h2>{}</h2>\n", html_escaped(step.title));
        if (!step.seen.empty()) {
            html += fmt::format("<p>Seen: {}</p>\n", html_escaped(joined(step.seen, "; ")));
        }
        for (const std::string& prompt : step.prompts) {
            html += catalogue::to_html(read_markdown(prompt));
        }
    }
    if (!record.left_out.empty()) {
        html += fmt::format("<p>Left out for want of time: {}</p>\n",
                            html_escaped(joined(record.left_out, ", ")));
    }
    return html + fmt::format("<p class=\"quiet\">{}</p>\n</body></html>\n", no_encounter);
}

}  // namespace lessons
