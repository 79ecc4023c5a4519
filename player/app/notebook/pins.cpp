// Keeping what plays, marking a stretch of it, and writing beside it.
#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/command_table.h"
#include "player/app/notebook/data.h"
#include "player/app/stage/shown_captions.h"
#include "player/ui/text.h"

namespace app {
using catalogue::_;
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteKind;
using catalogue::SourceTime;
using catalogue::TimeRange;

std::string clock_in(SourceTime at, const media::EngineStatus& status) {
    return ui::clock_text(std::chrono::duration<double>(at - status.range.in).count());
}

NotebookDesk::Marks& marks_of(AppState& state) {
    return state.notebook_desk->marks_in(state.sitting->walk.cue().number);
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
        state.say(_("Nothing plays here that could be marked"));
        return;
    }
    NotebookDesk::Marks& marks = marks_of(state);
    (which == Mark::In ? marks.in : marks.out) = at.position;
    if (marks.in && marks.out && *marks.out <= *marks.in) {
        (which == Mark::In ? marks.out : marks.in).reset();
    }
    const std::string clock = clock_in(at.position, at);
    const bool kept = marks.pin.has_value();
    state.say(which == Mark::In ? (kept ? _("It begins at {}", clock)
                                        : _("It begins at {}: Ctrl+Enter keeps it", clock))
                                : (kept ? _("It ends at {}", clock)
                                        : _("It ends at {}: Ctrl+Enter keeps it", clock)));
    if (marks.pin) {
        state.mend_pin();
    }
}

void go_to_mark(AppState& state, Mark which) {
    const media::EngineStatus at = state.status();
    const NotebookDesk::Marks& marks = marks_of(state);
    const std::optional<SourceTime> mark = which == Mark::In ? marks.in : marks.out;
    if (!mark || at.range.length().count() <= 0) {
        state.say(which == Mark::In ? _("No beginning is marked: I marks it")
                                    : _("No end is marked: O marks it"));
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
        state.say(back ? _("There is nothing to undo in the notebook")
                       : _("There is nothing to do again in the notebook"));
        return;
    }
    state.say(desk.store->change(*other) ? (back ? _("Undone") : _("Done again"))
                                         : _("There is no more room in this notebook"));
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

// In the first language; nothing while they are being read.
std::optional<std::vector<catalogue::CaptionCue>> AppState::cues_of_answer() {
    const catalogue::Answer* answer = sitting->answer();
    const auto files = answer == nullptr ? std::vector<std::filesystem::path>{}
                                         : caption_files(*answer, settings.preferences.captions);
    if (files.empty()) {
        return std::vector<catalogue::CaptionCue>{};
    }
    std::vector<catalogue::CaptionCue> cues = cues_as_shown(files.front());
    return captions->looked_at(files.front()) ? std::optional{std::move(cues)} : std::nullopt;
}

// The sentence that is said now, or what was marked; at the end of a clip all of it.
void AppState::keep_clip() {
    const lessons::Cue& cue = sitting->walk.cue();
    const catalogue::Answer* answer = sitting->answer();
    NotebookDesk& desk = *notebook_desk;
    if (answer == nullptr || desk.cleared) {
        say(_("There is no answer here to keep"));
        return;
    }
    NotebookDesk::Marks& marks = desk.marks_in(sitting->walk.cue().number);
    const media::EngineStatus at = status();
    Note note;
    note.kind = NoteKind::Pin;
    note.cell = name_of(sitting->module, cue.cell);
    const bool known = at.cue == cue.number && at.range.length().count() > 0;
    const auto read = cues_of_answer();
    const std::vector<catalogue::CaptionCue> cues =
        read.value_or(std::vector<catalogue::CaptionCue>{});
    const bool unquoted = desk.unquoted && desk.unquoted->cue == cue.number;
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
    if (kept || unquoted) {
        say(_("It is in the notebook already"));
        return;
    }
    // What is written beside the film becomes the thought beside the pin.
    const bool writes = ui_state.panel == ui::Panel::Thought && desk.thought.cue == cue.number;
    const Note* thought = writes ? catalogue::find_note(notebook, desk.thought.id) : nullptr;
    const bool joins = writes && (thought == nullptr || thought->kind == NoteKind::Thought);
    note.id = joins ? desk.thought.id : new_note_id();
    note.text = joins && thought != nullptr ? thought->text : "";
    bool fits = true;
    desk.change([&](NotebookStore& store) { fits = store.put(note); });
    if (!fits) {
        say(_("There is no more room in this notebook: nothing was kept"));
        return;
    }
    marks.pin = note.id;
    if (!read && known && note.stretch && note.quoted.empty()) {
        desk.unquoted = {cue.number, note.id, at.position};
    }
    say(_("Kept in the notebook (Ctrl+5)"));
}

void AppState::quote_late() {
    NotebookDesk& desk = *notebook_desk;
    if (!desk.unquoted || desk.unquoted->cue != sitting->walk.cue().number) {
        desk.unquoted.reset();
        return;
    }
    const auto cues = cues_of_answer();
    if (!cues) {
        return;
    }
    const NotebookDesk::Unquoted late = *std::exchange(desk.unquoted, std::nullopt);
    const Note* found = catalogue::find_note(desk.store->notebook(), late.pin);
    if (found == nullptr || !found->stretch) {
        return;
    }
    Note note = *found;
    if (note.stretch->length().count() > 0) {
        note.quoted = said_in(*cues, *note.stretch);
    } else if (const auto said = said_at(*cues, sitting->answer()->trim, late.moment)) {
        note.stretch = said->time;
        note.quoted = said->text;
    }
    desk.change([&](NotebookStore& store) { store.put(note); });
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
    note.quoted = said_in(cues_of_answer().value_or(std::vector<catalogue::CaptionCue>{}), *marked);
    desk.change([&](NotebookStore& store) { store.put(note); });
}

// Which note is written beside the film: the pin that was just kept, else what there is about this
// clip, else a new one.
void AppState::find_thought() {
    NotebookDesk& desk = *notebook_desk;
    const lessons::Cue& cue = sitting->walk.cue();
    desk.thought = {cue.number, {}};
    const NotebookDesk::Marks& marks = desk.marks_in(sitting->walk.cue().number);
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
        view.marks = _("Kept: {}", view.pin.moment);
    }
    ui::ThoughtDrawn drawn = ui::thought_panel(view, keys, ui_state, desk.state, film_place);
    for (const ui::NotebookAsk& ask : drawn.notes) {
        take_note(ask);
    }
    return std::move(drawn.asked);
}

void AppState::show_marks(ui::TransportView& transport) {
    const media::EngineStatus at = status();
    const NotebookDesk::Marks& marks = notebook_desk->marks_in(sitting->walk.cue().number);
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
