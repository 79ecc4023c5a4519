#include "player/app/notebook/data.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "catalogue/passages.h"
#include "catalogue/words.h"
#include "player/app/cell_names.h"
#include "player/app/stage/stage_data.h"
#include "player/ui/text.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteKind;

constexpr std::size_t longest_quote_bytes = 600;

bool is_pin(const Note& note) {
    return note.kind == NoteKind::Pin || note.kind == NoteKind::Thought;
}

std::string moment_text(const Note& note, const catalogue::Answer& answer) {
    if (!note.stretch) {
        return {};
    }
    const catalogue::SourceTime begins = answer.trim ? answer.trim->in : catalogue::SourceTime{};
    const auto said = [&](catalogue::SourceTime at) {
        return ui::clock_text(std::chrono::duration<double>(at - begins).count());
    };
    return note.stretch->length().count() > 0
               ? _("{} to {}", said(note.stretch->in), said(note.stretch->out))
               : _("from {}", said(note.stretch->in));
}

std::vector<ui::NoteView> notes_of(const Notebook& notebook, NoteKind kind,
                                   const NotebookContext& context, bool one_more) {
    std::vector<ui::NoteView> views;
    for (const Note& note : notebook.notes) {
        if (note.kind == kind) {
            views.push_back({note.id.text, note.text});
        }
    }
    if (one_more || views.empty()) {
        views.push_back({context.fresh_id(kind).text, {}});
    }
    return views;
}

// How varied it is, not how much.
std::string variety_of(const Notebook& notebook) {
    std::set<catalogue::PersonId> people;
    std::set<catalogue::QuestionId> questions;
    for (const Note& note : notebook.notes) {
        if (is_pin(note) && note.cell) {
            people.insert(note.cell->person);
            questions.insert(note.cell->question);
        }
    }
    return _("From {}, on {}", plural("{} person", "{} people", people.size()),
             plural("{} question", "{} questions", questions.size()));
}

}  // namespace

ui::PinView pin_view_of(const Note& note, const Notebook& notebook,
                        const NotebookContext& context) {
    ui::PinView view;
    view.thought = {note.id.text, note.text};
    view.kind = note.kind;
    view.on_board = std::ranges::find(notebook.board, note.id) != notebook.board.end();
    if (!note.cell) {
        view.who = _("A thought");
        view.absence = _("It is beside no clip.");
        return view;
    }
    const catalogue::Module& module = *context.module;
    const std::optional<lessons::Cell> cell = cell_of(module, *note.cell);
    if (!cell) {
        view.who = _("Somebody");
        view.question = _("A question");
        view.absence = _("This answer is no longer in the module; what you wrote stays.");
        return view;
    }
    const auto person = static_cast<std::size_t>(cell->person);
    const auto question = static_cast<std::size_t>(cell->question);
    view.who = module.people[person].name;
    view.question = catalogue::for_everybody(module.questions[question].label);
    view.theme = module.questions[question].theme;
    const catalogue::Module::Cell& at = module.cell(person, question);
    if (at.state != catalogue::CellState::Playable || !at.answer) {
        view.absence = absence_text(module, *cell);
        return view;
    }
    view.moment = moment_text(note, *at.answer);
    const catalogue::Person& whole = context.whole->people[person];
    view.quoted = context.veil->covers(whole.id) ? catalogue::without_job(note.quoted, whole.job)
                                                 : note.quoted;
    return view;
}

std::vector<std::optional<lessons::Cell>> pin_cells_of(const Notebook& notebook,
                                                       const catalogue::Module& module) {
    std::vector<std::optional<lessons::Cell>> cells;
    for (const Note& note : notebook.notes) {
        if (is_pin(note)) {
            cells.push_back(note.cell ? cell_of(module, *note.cell) : std::nullopt);
        }
    }
    return cells;
}

ui::NotebookView notebook_view_of(const Notebook& notebook, const NotebookContext& context) {
    ui::NotebookView view;
    view.module_title = context.module->title;
    view.initials = notebook.initials;
    for (const Note& note : notebook.notes) {
        if (is_pin(note)) {
            view.pins.push_back(pin_view_of(note, notebook, context));
        }
    }
    const auto cells = pin_cells_of(notebook, *context.module);
    for (const std::size_t pin : context.in_sight) {
        if (pin < cells.size() && cells[pin] && view.pins[pin].playable()) {
            view.pins[pin].image = context.still_of(*cells[pin]);
        }
    }
    view.variety = variety_of(notebook);
    view.noticed = notes_of(notebook, NoteKind::Noticed, context, false);
    view.touches = notes_of(notebook, NoteKind::Touches, context, false);
    view.next = notes_of(notebook, NoteKind::Next, context, false);
    view.guesses = notes_of(notebook, NoteKind::Guess, context, true);
    view.surprises = notes_of(notebook, NoteKind::Surprise, context, true);
    view.questions = notes_of(notebook, NoteKind::Ask, context, true);
    view.alike = notes_of(notebook, NoteKind::Alike, context, false);
    view.apart = notes_of(notebook, NoteKind::Apart, context, false);
    view.myself = notes_of(notebook, NoteKind::Myself, context, false);
    view.people_on_board = catalogue::people_on_board(notebook);
    view.asks_about_oneself = catalogue::board_may_ask_about_oneself(notebook);
    return view;
}

std::optional<Said> said_at(const std::vector<catalogue::CaptionCue>& cues,
                            const std::optional<catalogue::TimeRange>& answer,
                            catalogue::SourceTime moment) {
    std::optional<Said> said;
    for (const catalogue::Passage& passage : catalogue::passages_of(cues, answer)) {
        if (passage.begins > moment) {
            break;
        }
        said = Said{passage.text, {passage.begins, std::max(passage.begins, passage.time.out)}};
    }
    return said;
}

std::string said_in(const std::vector<catalogue::CaptionCue>& cues,
                    const catalogue::TimeRange& stretch) {
    std::string said;
    for (const catalogue::Passage& passage : catalogue::passages_of(cues, stretch)) {
        if (!said.empty() && said.size() + passage.text.size() > longest_quote_bytes) {
            return said + " \u2026";
        }
        said += (said.empty() ? "" : " ") + passage.text;
    }
    return said;
}

}  // namespace app
