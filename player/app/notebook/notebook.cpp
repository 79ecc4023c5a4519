// The notebook: opening and closing it, and its screen.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/command_table.h"
#include "player/app/notebook/data.h"
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

}  // namespace

void AppState::open_notebook_desk() {
    notebook_desk = std::make_unique<NotebookDesk>();
    if (!options.remember) {
        notebook_desk->passing =
            std::make_unique<PassingFolder>(PassingFolder::Holds::LittleAndPrivate);
    }
    notebook_desk->store = std::make_shared<NotebookStore>(
        place_of_notebook(*notebook_desk, *sitting), sitting->module.id, screen::wake);
}

void AppState::close_notebook_desk() {
    if (!notebook_desk) {
        return;
    }
    drop_empty_notes();
    if (!notebook_desk->passing) {
        closing.take(std::move(notebook_desk->store));
    }
    notebook_desk.reset();
}

// What comes from the disks, and what is amiss with them. Says when to look again.
void AppState::look_after_notebook() {
    if (!notebook_desk) {
        return;
    }
    NotebookDesk& desk = *notebook_desk;
    if (desk.cleared && desk.store->erased()) {
        desk.cleared = false;
        desk.history = {};
        desk.fresh.clear();
        desk.marks = {};
        desk.hook = {};
        desk.state = {};
        desk.store = std::make_shared<NotebookStore>(place_of_notebook(desk, *sitting),
                                                     sitting->module.id, screen::wake);
        say(_("The notebook is cleared"));
    }
    quote_late();
    if (desk.store->take_news()) {
        wake_interface();
    }
    const std::string status = desk.store->status(now).value_or("");
    if (desk.status != status) {
        desk.status = status;
        if (!status.empty() && place != Place::Notebook) {
            say(status);
        }
        wake_interface();
    }
    desk.look_again_at = desk.store->next_change(now);
}

void AppState::open_notebook() {
    if (!sitting || place == Place::Notebook) {
        return;
    }
    show_panel(ui::Panel::None);
    place = Place::Notebook;
    wall_drawn = {};
    resting_on.reset();
    interface->drop_focus();
    wake_interface(3);
}

// Back to the film, which goes on if it did.
void AppState::leave_notebook() {
    ui_state.panel = ui::Panel::None;
    place = Place::Stage;
    notebook_desk->drawn = {};
    notebook_desk->state.removing.clear();
    notebook_desk->state.clearing = false;
    notebook_desk->state.sheet_open = false;
    interface->drop_focus();
    drop_empty_notes();
    wake_interface(3);
}

// Out of a field, a question or the sheet for a talk first.
void AppState::back_out_of_notebook() {
    ui::NotebookState& state = notebook_desk->state;
    if (interface->typing()) {
        interface->drop_focus();
    } else if (state.clearing) {
        state.clearing = false;
    } else if (state.sheet_open) {
        state.sheet_open = false;
    } else {
        leave_notebook();
    }
}

// A note out of which somebody has taken all words was none.
void AppState::drop_empty_notes() {
    std::vector<NoteId> empty;
    for (const Note& note : notebook_desk->store->notebook().notes) {
        if (note.kind != NoteKind::Pin && note.text.empty()) {
            empty.push_back(note.id);
        }
    }
    for (const NoteId& id : empty) {
        notebook_desk->store->remove(id);
    }
}

void AppState::take_note(const ui::NotebookAsk& ask) {
    NotebookDesk& desk = *notebook_desk;
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
                note.cell = name_of(sitting->module, sitting->walk.cue().cell);
            }
        }
        note.text = written->text;
        bool fits = true;
        desk.change([&](NotebookStore& store) { fits = store.put(note); });
        if (!fits || written->full) {
            say(_("There is no more room here: the last of it was not taken"));
        }
    } else if (const auto* out = std::get_if<ui::RemoveNote>(&ask)) {
        desk.change([&](NotebookStore& store) { store.remove({out->id}); });
        say(_("Taken out: Ctrl+Z brings it back"));
    } else if (const auto* lay = std::get_if<ui::LayOnBoard>(&ask)) {
        desk.change([&](NotebookStore& store) {
            store.set_board(board_with(store.notebook(), {lay->id}, lay->on));
        });
    } else if (const auto* play = std::get_if<ui::PlayPin>(&ask)) {
        play_pin({play->id});
    } else if (const auto* line = std::get_if<ui::LeaveOut>(&ask)) {
        line->out ? void(desk.hook.without.insert(line->id))
                  : void(desk.hook.without.erase(line->id));
    } else if (const auto* initials = std::get_if<ui::SetInitials>(&ask)) {
        desk.store->set_initials(initials->initials);
    } else if (std::holds_alternative<ui::BringTogether>(ask)) {
        desk.store->bring_together();
    } else if (std::holds_alternative<ui::ClearNotebook>(ask)) {
        clear_notebook();
    } else if (const auto* along = std::get_if<ui::TakeAlong>(&ask)) {
        take_notebook_along(along->where);
    }
    wake_interface();
}

void AppState::play_pin(const NoteId& id) {
    const Note* note = catalogue::find_note(notebook_desk->store->notebook(), id);
    const auto cell = note != nullptr && note->cell ? cell_of(sitting->module, *note->cell)
                                                    : std::optional<lessons::Cell>{};
    if (!cell || !sitting->walk.grid().playable(*cell)) {
        say(_("This answer cannot be played"));
        return;
    }
    const std::optional<TimeRange> stretch = note->stretch;
    leave_notebook();
    walk_on(lessons::ChooseCell{*cell});
    const catalogue::Answer* answer = sitting->answer();
    if (stretch && answer != nullptr && (!answer->trim || answer->trim->contains(stretch->in))) {
        sitting->transport.resume_at = stretch->in;
    }
    NotebookDesk::Marks& marks = notebook_desk->marks_in(sitting->walk.cue().number);
    if (stretch && stretch->length().count() > 0) {
        marks.in = stretch->in;
        marks.out = stretch->out;
    }
    marks.pin = id;
}

std::vector<lessons::Cell> AppState::kept_cells() const {
    std::vector<lessons::Cell> cells;
    for (const Note& note : notebook_desk->store->notebook().notes) {
        if (note.kind != NoteKind::Pin || !note.cell) {
            continue;
        }
        if (const auto cell = cell_of(sitting->module, *note.cell)) {
            cells.push_back(*cell);
        }
    }
    return cells;
}

// What is kept here is what the class picked, for the films of a lesson.
void AppState::follow_picks() {
    if (!notebook_desk || !lesson_desk || (!lesson_desk->lesson && place != Place::Lesson)) {
        return;
    }
    if (!notebook_desk->store->opened() && notebook_desk->store->notebook().notes.empty()) {
        return;  // what was kept earlier is still being read
    }
    if (const auto picked =
            take_picks(*lesson_desk, kept_cells(), sitting->module, sitting->walk.grid())) {
        lesson_on(*picked);
    }
}

std::vector<ui::Action> AppState::draw_notebook() {
    NotebookDesk& desk = *notebook_desk;
    const StillShelf& stills = backstage->stills();
    const auto still_file = [&](lessons::Cell cell) {
        const std::size_t at = sitting->walk.grid().index(cell);
        const bool covered =
            sitting->module.people[static_cast<std::size_t>(cell.person)].stills_covered;
        return sitting->walk.grid().playable(cell) && !covered && at < stills.answers().size()
                   ? stills.answers()[at].file
                   : std::string{};
    };
    const ui::SizePx size = desk.drawn.picture_px;
    const NotebookContext context{
        &sitting->module,
        &sitting->whole,
        &sitting->veil,
        desk.drawn.in_sight,
        [&](NoteKind kind) { return desk.fresh_id(kind); },
        [&](lessons::Cell cell) {
            return still_pictures->of({still_file(cell), size.width, size.height});
        }};
    desk.view = notebook_view_of(desk.store->notebook(), context);
    desk.view.status = desk.cleared ? _("The notebook is being cleared.") : desk.status;
    desk.view.copies = desk.store->copies();
    show_hook_sheet(desk.view);
    show_take_along(desk.view);
    if (toast) {
        desk.view.toast = toast->text;
    }
    desk.view.black = black;
    const std::vector<std::size_t> before = desk.drawn.in_sight;
    desk.drawn = ui::notebook_screen(desk.view, keys, ui_state, desk.state);
    const auto cells = pin_cells_of(desk.store->notebook(), sitting->module);
    std::vector<WantedStill> wanted;
    for (const std::size_t pin : desk.drawn.in_sight) {
        const std::string file = cells[pin] ? still_file(*cells[pin]) : std::string{};
        if (!file.empty()) {
            wanted.push_back({file, desk.drawn.picture_px.width, desk.drawn.picture_px.height});
        }
    }
    still_pictures->want(std::move(wanted));
    if (before != desk.drawn.in_sight) {
        wake_interface(2);  // with the pictures that are there already, and at their place
    }
    std::vector<ui::Action> asked = std::move(desk.drawn.asked);
    desk.drawn.asked.clear();
    for (const ui::NotebookAsk& ask : std::exchange(desk.drawn.notes, {})) {
        take_note(ask);
    }
    return asked;
}

// Of those in sight, for whoever makes stills.
std::vector<lessons::Cell> AppState::pin_cells_in_sight() const {
    std::vector<lessons::Cell> cells;
    const auto all = pin_cells_of(notebook_desk->store->notebook(), sitting->module);
    for (const std::size_t pin : notebook_desk->drawn.in_sight) {
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
