// The notebook: opening and closing it, and its screen.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson.h"
#include "player/app/notebook/data.h"
#include "player/app/notebook/finish.h"
#include "player/app/notebook/notebook.h"
#include "player/app/notebook/paper.h"
#include "player/app/notebook/pins.h"
#include "player/app/stage/shown_captions.h"
#include "player/app/storage/folders.h"
#include "player/ui/text.h"

namespace app {
using catalogue::_;
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteId;
using catalogue::NoteKind;
using catalogue::SourceTime;
using catalogue::TimeRange;

// One a module on this machine; with nothing to be remembered it goes with the program.
NotebookPlace place_of_notebook(const NotebookDesk& desk, const Sitting& sitting) {
    if (desk.passing) {
        return {desk.passing->path(), "notebook", desk.passing->path(),
                NotebookPlace::Folder::IsMadeWhenMissing};
    }
    return {state_folder() / "notebooks", name_for_module(sitting.root), state_folder(),
            NotebookPlace::Folder::IsMadeWhenMissing};
}

std::vector<NoteId> board_with(const Notebook& notebook, const NoteId& id, bool on) {
    std::vector<NoteId> board = notebook.board;
    std::erase(board, id);
    if (on) {
        board.push_back(id);
    }
    return board;
}

// A note out of which somebody has taken all words was none.
void drop_empty_notes(AppState& state) {
    std::vector<NoteId> empty;
    for (const Note& note : state.notebook_desk->store->notebook().notes) {
        if (note.kind != NoteKind::Pin && note.text.empty()) {
            empty.push_back(note.id);
        }
    }
    for (const NoteId& id : empty) {
        state.notebook_desk->store->remove(id);
    }
}

void play_pin(AppState& state, const NoteId& id) {
    const Note* note = catalogue::find_note(state.notebook_desk->store->notebook(), id);
    const auto cell = note != nullptr && note->cell ? cell_of(state.sitting->module, *note->cell)
                                                    : std::optional<lessons::Cell>{};
    if (!cell || !state.sitting->walk.grid().playable(*cell)) {
        state.say(_("This answer cannot be played"));
        return;
    }
    const std::optional<TimeRange> stretch = note->stretch;
    leave_notebook(state);
    state.walk_on(lessons::ChooseCell{*cell});
    const catalogue::Answer* answer = state.sitting->answer();
    if (stretch && answer != nullptr && (!answer->trim || answer->trim->contains(stretch->in))) {
        state.sitting->transport.resume_at = stretch->in;
    }
    NotebookDesk::Marks& marks = state.notebook_desk->marks_in(state.sitting->walk.cue().number);
    if (stretch && stretch->length().count() > 0) {
        marks.in = stretch->in;
        marks.out = stretch->out;
    }
    marks.pin = id;
}

}  // namespace

void open_notebook_desk(AppState& state) {
    state.notebook_desk = std::make_unique<NotebookDesk>();
    if (!state.options.remember) {
        state.notebook_desk->passing =
            std::make_unique<PassingFolder>(PassingFolder::Holds::LittleAndPrivate);
    }
    state.notebook_desk->store =
        std::make_shared<NotebookStore>(place_of_notebook(*state.notebook_desk, *state.sitting),
                                        state.sitting->module.id, screen::wake);
}

void close_notebook_desk(AppState& state) {
    if (!state.notebook_desk) {
        return;
    }
    drop_empty_notes(state);
    if (!state.notebook_desk->passing) {
        state.closing.take(std::move(state.notebook_desk->store));
    }
    state.notebook_desk.reset();
}

void look_after_notebook(AppState& state) {
    if (!state.notebook_desk) {
        return;
    }
    NotebookDesk& desk = *state.notebook_desk;
    if (desk.cleared && desk.store->erased()) {
        desk.cleared = false;
        desk.history = {};
        desk.fresh.clear();
        desk.marks = {};
        desk.hook = {};
        desk.state = {};
        desk.store = std::make_shared<NotebookStore>(place_of_notebook(desk, *state.sitting),
                                                     state.sitting->module.id, screen::wake);
        state.say(_("The notebook is cleared"));
    }
    quote_late(state);
    if (desk.store->take_news()) {
        state.wake_interface();
    }
    const std::string status = desk.store->status(state.now).value_or("");
    if (desk.status != status) {
        desk.status = status;
        if (!status.empty() && state.place != Place::Notebook) {
            state.say(status);
        }
        state.wake_interface();
    }
    desk.look_again_at = desk.store->next_change(state.now);
}

void open_notebook(AppState& state) {
    if (!state.sitting || state.place == Place::Notebook) {
        return;
    }
    state.show_panel(ui::Panel::None);
    state.place = Place::Notebook;
    state.wall_drawn = {};
    state.resting_on.reset();
    state.interface->drop_focus();
    state.wake_interface(3);
}

void leave_notebook(AppState& state) {
    state.ui_state.panel = ui::Panel::None;
    state.place = Place::Stage;
    state.notebook_desk->drawn = {};
    state.notebook_desk->state.removing.clear();
    state.notebook_desk->state.clearing = false;
    state.notebook_desk->state.sheet_open = false;
    state.interface->drop_focus();
    drop_empty_notes(state);
    state.wake_interface(3);
}

void back_out_of_notebook(AppState& state) {
    ui::NotebookState& shown = state.notebook_desk->state;
    if (state.interface->typing()) {
        state.interface->drop_focus();
    } else if (shown.clearing) {
        shown.clearing = false;
    } else if (shown.sheet_open) {
        shown.sheet_open = false;
    } else {
        leave_notebook(state);
    }
}

void take_note(AppState& state, const ui::NotebookAsk& ask) {
    NotebookDesk& desk = *state.notebook_desk;
    if (desk.cleared) {
        return;
    }
    const Notebook& notebook = desk.store->notebook();
    if (const auto* written = std::get_if<ui::WriteNote>(&ask)) {
        const Note* known = catalogue::find_note(notebook, {written->id});
        Note note = known == nullptr ? Note{} : *known;
        if (known == nullptr) {
            note.id = {written->id};
            note.kind = written->kind;
            if (note.kind == NoteKind::Thought) {
                note.cell = name_of(state.sitting->module, state.sitting->walk.cue().cell);
            }
        }
        note.text = written->text;
        bool fits = true;
        desk.change([&](NotebookStore& store) { fits = store.put(note); });
        if (!fits || written->full) {
            state.say(_("There is no more room here: the last of it was not taken"));
        }
    } else if (const auto* out = std::get_if<ui::RemoveNote>(&ask)) {
        desk.change([&](NotebookStore& store) { store.remove({out->id}); });
        state.say(_("Taken out: Ctrl+Z brings it back"));
    } else if (const auto* lay = std::get_if<ui::LayOnBoard>(&ask)) {
        desk.change([&](NotebookStore& store) {
            store.set_board(board_with(store.notebook(), {lay->id}, lay->on));
        });
    } else if (const auto* play = std::get_if<ui::PlayPin>(&ask)) {
        play_pin(state, {play->id});
    } else if (const auto* line = std::get_if<ui::LeaveOut>(&ask)) {
        line->out ? void(desk.hook.without.insert(line->id))
                  : void(desk.hook.without.erase(line->id));
    } else if (const auto* initials = std::get_if<ui::SetInitials>(&ask)) {
        desk.store->set_initials(initials->initials);
    } else if (std::holds_alternative<ui::BringTogether>(ask)) {
        desk.store->bring_together();
    } else if (std::holds_alternative<ui::ClearNotebook>(ask)) {
        clear_notebook(state);
    } else if (const auto* along = std::get_if<ui::TakeAlong>(&ask)) {
        take_notebook_along(state, along->where);
    }
    state.wake_interface();
}

std::vector<lessons::Cell> kept_cells(const AppState& state) {
    std::vector<lessons::Cell> cells;
    for (const Note& note : state.notebook_desk->store->notebook().notes) {
        if (note.kind != NoteKind::Pin || !note.cell) {
            continue;
        }
        if (const auto cell = cell_of(state.sitting->module, *note.cell)) {
            cells.push_back(*cell);
        }
    }
    return cells;
}

void follow_picks(AppState& state) {
    if (!state.notebook_desk || !state.lesson_desk ||
        (!state.lesson_desk->lesson && state.place != Place::Lesson)) {
        return;
    }
    if (!state.notebook_desk->store->opened() &&
        state.notebook_desk->store->notebook().notes.empty()) {
        return;  // what was kept earlier is still being read
    }
    if (const auto picked = take_picks(*state.lesson_desk, kept_cells(state), state.sitting->module,
                                       state.sitting->walk.grid())) {
        lesson_on(state, *picked);
    }
}

std::vector<ui::Action> draw_notebook(AppState& state) {
    NotebookDesk& desk = *state.notebook_desk;
    const StillShelf& stills = state.backstage->stills();
    const auto still_file = [&](lessons::Cell cell) {
        const std::size_t at = state.sitting->walk.grid().index(cell);
        const bool covered =
            state.sitting->module.people[static_cast<std::size_t>(cell.person)].stills_covered;
        return state.sitting->walk.grid().playable(cell) && !covered && at < stills.answers().size()
                   ? stills.answers()[at].file
                   : std::string{};
    };
    const ui::SizePx size = desk.drawn.picture_px;
    const NotebookContext context{
        &state.sitting->module,
        &state.sitting->whole,
        &state.sitting->veil,
        desk.drawn.in_sight,
        [&](NoteKind kind) { return desk.fresh_id(kind); },
        [&](lessons::Cell cell) {
            return state.still_pictures->of({still_file(cell), size.width, size.height});
        }};
    desk.view = notebook_view_of(desk.store->notebook(), context);
    desk.view.status = desk.cleared ? _("The notebook is being cleared.") : desk.status;
    desk.view.copies = desk.store->copies();
    show_hook_sheet(state, desk.view);
    show_take_along(state, desk.view);
    if (state.toast) {
        desk.view.toast = state.toast->text;
    }
    desk.view.black = state.black;
    const std::vector<std::size_t> before = desk.drawn.in_sight;
    desk.drawn = ui::notebook_screen(desk.view, state.keys, state.ui_state, desk.state);
    const auto cells = pin_cells_of(desk.store->notebook(), state.sitting->module);
    std::vector<WantedStill> wanted;
    for (const std::size_t pin : desk.drawn.in_sight) {
        const std::string file = cells[pin] ? still_file(*cells[pin]) : std::string{};
        if (!file.empty()) {
            wanted.push_back({file, desk.drawn.picture_px.width, desk.drawn.picture_px.height});
        }
    }
    state.still_pictures->want(std::move(wanted));
    if (before != desk.drawn.in_sight) {
        state.wake_interface(2);  // with the pictures that are there already, and at their place
    }
    std::vector<ui::Action> asked = std::move(desk.drawn.asked);
    desk.drawn.asked.clear();
    for (const ui::NotebookAsk& ask : std::exchange(desk.drawn.notes, {})) {
        take_note(state, ask);
    }
    return asked;
}

std::vector<lessons::Cell> pin_cells_in_sight(const AppState& state) {
    std::vector<lessons::Cell> cells;
    const auto all = pin_cells_of(state.notebook_desk->store->notebook(), state.sitting->module);
    for (const std::size_t pin : state.notebook_desk->drawn.in_sight) {
        if (pin < all.size() && all[pin]) {
            cells.push_back(*all[pin]);
        }
    }
    return cells;
}

const ui::NotebookView* App::notebook() const {
    return state_->sitting && state_->place == Place::Notebook ? &state_->notebook_desk->view
                                                               : nullptr;
}

}  // namespace app
