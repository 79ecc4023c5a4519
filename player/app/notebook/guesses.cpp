// What a class guesses about somebody, and what surprised it then, as notes.
#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/cell_names.h"
#include "player/app/notebook/guesses.h"

namespace app {
using catalogue::_;
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteKind;

// Those of `lines` that `others` has not, each as often as it is more often there.
std::vector<std::string> lines_beyond(std::vector<std::string> lines,
                                      const std::vector<std::string>& others) {
    for (const std::string& other : others) {
        const auto found = std::ranges::find(lines, other);
        if (found != lines.end()) lines.erase(found);
    }
    return lines;
}

// The latest of what surprised somebody about this person.
const Note* surprise_about(const Notebook& notebook, const catalogue::PersonId& person) {
    const auto found =
        std::find_if(notebook.notes.rbegin(), notebook.notes.rend(), [&](const Note& note) {
            return note.kind == NoteKind::Surprise && note.cell && note.cell->person == person;
        });
    return found == notebook.notes.rend() ? nullptr : &*found;
}

}  // namespace

void note_guesses(AppState& state, const std::vector<std::string>& before,
                  const std::vector<std::string>& now_said) {
    NotebookDesk& desk = *state.notebook_desk;
    const catalogue::CellName here = name_of(state.sitting->module, state.sitting->walk.cue().cell);
    for (const std::string& line : lines_beyond(now_said, before)) {
        Note note;
        note.id = new_note_id();
        note.kind = NoteKind::Guess;
        note.cell = here;
        note.text = line;
        if (!desk.store->put(std::move(note)))
            state.say(_("There is no more room in this notebook"));
    }
    for (const std::string& line : lines_beyond(before, now_said)) {
        const auto& notes = desk.store->notebook().notes;
        const auto found = std::ranges::find_if(notes, [&](const Note& note) {
            return note.kind == NoteKind::Guess && note.text == line && note.cell &&
                   note.cell->person == here.person;
        });
        if (found != notes.end()) desk.store->remove(catalogue::NoteId{found->id});
    }
}

std::optional<std::string> noted_surprise(const AppState& state) {
    if (state.notebook_desk->cleared) return std::nullopt;
    const catalogue::CellName here = name_of(state.sitting->module, state.sitting->walk.cue().cell);
    const Note* note = surprise_about(state.notebook_desk->store->notebook(), here.person);
    return note == nullptr ? std::string{} : note->text;
}

void note_surprise(AppState& state, const std::string& text) {
    NotebookDesk& desk = *state.notebook_desk;
    if (desk.cleared) return;
    const catalogue::CellName here = name_of(state.sitting->module, state.sitting->walk.cue().cell);
    const Note* known = surprise_about(desk.store->notebook(), here.person);
    Note note = known == nullptr ? Note{} : *known;
    if (known == nullptr) {
        note.id = new_note_id();
        note.kind = NoteKind::Surprise;
        note.cell = here;
    }
    note.text = text;
    bool fits = true;
    desk.change([&](NotebookStore& store) {
        text.empty() ? store.remove(note.id) : void(fits = store.put(note));
    });
    if (!fits) state.say(_("There is no more room in this notebook"));
}

}  // namespace app
