#include "player/paper/session_record.h"

#include <fmt/format.h>

#include "catalogue/words.h"

namespace paper {
using catalogue::_;

Sheet session_record_of(const lessons::LessonRecord& record, std::string_view language) {
    Sheet sheet;
    sheet.kind = _("Session record");
    sheet.title = clean(record.plan);
    std::string subtitle = record.module;
    for (const std::string& part : {record.week, record.date}) {
        if (!part.empty()) subtitle += " \u00b7 " + part;
    }
    sheet.subtitle = clean(subtitle);
    sheet.language = clean(language);
    sheet.most_pages = 1;
    sheet.foot = _("Films are no encounter with an employer; this record does not count as one.");

    std::string purpose = fmt::format("{}", fmt::join(record.areas, "; "));
    if (!record.benchmarks.empty()) {
        const std::string which = fmt::format("{}", fmt::join(record.benchmarks, ",\u00a0"));
        if (!purpose.empty()) purpose += "; ";
        purpose += record.benchmarks.size() == 1 ? _("Gatsby benchmark {}", which)
                                                 : _("Gatsby benchmarks {}", which);
    }
    if (!purpose.empty()) sheet.blocks.push_back(paragraph(purpose));
    for (const lessons::LessonRecord::Step& step : record.steps) {
        sheet.blocks.push_back(heading(step.title));
        if (!step.seen.empty()) {
            Block seen;
            seen.runs = {{_("Seen:") + std::string{" "}, Weight::Strong},
                         {clean(fmt::format("{}", fmt::join(step.seen, "; ")))}};
            sheet.blocks.push_back(std::move(seen));
        }
        for (const std::string& prompt : step.prompts) {
            for (Block& block : blocks_of_markdown(prompt)) {
                block.spare = 1;
                sheet.blocks.push_back(std::move(block));
            }
        }
    }
    if (record.steps.empty()) {
        sheet.blocks.push_back(paragraph(_("The lesson has not come to its first step yet.")));
    }
    if (!record.left_out.empty()) {
        Block left_out;
        left_out.runs = {{_("Left out for want of time:") + std::string{" "}, Weight::Strong},
                         {clean(fmt::format("{}", fmt::join(record.left_out, ", ")))}};
        sheet.blocks.push_back(std::move(left_out));
    }
    sheet.blocks.push_back(lines(_("For next time:"), 1, 5));
    return sheet;
}

}  // namespace paper
