#include "player/app/notebook/history.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteId;

constexpr std::size_t most_steps = 200;

std::size_t place_of(const Notebook& notebook, const NoteId& id) {
    const auto found = std::ranges::find(notebook.notes, id, &Note::id);
    return static_cast<std::size_t>(found - notebook.notes.begin());
}

std::optional<Note> note_of(const Notebook& notebook, const NoteId& id) {
    const Note* found = catalogue::find_note(notebook, id);
    return found == nullptr ? std::nullopt : std::optional{*found};
}

bool on_board(const Notebook& notebook, const NoteId& id) {
    return std::ranges::find(notebook.board, id) != notebook.board.end();
}

}  // namespace

void NotebookHistory::note(const Notebook& before, const Notebook& after) {
    Step step;
    const auto look_at = [&](const NoteId& id) {
        const bool known = std::ranges::find(step, id, &NoteChange::id) != step.end();
        NoteChange change{id,
                          note_of(before, id),
                          note_of(after, id),
                          std::min(place_of(before, id), place_of(after, id)),
                          on_board(before, id),
                          on_board(after, id)};
        const bool changed =
            change.before != change.after || change.lay_on_board != change.lies_on_board;
        if (changed && !known) {
            step.push_back(std::move(change));
        }
    };
    for (const Note& one : before.notes)
        look_at(one.id);
    for (const Note& one : after.notes)
        look_at(one.id);
    if (step.empty()) {
        return;
    }
    undone_.clear();
    const bool only_text = step.size() == 1 && step.front().before && step.front().after;
    if (only_text && !done_.empty() && done_.back().size() == 1 &&
        done_.back().front().id == step.front().id && done_.back().front().after &&
        done_.back().front().lies_on_board == step.front().lies_on_board) {
        done_.back().front().after = step.front().after;
        return;
    }
    done_.push_back(std::move(step));
    if (done_.size() > most_steps) {
        done_.erase(done_.begin());
    }
}

Notebook NotebookHistory::with(Notebook now, const Step& step, bool undone) {
    for (const NoteChange& change : step) {
        const std::optional<Note>& wanted = undone ? change.before : change.after;
        const std::size_t at = place_of(now, change.id);
        const bool there = at < now.notes.size();
        if (wanted && there) {
            now.notes[at] = *wanted;
        } else if (wanted) {
            const std::size_t place = std::min(change.place, now.notes.size());
            now.notes.insert(now.notes.begin() + static_cast<std::ptrdiff_t>(place), *wanted);
        } else if (there) {
            now.notes.erase(now.notes.begin() + static_cast<std::ptrdiff_t>(at));
        }
        const bool lies = undone ? change.lay_on_board : change.lies_on_board;
        std::erase(now.board, change.id);
        if (lies) {
            now.board.push_back(change.id);
        }
    }
    return now;
}

std::optional<Notebook> NotebookHistory::undo(Notebook now) {
    if (done_.empty()) {
        return std::nullopt;
    }
    undone_.push_back(std::move(done_.back()));
    done_.pop_back();
    return with(std::move(now), undone_.back(), true);
}

std::optional<Notebook> NotebookHistory::redo(Notebook now) {
    if (undone_.empty()) {
        return std::nullopt;
    }
    done_.push_back(std::move(undone_.back()));
    undone_.pop_back();
    return with(std::move(now), done_.back(), false);
}

}  // namespace app
