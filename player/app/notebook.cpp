// The notebook: keeping what plays, writing beside it, and its screen.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/command_table.h"
#include "player/app/folders.h"
#include "player/app/notebook_data.h"
#include "player/app/shown_captions.h"
#include "player/ui/text.h"

namespace app {
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

std::string clock_in(SourceTime at, const media::EngineStatus& status) {
    return ui::clock_text(std::chrono::duration<double>(at - status.range.in).count());
}

NoteId fresh_id(NotebookDesk& desk, NoteKind kind) {
    NoteId& id = desk.fresh[kind];
    if (id.text.empty() || catalogue::find_note(desk.store->notebook(), id) != nullptr) {
        id = new_note_id();
    }
    return id;
}

// Does something to the notebook, so that it can be undone.
template <class Deed>
void change_notebook(NotebookDesk& desk, Deed deed) {
    const Notebook before = desk.store->notebook();
    deed(*desk.store);
    desk.history.note(before, desk.store->notebook());
}

std::vector<NoteId> board_with(const Notebook& notebook, const NoteId& id, bool on) {
    std::vector<NoteId> board = notebook.board;
    std::erase(board, id);
    if (on) {
        board.push_back(id);
    }
    return board;
}

NotebookDesk::Marks& marks_of(AppState& state) {
    NotebookDesk::Marks& marks = state.notebook_desk->marks;
    if (const std::uint64_t cue = state.sitting->walk.cue().number; marks.cue != cue) {
        marks = {};
        marks.cue = cue;
    }
    return marks;
}

enum class Mark { In, Out };

// The stretch that I and O have marked; an end that is not marked is that of the clip.
std::optional<TimeRange> marked_stretch(const NotebookDesk::Marks& marks, const TimeRange& clip) {
    if (!marks.in && !marks.out) {
        return std::nullopt;
    }
    const SourceTime in = std::max(marks.in.value_or(clip.in), clip.in);
    return TimeRange{in, std::max(in, marks.out.value_or(clip.out))};
}

void mark_here(AppState& state, Mark which) {
    const media::EngineStatus at = state.status();
    if (at.cue != state.sitting->walk.cue().number || at.range.length().count() <= 0) {
        state.say("Nothing plays here that could be marked");
        return;
    }
    NotebookDesk::Marks& marks = marks_of(state);
    (which == Mark::In ? marks.in : marks.out) = at.position;
    if (marks.in && marks.out && *marks.out <= *marks.in) {
        (which == Mark::In ? marks.out : marks.in).reset();
    }
    state.say(fmt::format("It {} at {}{}", which == Mark::In ? "begins" : "ends",
                          clock_in(at.position, at), marks.pin ? "" : ": Ctrl+Enter keeps it"));
    if (marks.pin) {
        state.mend_pin();
    }
}

void go_to_mark(AppState& state, Mark which) {
    const media::EngineStatus at = state.status();
    const NotebookDesk::Marks& marks = marks_of(state);
    const std::optional<SourceTime> mark = which == Mark::In ? marks.in : marks.out;
    if (!mark || at.range.length().count() <= 0) {
        state.say(which == Mark::In ? "No beginning is marked: I marks it"
                                    : "No end is marked: O marks it");
        return;
    }
    const std::chrono::duration<double> into = *mark - at.range.in;
    const std::chrono::duration<double> length = at.range.length();
    state.act(ui::SeekTo{into / length});
}

void go_through_history(AppState& state, bool back) {
    if (!state.sitting || state.notebook_desk->cleared) {
        return;
    }
    NotebookDesk& desk = *state.notebook_desk;
    const Notebook& now = desk.store->notebook();
    const std::optional<Notebook> other = back ? desk.history.undo(now) : desk.history.redo(now);
    if (!other) {
        state.say(back ? "There is nothing to undo in the notebook"
                       : "There is nothing to do again in the notebook");
        return;
    }
    state.say(desk.store->change(*other) ? (back ? "Undone" : "Done again")
                                         : "There is no more room in this notebook");
}

}  // namespace

void add_notebook_commands(Deeds& deeds) {
    deeds.emplace("notebook", [](AppState& state) { state.open_notebook(); });
    deeds.emplace("keep", on_stage([](AppState& state) { state.keep_clip(); }));
    deeds.emplace("thought", on_stage([](AppState& state) { state.switch_thought(); }));
    deeds.emplace("mark_in", on_stage([](AppState& state) { mark_here(state, Mark::In); }));
    deeds.emplace("mark_out", on_stage([](AppState& state) { mark_here(state, Mark::Out); }));
    deeds.emplace("go_to_in", on_stage([](AppState& state) { go_to_mark(state, Mark::In); }));
    deeds.emplace("go_to_out", on_stage([](AppState& state) { go_to_mark(state, Mark::Out); }));
    deeds.emplace("undo", [](AppState& state) { go_through_history(state, true); });
    deeds.emplace("redo", [](AppState& state) { go_through_history(state, false); });
}

void AppState::open_notebook_desk() {
    notebook_desk = std::make_unique<NotebookDesk>();
    if (!options.remember) {
        notebook_desk->passing = std::make_unique<PassingFolder>();
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
        desk.store = std::make_shared<NotebookStore>(place_of_notebook(desk, *sitting),
                                                     sitting->module.id, screen::wake);
        say("The notebook is cleared");
    }
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
    interface->drop_focus();
    drop_empty_notes();
    wake_interface(3);
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

std::vector<catalogue::CaptionCue> AppState::cues_of_answer() {
    const catalogue::Answer* answer = sitting->answer();
    const auto files = answer == nullptr ? std::vector<std::filesystem::path>{}
                                         : caption_files(*answer, settings.preferences.captions);
    return files.empty() ? std::vector<catalogue::CaptionCue>{} : cues_as_shown(files.front());
}

// The sentence that is said now, or what was marked; at the end of a clip all of it.
void AppState::keep_clip() {
    const lessons::Cue& cue = sitting->walk.cue();
    const catalogue::Answer* answer = sitting->answer();
    NotebookDesk& desk = *notebook_desk;
    if (answer == nullptr || desk.cleared) {
        say("There is no answer here to keep");
        return;
    }
    NotebookDesk::Marks& marks = marks_of(*this);
    const media::EngineStatus at = status();
    Note note;
    note.kind = NoteKind::Pin;
    note.cell = name_of(sitting->module, cue.cell);
    const bool known = at.cue == cue.number && at.range.length().count() > 0;
    const std::vector<catalogue::CaptionCue> cues = cues_of_answer();
    if (const auto marked = marked_stretch(marks, at.range); known && marked) {
        note.stretch = marked;
        note.quoted = said_in(cues, *marked);
    } else if (known && cue.standing == lessons::Standing::Playing) {
        const std::optional<Said> said = said_at(cues, answer->trim, at.position);
        note.stretch = said ? said->time : TimeRange{at.position, at.position};
        note.quoted = said ? said->text : "";
    }
    const Notebook& notebook = desk.store->notebook();
    const bool kept = std::ranges::any_of(notebook.notes, [&](const Note& other) {
        return other.kind == NoteKind::Pin && other.cell == note.cell &&
               other.stretch == note.stretch;
    });
    if (kept) {
        say("It is in the notebook already");
        return;
    }
    // What is written beside the film becomes the thought beside the pin.
    const bool writes = ui_state.panel == ui::Panel::Thought && desk.thought.cue == cue.number;
    const Note* thought = writes ? catalogue::find_note(notebook, desk.thought.id) : nullptr;
    const bool joins = writes && (thought == nullptr || thought->kind == NoteKind::Thought);
    note.id = joins ? desk.thought.id : new_note_id();
    note.text = joins && thought != nullptr ? thought->text : "";
    bool fits = true;
    change_notebook(desk, [&](NotebookStore& store) { fits = store.put(note); });
    if (!fits) {
        say("There is no more room in this notebook: nothing was kept");
        return;
    }
    marks.pin = note.id;
    say("Kept in the notebook (Ctrl+5)");
}

// The pin that was kept last, by what is marked now.
void AppState::mend_pin() {
    NotebookDesk& desk = *notebook_desk;
    const Note* found = catalogue::find_note(desk.store->notebook(), *desk.marks.pin);
    const auto marked = marked_stretch(desk.marks, status().range);
    if (found == nullptr || !marked) {
        return;
    }
    Note note = *found;
    note.stretch = marked;
    note.quoted = said_in(cues_of_answer(), *marked);
    change_notebook(desk, [&](NotebookStore& store) { store.put(note); });
}

// Which note is written beside the film: the pin that was just kept, else what there is about this
// clip, else a new one.
void AppState::find_thought() {
    NotebookDesk& desk = *notebook_desk;
    const lessons::Cue& cue = sitting->walk.cue();
    desk.thought = {cue.number, {}};
    const NotebookDesk::Marks& marks = marks_of(*this);
    const catalogue::CellName here = name_of(sitting->module, cue.cell);
    for (const Note& note : desk.store->notebook().notes) {
        const bool beside = note.kind == NoteKind::Thought || note.kind == NoteKind::Pin;
        if (beside && note.cell == here && (!marks.pin || desk.thought.id != *marks.pin)) {
            desk.thought.id = note.id;
        }
    }
    if (desk.thought.id.text.empty()) {
        desk.thought.id = new_note_id();
    }
}

void AppState::switch_thought() {
    if (ui_state.panel != ui::Panel::Thought) {
        find_thought();
    } else {
        interface->drop_focus();
    }
    show_panel(ui::Panel::Thought);
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
        change_notebook(desk, [&](NotebookStore& store) { fits = store.put(note); });
        if (!fits || written->full) {
            say("There is no more room here: the last of it was not taken");
        }
    } else if (const auto* out = std::get_if<ui::RemoveNote>(&ask)) {
        change_notebook(desk, [&](NotebookStore& store) { store.remove({out->id}); });
        say("Taken out: Ctrl+Z brings it back");
    } else if (const auto* lay = std::get_if<ui::LayOnBoard>(&ask)) {
        change_notebook(desk, [&](NotebookStore& store) {
            store.set_board(board_with(store.notebook(), {lay->id}, lay->on));
        });
    } else if (const auto* play = std::get_if<ui::PlayPin>(&ask)) {
        play_pin({play->id});
    } else if (const auto* initials = std::get_if<ui::SetInitials>(&ask)) {
        desk.store->set_initials(initials->initials);
    } else if (std::holds_alternative<ui::BringTogether>(ask)) {
        desk.store->bring_together();
    } else if (std::holds_alternative<ui::ClearNotebook>(ask)) {
        interface->drop_focus();
        desk.cleared = true;
        desk.store->erase();
    }
    wake_interface();
}

void AppState::play_pin(const NoteId& id) {
    const Note* note = catalogue::find_note(notebook_desk->store->notebook(), id);
    const auto cell = note != nullptr && note->cell ? cell_of(sitting->module, *note->cell)
                                                    : std::optional<lessons::Cell>{};
    if (!cell || !sitting->walk.grid().playable(*cell)) {
        say("This answer cannot be played");
        return;
    }
    const std::optional<TimeRange> stretch = note->stretch;
    leave_notebook();
    walk_on(lessons::ChooseCell{*cell});
    const catalogue::Answer* answer = sitting->answer();
    if (stretch && answer != nullptr && (!answer->trim || answer->trim->contains(stretch->in))) {
        sitting->transport.resume_at = stretch->in;
    }
    NotebookDesk::Marks& marks = marks_of(*this);
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
        [&](NoteKind kind) { return fresh_id(desk, kind); },
        [&](lessons::Cell cell) {
            return still_pictures->of({still_file(cell), size.width, size.height});
        }};
    desk.view = notebook_view_of(desk.store->notebook(), context);
    desk.view.status = desk.cleared ? "The notebook is being cleared." : desk.status;
    desk.view.copies = desk.store->copies();
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

// Beside the film, while it is open; and on the position bar what is marked.
std::vector<ui::Action> AppState::draw_thought() {
    if (ui_state.panel != ui::Panel::Thought || black) {
        return {};
    }
    NotebookDesk& desk = *notebook_desk;
    const lessons::Cue& cue = sitting->walk.cue();
    if (desk.thought.cue != cue.number) {
        find_thought();
        ui_state.request_focus = true;
    }
    const Note* known = catalogue::find_note(desk.store->notebook(), desk.thought.id);
    Note note = known == nullptr ? Note{} : *known;
    if (known == nullptr) {
        note.id = desk.thought.id;
        note.cell = name_of(sitting->module, cue.cell);
    }
    const NotebookContext context{&sitting->module, &sitting->whole, &sitting->veil, {}, {}, {}};
    ui::ThoughtView view;
    view.pin = pin_view_of(note, desk.store->notebook(), context);
    view.who = stage_view.person;
    view.question = stage_view.question;
    if (!view.pin.moment.empty()) {
        view.marks = "Kept: " + view.pin.moment;
    }
    ui::ThoughtDrawn drawn = ui::thought_panel(view, keys, ui_state, desk.state, film_place);
    for (const ui::NotebookAsk& ask : drawn.notes) {
        take_note(ask);
    }
    return std::move(drawn.asked);
}

void AppState::show_marks(ui::TransportView& transport) {
    const media::EngineStatus at = status();
    const NotebookDesk::Marks& marks = marks_of(*this);
    if (transport.loop_from_s || at.cue != marks.cue) {
        return;
    }
    const auto into = [&](SourceTime mark) {
        return std::chrono::duration<double>(mark - at.range.in).count();
    };
    if (marks.in) {
        transport.loop_from_s = into(*marks.in);
    }
    if (marks.out) {
        transport.loop_to_s = into(*marks.out);
        transport.loop_from_s = transport.loop_from_s.value_or(0);
    }
}

}  // namespace app
