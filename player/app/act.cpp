// What views ask for besides commands, and the two that everything else comes to: the walk goes on,
// and one level back.
#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/first_run/first_run.h"
#include "player/app/lesson/lesson.h"
#include "player/app/notebook/guesses.h"
#include "player/app/notebook/notebook.h"
#include "player/app/room/room_window.h"
#include "player/app/search/search.h"
#include "player/app/stage/job_last.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
namespace {

// Whether somebody picked a person or a question, by hand or by key.
bool is_choice(const lessons::Input& input) {
    return std::holds_alternative<lessons::ChooseCell>(input) ||
           std::holds_alternative<lessons::ChoosePerson>(input) ||
           std::holds_alternative<lessons::ChooseQuestion>(input) ||
           std::holds_alternative<lessons::StepPerson>(input) ||
           std::holds_alternative<lessons::StepQuestion>(input);
}

bool comes_by_itself(const lessons::Input& input) {
    return std::holds_alternative<lessons::ClipEnded>(input) ||
           std::holds_alternative<lessons::ClipFailed>(input);
}

}  // namespace

void AppState::act(const ui::Action& action) {
    if (const auto* input = std::get_if<lessons::Input>(&action)) {
        const auto* cell = std::get_if<lessons::ChooseCell>(input);
        if (sitting && place == Place::Wall && cell != nullptr) {
            choose_on_wall(*this, cell->cell);
        } else if (sitting && std::holds_alternative<lessons::GoNext>(*input)) {
            run_command("next");
        } else if (lesson_under_way(*this) && std::holds_alternative<lessons::GoBack>(*input)) {
            run_command("previous");
        } else if (sitting) {
            walk_on(*input);
        }
    } else if (const auto* command = std::get_if<ui::Command>(&action)) {
        run_command(command->name);
    } else if (const auto* seek = std::get_if<ui::SeekTo>(&action)) {
        if (sitting) {
            sitting->transport =
                seek_to_fraction(std::move(sitting->transport), status(), seek->fraction,
                                 seek->dragged ? Manner::InPassing : Manner::Once);
            sitting->transport.playing = sitting->transport.playing || seek->plays;
        }
    } else if (const auto* volume = std::get_if<ui::SetVolume>(&action)) {
        if (sitting) {
            sitting->transport.volume = std::clamp(volume->volume, 0.0F, 1.0F);
            sitting->transport.muted = false;
        }
    } else if (const auto* module = std::get_if<ui::OpenModule>(&action)) {
        open_module(module->folder);
    } else if (const auto* set = std::get_if<ui::SetPreferences>(&action)) {
        set_preferences(set->preferences);
    } else if (const auto* kept = std::get_if<ui::KeepGuesses>(&action)) {
        keep_guesses(*this, *kept);
    } else if (const auto* surprise = std::get_if<ui::KeepSurprise>(&action)) {
        if (sitting) note_surprise(*this, surprise->text);
    } else if (const auto* words = std::get_if<ui::SearchFor>(&action)) {
        search_for(*this, words->words);
    } else if (const auto* mix = std::get_if<ui::MixWithSeed>(&action)) {
        if (const std::optional<lessons::Seed> seed = lessons::seed_from_text(mix->seed)) {
            show_panel(ui::Panel::None);
            walk_on(lessons::Reshuffle{*seed});
        } else {
            say(_("\u201c{}\u201d is not a seed: copy it as the other screen shows it", mix->seed));
        }
    }
    wake_interface();
}

// Whatever is asked of the walk, the clip that comes of it plays: choosing is asking for it.
void AppState::walk_on(const lessons::Input& input) {
    if (goes_on_in_turn(*this, input)) {
        return;
    }
    if (place == Place::Stage && is_choice(input)) {
        learned(*this, Hint::Choose);
    }
    const std::uint64_t before = sitting->walk.cue().number;
    sitting->walk = lessons::step(std::move(sitting->walk), input);
    if (sitting->walk.cue().number != before) {
        sitting->transport.playing = true;
        sitting->transport.resume_at.reset();
        last_problem.reset();
        // Nobody's list goes from under their fingers because an answer ended meanwhile.
        if (ui_state.panel == ui::Panel::Information ||
            (ui_state.panel == ui::Panel::GoTo && !comes_by_itself(input))) {
            paused_for_information = false;
            show_panel(ui::Panel::None);
        }
    }
    wake_interface();
}

// One level back; never out of the program.
void AppState::back_out() {
    if (black) {
        set_black(false);
    } else if (room.state.open() && uncovered(room.state) != room.state) {
        uncover_room(*this);
    } else if (ui_state.panel != ui::Panel::None) {
        show_panel(ui::Panel::None);
    } else if (place == Place::Wall) {
        leave_wall(*this);
    } else if (place == Place::Search) {
        leave_search(*this);
    } else if (place == Place::Lesson) {
        place = Place::Stage;
    } else if (place == Place::Notebook) {
        back_out_of_notebook(*this);
    } else if (place == Place::ClassWall) {
        back_out_of_class_wall(*this);
    } else if (place == Place::Start && start_sentence) {
        give_up_opening();
    } else if (interface->has_focus()) {
        interface->drop_focus();
    } else if (place == Place::Stage && searching.kept) {
        drop_found(*this);
    } else if (window.full_screen()) {
        run_command("full_screen");
    } else if (room.state.open()) {
        close_room(*this);
    } else if (place == Place::Stage) {
        go_to_start();
    }
}

}  // namespace app
