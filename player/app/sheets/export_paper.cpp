#include "player/app/sheets/export_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "catalogue/module_reader.h"
#include "catalogue/notebook.h"
#include "catalogue/plan.h"
#include "catalogue/saved_state.h"
#include "lessons/grid.h"
#include "lessons/record.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/app/local_time.h"
#include "player/app/sheets/sheet_file.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"
#include "player/paper/handout.h"
#include "player/paper/notebook_sheets.h"
#include "player/paper/session_record.h"
#include "player/paper/worksheet.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::fail;
using catalogue::Outcome;
using catalogue::Result;

Outcome check_place(const PaperOrder& order) {
    if (!is_sheet_file(order.out)) {
        return fail({order.out}, "the name does not say what to write",
                    "let it end in .pdf, .html or .md");
    }
    std::error_code error;
    if (fs::exists(fs::symlink_status(order.out, error))) {
        return fail({order.out}, "there is something already", "choose another name");
    }
    const fs::path module = fs::canonical(order.module, error);
    const fs::path place = fs::weakly_canonical(fs::absolute(order.out, error), error);
    if (std::mismatch(module.begin(), module.end(), place.begin(), place.end()).first ==
        module.end()) {
        return fail({order.out}, "this lies inside the module, which is never written to",
                    "choose a place outside of it");
    }
    return catalogue::done();
}

Result<catalogue::Module> read_module_for(const PaperOrder& order) {
    if (const Outcome place = check_place(order); !place) return place.error();
    catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{order.module});
    if (!reading.module) return reading.problems.front();
    return std::move(*reading.module);
}

catalogue::JobVeil veil_of(const PaperOrder& order) {
    return {order.job_last, {}};
}

Outcome write_sheet(paper::Sheet sheet, const PaperOrder& order, std::ostream& notes) {
    if (order.andika) sheet.letters = paper::Letters::Andika;
    const auto fitted = save_sheet(sheet, order.out);
    if (!fitted) return fitted.error();
    notes << fmt::format("{}: {}\n", order.out.string(),
                         fitted->pages == 1 ? "one side" : fmt::format("{} sides", fitted->pages));
    if (fitted->left_out > 0) {
        notes << fmt::format("{} lines are left out to fit; the sheet says so\n", fitted->left_out);
    }
    return catalogue::done();
}

// A plan's file, or the id of a plan that the lesson screen would offer.
Result<std::shared_ptr<const catalogue::Plan>> plan_named(const PaperOrder& order,
                                                          const catalogue::Module& module,
                                                          const std::string& name) {
    const PlanShelf shelf =
        read_plans(catalogue::FolderFiles{order.module}, module, asset_folder());
    for (const auto& plan : shelf.plans) {
        if (plan->id.text == name) return plan;
    }
    const auto text = load_document(name);
    if (!text) return text.error();
    if (!*text) {
        std::string ids;
        for (const auto& plan : shelf.plans) {
            ids += (ids.empty() ? "" : ", ") + plan->id.text;
        }
        return fail({name}, "there is no such plan", "name a plan's file, or one of " + ids);
    }
    catalogue::PlanReading reading = catalogue::read_plan(**text, name);
    if (!reading.plan) return reading.problems.front();
    return std::make_shared<const catalogue::Plan>(std::move(*reading.plan));
}

Result<catalogue::Notebook> read_notebook_for(const catalogue::Module& module,
                                              const fs::path& file) {
    const auto text = load_document(file);
    if (!text) return text.error();
    if (!*text) return fail({file}, "there is no such notebook");
    auto notebook = catalogue::read_notebook(**text, file);
    if (notebook && notebook->module != module.id) {
        return fail({file},
                    fmt::format("this notebook was written beside another module, '{}'",
                                notebook->module.text),
                    "name that module's folder");
    }
    return notebook;
}

}  // namespace

Outcome export_handout(const PaperOrder& order, const std::string& plan_name, int week,
                       std::ostream& notes) {
    const auto module = read_module_for(order);
    if (!module) return module.error();
    const auto named = plan_named(order, *module, plan_name);
    if (!named) return named.error();
    const catalogue::Plan& plan = **named;
    if (week < 1 || week > std::max(1, plan.weeks)) {
        return fail({},
                    fmt::format("this plan has {} week{}", plan.weeks, plan.weeks == 1 ? "" : "s"));
    }
    return write_sheet(paper::handout_of(plan, *module, week, veil_of(order)), order, notes);
}

Outcome export_record(const PaperOrder& order, std::ostream& notes) {
    const auto module = read_module_for(order);
    if (!module) return module.error();
    LessonDesk desk;
    desk.shelf = read_plans(catalogue::FolderFiles{order.module}, *module, asset_folder());
    const fs::path file = lesson_file(canonical_folder(order.module));
    const auto text = load_document(file);
    if (!text) return text.error();
    if (*text) {
        const auto saved = catalogue::read_saved_lesson(**text, file);
        if (!saved) return saved.error();
        resume_lesson(desk, *saved, *module, lessons::grid_of(*module), {});
    }
    if (!desk.lesson) {
        return fail(
            {}, "no lesson with this module is under way on this computer",
            "begin one with F5; while it goes on, and until it is ended, there is a record");
    }
    const catalogue::Module shown = catalogue::shown_module(*module, veil_of(order));
    const lessons::LessonRecord record =
        lessons::record_of(*desk.lesson, shown, local_time("%d.%m.%Y"));
    return write_sheet(paper::session_record_of(record, catalogue::language_of_words(*module)),
                       order, notes);
}

Outcome export_worksheet(const PaperOrder& order, const std::string& person_id,
                         const std::string& question_id, std::ostream& notes) {
    const auto module = read_module_for(order);
    if (!module) return module.error();
    const auto person = module->find_person({person_id});
    if (!person) return fail({}, fmt::format("the module has nobody with the id '{}'", person_id));
    const auto question = module->find_question({question_id});
    if (!question) {
        return fail({}, fmt::format("the module has no question with the id '{}'", question_id));
    }
    auto sheet = paper::worksheet_of(*module, *person, *question, veil_of(order));
    if (!sheet) return sheet.error();
    return write_sheet(std::move(*sheet), order, notes);
}

Outcome export_notebook(const PaperOrder& order, const fs::path& file, std::ostream& notes) {
    const auto module = read_module_for(order);
    if (!module) return module.error();
    const auto notebook = read_notebook_for(*module, file);
    if (!notebook) return notebook.error();
    return write_sheet(paper::notebook_sheet(*notebook, *module, veil_of(order)), order, notes);
}

Outcome export_hook_sheet(const PaperOrder& order, const fs::path& file,
                          const std::vector<std::string>& without, std::ostream& notes) {
    const auto module = read_module_for(order);
    if (!module) return module.error();
    const auto notebook = read_notebook_for(*module, file);
    if (!notebook) return notebook.error();
    const paper::Sheet whole = paper::hook_sheet(*notebook, *module, veil_of(order));
    for (const std::string& id : without) {
        if (std::ranges::find(whole.blocks, id, &paper::Block::id) == whole.blocks.end()) {
            return fail({}, fmt::format("the sheet has no line with the id '{}'", id),
                        "without --without the program says which there are");
        }
    }
    const paper::Sheet sheet =
        paper::without(whole, std::set<std::string>(without.begin(), without.end()));
    notes << "On the sheet are, each to be left out with --without:\n";
    for (const paper::Block& block : sheet.blocks) {
        if (block.id.empty()) continue;
        notes << fmt::format("  {}: {}\n", block.id, block.runs.front().text);
    }
    return write_sheet(sheet, order, notes);
}

}  // namespace app
