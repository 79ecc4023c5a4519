// What is on the screen, on paper: kept among the user's documents, and up to be printed.
#include <memory>
#include <optional>
#include <utility>

#include "catalogue/words.h"
#include "lessons/record.h"
#include "player/app/app_state.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/local_time.h"
#include "player/app/notebook/paper.h"
#include "player/app/sheets/paper.h"
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

void keep_sheet(AppState& state, SheetKeeper::Order order) {
    if (!state.sheet_keeper) state.sheet_keeper = std::make_unique<SheetKeeper>(screen::wake);
    state.sheet_keeper->keep(std::move(order));
}

void follow_sheets(AppState& state) {
    if (!state.sheet_keeper) return;
    for (const SheetKeeper::News& news : state.sheet_keeper->take_news()) {
        state.say(news.sentence);
        if (!news.to_show.empty()) screen::show_document(news.to_show);
    }
}

void print_sheet(AppState& state) {
    if (state.key_repeats) return;  // one sheet, however long the key is held
    if (state.sitting && state.place == Place::Lesson && state.lesson_desk) {
        if (auto sheet = handout_on(*state.lesson_desk, *state.sitting)) {
            keep_sheet(state, {catalogue::said_later("handout"),
                               *std::move(sheet),
                               {sheet_name_for("handout.pdf")},
                               true});
        } else {
            state.say(_("There is no plan to print a handout of"));
        }
        return;
    }
    if (state.sitting && state.place == Place::Stage) {
        const lessons::Cell cell = state.sitting->walk.cue().cell;
        auto sheet =
            paper::worksheet_of(state.sitting->whole, static_cast<std::size_t>(cell.person),
                                static_cast<std::size_t>(cell.question), state.sitting->veil);
        if (sheet) {
            keep_sheet(state, {catalogue::said_later("worksheet"),
                               *std::move(sheet),
                               {sheet_name_for("worksheet.pdf")},
                               true});
        } else {
            state.say(_("There is no answer here to print a worksheet of"));
        }
        return;
    }
    if (state.sitting && state.place == Place::Notebook) {
        print_notebook(state);
        return;
    }
    state.say(
        _("Ctrl+P prints a worksheet of the answer on the stage, the handout of a lesson, and the "
          "notebook"));
}

void keep_lesson_record(AppState& state) {
    if (state.key_repeats) return;
    if (state.place != Place::Lesson || !state.lesson_desk->lesson) {
        state.say(_("A record is kept of a lesson: F5 brings it up"));
        return;
    }
    lessons::LessonRecord record = lessons::record_of(
        *state.lesson_desk->lesson, state.sitting->module, local_time("%d.%m.%Y"));
    cover_jobs(record, state.sitting->whole, state.sitting->veil);
    const std::string name = sheet_name_for(state.lesson_desk->lesson->plan().id.text);
    keep_sheet(state, {catalogue::said_later("record"),
                       paper::session_record_of(
                           record, catalogue::language_of_words(state.sitting->module)),
                       {name + ".pdf", name + ".md"}});
}

}  // namespace app
