// Keeping what plays, marking a stretch of it, and writing beside it.
#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/command_table.h"
#include "player/app/notebook/data.h"
#include "player/app/notebook/notebook.h"
#include "player/app/notebook/pins.h"
#include "player/app/stage/film_words.h"
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

// In the first language; nothing while they are being read.
std::optional<std::vector<catalogue::CaptionCue>> cues_of_answer(AppState& state) {
    const catalogue::Answer* answer = state.sitting->answer();
    const auto files = answer == nullptr
                           ? std::vector<std::filesystem::path>{}
                           : caption_files(*answer, state.settings.preferences.captions);
    if (files.empty()) {
        return std::vector<catalogue::CaptionCue>{};
    }
    std::vector<catalogue::CaptionCue> cues = cues_as_shown(state, files.front());
    return state.captions->looked_at(files.front()) ? std::optional{std::move(cues)} : std::nullopt;
}

// The sentence that is said now, or what was marked; at the end of a clip all of it.
void keep_clip(AppState& state) {
    const lessons::Cue& cue = state.sitting->walk.cue();
    const catalogue::Answer* answer = state.sitting->answer();
    NotebookDesk& desk = *state.notebook_desk;
    if (answer == nullptr || desk.cleared) {
        state.say(_("There is no answer here to keep"));
        return;
    }
    NotebookDesk::Marks& marks = desk.marks_in(state.sitting->walk.cue().number);
    const media::EngineStatus at = state.status();
    Note note;
    note.kind = NoteKind::Pin;
    note.cell = name_of(state.sitting->module, cue.cell);
    const bool known = at.cue == cue.number && at.range.length().count() > 0;
    const auto read = cues_of_answer(state);
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
        state.say(_("It is in the notebook already"));
        return;
    }
    // What is written beside the film becomes the thought beside the pin.
    const bool writes =
        state.ui_state.panel == ui::Panel::Thought && desk.thought.cue == cue.number;
    const Note* thought = writes ? catalogue::find_note(notebook, desk.thought.id) : nullptr;
    const bool joins = writes && (thought == nullptr || thought->kind == NoteKind::Thought);
    note.id = joins ? desk.thought.id : new_note_id();
    note.text = joins && thought != nullptr ? thought->text : "";
    bool fits = true;
    desk.change([&](NotebookStore& store) { fits = store.put(note); });
    if (!fits) {
        state.say(_("There is no more room in this notebook: nothing was kept"));
        return;
    }
    marks.pin = note.id;
    if (!read && known && note.stretch && note.quoted.empty()) {
        desk.unquoted = {cue.number, note.id, at.position};
    }
    state.say(_("Kept in the notebook (Ctrl+5)"));
}

// The pin that was kept last, by what is marked now.
void mend_pin(AppState& state) {
    NotebookDesk& desk = *state.notebook_desk;
    const Note* found = catalogue::find_note(desk.store->notebook(), *desk.marks.pin);
    const auto marked = marked_stretch(desk.marks, state.status().range);
    if (found == nullptr || !marked) {
        return;
    }
    Note note = *found;
    note.stretch = marked;
    note.quoted =
        said_in(cues_of_answer(state).value_or(std::vector<catalogue::CaptionCue>{}), *marked);
    desk.change([&](NotebookStore& store) { store.put(note); });
}

// Which note is written beside the film: the pin that was just kept, else what there is about this
// clip, else a new one.
void find_thought(AppState& state) {
    NotebookDesk& desk = *state.notebook_desk;
    const lessons::Cue& cue = state.sitting->walk.cue();
    desk.thought = {cue.number, {}};
    const NotebookDesk::Marks& marks = desk.marks_in(state.sitting->walk.cue().number);
    const catalogue::CellName here = name_of(state.sitting->module, cue.cell);
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

void switch_thought(AppState& state) {
    if (state.ui_state.panel != ui::Panel::Thought) {
        find_thought(state);
    } else {
        state.interface->drop_focus();
    }
    state.show_panel(ui::Panel::Thought);
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
        mend_pin(state);
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
    deeds.emplace("notebook", [](AppState& state) { open_notebook(state); });
    deeds.emplace("keep", on_stage([](AppState& state) { keep_clip(state); }));
    deeds.emplace("thought", on_stage([](AppState& state) { switch_thought(state); }));
    deeds.emplace("mark_in", on_stage([](AppState& state) { mark_here(state, Mark::In); }));
    deeds.emplace("mark_out", on_stage([](AppState& state) { mark_here(state, Mark::Out); }));
    deeds.emplace("go_to_in", on_stage([](AppState& state) { go_to_mark(state, Mark::In); }));
    deeds.emplace("go_to_out", on_stage([](AppState& state) { go_to_mark(state, Mark::Out); }));
    deeds.emplace("undo", [](AppState& state) { go_through_history(state, true); });
    deeds.emplace("redo", [](AppState& state) { go_through_history(state, false); });
}

void quote_late(AppState& state) {
    NotebookDesk& desk = *state.notebook_desk;
    if (!desk.unquoted || desk.unquoted->cue != state.sitting->walk.cue().number) {
        desk.unquoted.reset();
        return;
    }
    const auto cues = cues_of_answer(state);
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
    } else if (const auto said = said_at(*cues, state.sitting->answer()->trim, late.moment)) {
        note.stretch = said->time;
        note.quoted = said->text;
    }
    desk.change([&](NotebookStore& store) { store.put(note); });
}

std::vector<ui::Action> draw_thought(AppState& state) {
    if (state.ui_state.panel != ui::Panel::Thought || state.black) {
        return {};
    }
    NotebookDesk& desk = *state.notebook_desk;
    const lessons::Cue& cue = state.sitting->walk.cue();
    if (desk.thought.cue != cue.number) {
        find_thought(state);
        state.ui_state.request_focus = true;
    }
    const Note* known = catalogue::find_note(desk.store->notebook(), desk.thought.id);
    Note note = known == nullptr ? Note{} : *known;
    if (known == nullptr) {
        note.id = desk.thought.id;
        note.cell = name_of(state.sitting->module, cue.cell);
    }
    const NotebookContext context{
        &state.sitting->module, &state.sitting->whole, &state.sitting->veil, {}, {}, {}};
    ui::ThoughtView view;
    view.pin = pin_view_of(note, desk.store->notebook(), context);
    view.who = state.stage_view.person;
    view.question = state.stage_view.question;
    if (!view.pin.moment.empty()) {
        view.marks = _("Kept: {}", view.pin.moment);
    }
    ui::ThoughtDrawn drawn =
        ui::thought_panel(view, state.keys, state.ui_state, desk.state, state.film_place);
    for (const ui::NotebookAsk& ask : drawn.notes) {
        take_note(state, ask);
    }
    return std::move(drawn.asked);
}

void show_marks(AppState& state, ui::TransportView& transport) {
    const media::EngineStatus at = state.status();
    const NotebookDesk::Marks& marks =
        state.notebook_desk->marks_in(state.sitting->walk.cue().number);
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
