// Finishing with a notebook: a copy to take along, and everything away.
#include "player/app/notebook/finish.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/desk.h"
#include "player/app/notebook/take_along.h"
#include "player/app/sheets/paper.h"
#include "player/app/sheets/sheet_file.h"
#include "player/paper/notebook_sheets.h"

namespace app {

void take_notebook_along(AppState& state, std::size_t where) {
    const NotebookDesk& desk = *state.notebook_desk;
    if (where >= desk.take_along.size()) return;
    const catalogue::Notebook& notebook = desk.store->notebook();
    const std::string name = sheet_name_for("notebook");
    keep_sheet(state, {"copy",
                       paper::notebook_sheet(notebook, state.sitting->whole, state.sitting->veil),
                       {name + ".pdf"},
                       false,
                       desk.take_along[where].folder,
                       {{name + ".notebook", catalogue::to_text(notebook)}}});
}

void clear_notebook(AppState& state) {
    state.interface->drop_focus();
    state.notebook_desk->cleared = true;
    state.notebook_desk->history = {};
    state.notebook_desk->hook = {};
    state.notebook_desk->state.writing = {};
    state.notebook_desk->store->erase();
    forget_notebook(state);
    state.sitting->guesses.clear();
    if (state.class_wall) state.class_wall->forget_writer();
    if (!state.lesson_desk->lesson) state.lesson_desk->picked.clear();
    state.save();
}

void show_take_along(AppState& state, ui::NotebookView& view) {
    NotebookDesk& desk = *state.notebook_desk;
    if (!desk.state.clearing) {
        desk.finding_places.reset();
        desk.take_along.clear();
    } else if (!desk.finding_places) {
        desk.finding_places = std::make_unique<Awaited<std::vector<TakeAlongPlace>>>(
            find_take_along_places, screen::wake);
    }
    if (desk.finding_places) {
        if (auto found = desk.finding_places->take()) desk.take_along = *std::move(found);
    }
    view.take_along.clear();
    for (const TakeAlongPlace& one : desk.take_along)
        view.take_along.push_back(one.name);
}

}  // namespace app
