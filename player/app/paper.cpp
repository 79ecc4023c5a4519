// What is on the screen, on paper: kept among the user's documents, and up to be printed.
#include <fmt/format.h>

#include <optional>

#include "lessons/record.h"
#include "player/app/app_state.h"
#include "player/app/folders.h"
#include "player/app/lesson_desk.h"
#include "player/app/local_time.h"
#include "player/app/sheet_file.h"
#include "player/paper/handout.h"
#include "player/paper/session_record.h"
#include "player/paper/worksheet.h"
#include "player/screen/platform.h"

namespace app {
namespace {

namespace fs = std::filesystem;

// A name that says when and what, and nobody's.
fs::path file_for(const std::string& what) {
    return documents_folder() / fmt::format("{} {}.pdf", local_time("%Y-%m-%d %H.%M.%S"), what);
}

// Keeps a sheet, has it shown, and says where it is.
std::string keep_and_show(const paper::Sheet& sheet, const std::string& what) {
    const fs::path file = file_for(what);
    const auto saved = save_sheet(sheet, file);
    if (!saved) {
        return fmt::format("The {} could not be kept: {}", what, catalogue::to_text(saved.error()));
    }
    screen::show_document(file);
    return fmt::format("The {} is in {}", what, file.string());
}

// The handout of the lesson under way, or of the plan that is chosen.
std::optional<paper::Sheet> handout_on(const LessonDesk& desk, const Sitting& sitting) {
    if (desk.lesson) {
        return paper::handout_of(desk.lesson->plan(), sitting.whole, desk.lesson->week(),
                                 sitting.veil);
    }
    if (desk.state.chosen >= desk.shelf.plans.size()) return std::nullopt;
    const catalogue::Plan& plan = *desk.shelf.plans[desk.state.chosen];
    return paper::handout_of(plan, sitting.whole, desk.next_week(plan), sitting.veil);
}

}  // namespace

void AppState::print_sheet() {
    if (key_repeats) return;  // one sheet, however long the key is held
    if (sitting && place == Place::Lesson && lesson_desk) {
        const std::optional<paper::Sheet> sheet = handout_on(*lesson_desk, *sitting);
        say(sheet ? keep_and_show(*sheet, "handout") : "There is no plan to print a handout of");
        return;
    }
    if (sitting && place == Place::Stage) {
        const lessons::Cell cell = sitting->walk.cue().cell;
        const auto sheet =
            paper::worksheet_of(sitting->whole, static_cast<std::size_t>(cell.person),
                                static_cast<std::size_t>(cell.question), sitting->veil);
        say(sheet ? keep_and_show(*sheet, "worksheet")
                  : "There is no answer here to print a worksheet of");
        return;
    }
    say("Ctrl+P prints a worksheet of the answer on the stage, and the handout of a lesson");
}

// One side of paper, to be printed, and as text.
void AppState::keep_lesson_record() {
    if (key_repeats) return;
    if (place != Place::Lesson || !lesson_desk->lesson) {
        say("A record is kept of a lesson: F5 brings it up");
        return;
    }
    lessons::LessonRecord record =
        lessons::record_of(*lesson_desk->lesson, sitting->module, local_time("%d.%m.%Y"));
    cover_jobs(record, sitting->whole, sitting->veil);
    const paper::Sheet sheet = paper::session_record_of(record, sitting->module.language);
    const fs::path file = file_for(lesson_desk->lesson->plan().id.text);
    const auto page = save_sheet(sheet, file);
    const auto text = save_sheet(sheet, fs::path(file).replace_extension(".md"));
    if (!page || !text) {
        const catalogue::Problem& problem = page ? text.error() : page.error();
        say(fmt::format("The record could not be kept: {}", catalogue::to_text(problem)));
        return;
    }
    say(fmt::format("The record is in {}", file.string()));
}

}  // namespace app
