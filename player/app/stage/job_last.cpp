// Person first, job last: the switch, uncovering, and what the class guesses.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/notebook/guesses.h"
#include "player/app/search/search.h"
#include "player/app/stage/job_last.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

constexpr auto guesses_saved_after = 1s;

void say_that_nothing_is_covered(AppState& state) {
    state.say(
        _("Nobody's job is covered: \u201cPerson first, job last\u201d is in the settings (In "
          "class)"));
}

void switch_job_last(AppState& state) {
    catalogue::Preferences wanted = state.settings.preferences;
    wanted.job_last = !wanted.job_last;
    state.set_preferences(wanted);
    state.say(wanted.job_last ? _("Person first, job last") : _("Jobs are shown from the start"));
}

// Of who is on the stage, or of the cell of the wall where the keyboard is.
void uncover(AppState& state) {
    Sitting& sitting = *state.sitting;
    if (!sitting.veil.job_last) {
        say_that_nothing_is_covered(state);
        return;
    }
    const lessons::Cell cell = state.place == Place::Wall ? state.wall.at : sitting.walk.cue().cell;
    const auto index = static_cast<std::size_t>(cell.person);
    uncover_job(sitting, index);
    reopen_search(state);  // what may be found has changed
    const catalogue::Person& person = sitting.module.people[index];
    if (person.job_covered) {
        state.say(_("The job is covered again"));
        return;
    }
    const std::string job = catalogue::job_with_article(person.job);
    state.say(job.empty() ? _("The module names no job for {}", person.name)
                          : fmt::format("{}: {}", person.name, job));
    // What was guessed is read beside what it is.
    if (state.place == Place::Stage && state.ui_state.panel == ui::Panel::None &&
        !guesses_of(sitting, index).lines.empty()) {
        state.show_panel(ui::Panel::Guesses);
    }
}

void show_guesses(AppState& state) {
    const auto index = static_cast<std::size_t>(state.sitting->walk.cue().cell.person);
    if (!state.sitting->veil.job_last && guesses_of(*state.sitting, index).lines.empty()) {
        say_that_nothing_is_covered(state);
        return;
    }
    state.show_panel(ui::Panel::Guesses);
}

}  // namespace

void add_job_commands(Deeds& deeds) {
    deeds.emplace("job_last", switch_job_last);
    deeds.emplace("uncover", on_stage_or_wall(uncover));
    deeds.emplace("guesses", on_stage(show_guesses));
}

void follow_job_last(AppState& state) {
    if (!state.sitting) {
        return;
    }
    const catalogue::PlanCue* cue =
        state.lesson_desk && state.lesson_desk->lesson ? state.lesson_desk->lesson->cue() : nullptr;
    const bool cue_asks = cue != nullptr && cue->job_last;
    const bool covers = state.settings.preferences.job_last || cue_asks;
    if (state.sitting->veil.job_last == covers) {
        return;
    }
    set_job_last(*state.sitting, covers);
    reopen_search(state);  // what may be found has changed
    state.wake_interface();
}

void reveal_after(AppState& state, const lessons::OrderItem& item) {
    for (const lessons::PlannedClip& clip : item.clips) {
        const auto person = static_cast<std::size_t>(clip.cell.person);
        if (state.sitting->veil.covers(state.sitting->whole.people[person].id)) {
            uncover_job(*state.sitting, person);
        }
    }
    reopen_search(state);
}

void keep_guesses(AppState& state, const ui::KeepGuesses& wanted) {
    if (!state.sitting) {
        return;
    }
    catalogue::Guesses& guesses =
        guesses_of(*state.sitting, static_cast<std::size_t>(state.sitting->walk.cue().cell.person));
    note_guesses(state, guesses.lines, wanted.lines);
    guesses.lines = wanted.lines;
    guesses.unfinished = wanted.unfinished;
    state.settings_changed = true;
    state.save_at = std::min(state.save_at, state.now + guesses_saved_after);
}

}  // namespace app
