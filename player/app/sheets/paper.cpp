// What is on the screen, on paper: kept among the user's documents, and up to be printed.
#include <memory>
#include <optional>
#include <utility>

#include "catalogue/words.h"
#include "lessons/record.h"
#include "player/app/app_state.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/local_time.h"
#include "player/app/sheets/sheet_file.h"
#include "player/app/sheets/sheet_keeper.h"
#include "player/paper/handout.h"
#include "player/paper/session_record.h"
#include "player/paper/worksheet.h"
#include "player/screen/platform.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

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

void AppState::keep_sheet(SheetKeeper::Order order) {
    if (!sheet_keeper) sheet_keeper = std::make_unique<SheetKeeper>(screen::wake);
    sheet_keeper->keep(std::move(order));
}

void AppState::follow_sheets() {
    if (!sheet_keeper) return;
    for (const SheetKeeper::News& news : sheet_keeper->take_news()) {
        say(news.sentence);
        if (!news.to_show.empty()) screen::show_document(news.to_show);
    }
}

void AppState::print_sheet() {
    if (key_repeats) return;  // one sheet, however long the key is held
    if (sitting && place == Place::Lesson && lesson_desk) {
        if (auto sheet = handout_on(*lesson_desk, *sitting)) {
            keep_sheet({catalogue::said_later("handout"),
                        *std::move(sheet),
                        {sheet_name_for("handout.pdf")},
                        true});
        } else {
            say(_("There is no plan to print a handout of"));
        }
        return;
    }
    if (sitting && place == Place::Stage) {
        const lessons::Cell cell = sitting->walk.cue().cell;
        auto sheet = paper::worksheet_of(sitting->whole, static_cast<std::size_t>(cell.person),
                                         static_cast<std::size_t>(cell.question), sitting->veil);
        if (sheet) {
            keep_sheet({catalogue::said_later("worksheet"),
                        *std::move(sheet),
                        {sheet_name_for("worksheet.pdf")},
                        true});
        } else {
            say(_("There is no answer here to print a worksheet of"));
        }
        return;
    }
    if (sitting && place == Place::Notebook) {
        print_notebook();
        return;
    }
    say(
        _("Ctrl+P prints a worksheet of the answer on the stage, the handout of a lesson, and the "
          "notebook"));
}

// One side of paper, to be printed, and as text.
void AppState::keep_lesson_record() {
    if (key_repeats) return;
    if (place != Place::Lesson || !lesson_desk->lesson) {
        say(_("A record is kept of a lesson: F5 brings it up"));
        return;
    }
    lessons::LessonRecord record =
        lessons::record_of(*lesson_desk->lesson, sitting->module, local_time("%d.%m.%Y"));
    cover_jobs(record, sitting->whole, sitting->veil);
    const std::string name = sheet_name_for(lesson_desk->lesson->plan().id.text);
    keep_sheet({catalogue::said_later("record"),
                paper::session_record_of(record, catalogue::language_of_words(sitting->module)),
                {name + ".pdf", name + ".md"}});
}

}  // namespace app
