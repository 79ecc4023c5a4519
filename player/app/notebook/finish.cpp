// Finishing with a notebook: a copy to take along, and everything away.
#include "player/app/app_state.h"
#include "player/app/class_wall/desk.h"
#include "player/app/notebook/take_along.h"
#include "player/app/sheets/sheet_file.h"
#include "player/paper/notebook_sheets.h"

namespace app {

// As a notebook, to be written on elsewhere, and to be read anywhere.
void AppState::take_notebook_along(std::size_t where) {
    const NotebookDesk& desk = *notebook_desk;
    if (where >= desk.take_along.size()) return;
    const catalogue::Notebook& notebook = desk.store->notebook();
    const std::string name = sheet_name_for("notebook");
    keep_sheet({"copy",
                paper::notebook_sheet(notebook, sitting->whole, sitting->veil),
                {name + ".pdf"},
                false,
                desk.take_along[where].folder,
                {{name + ".notebook", catalogue::to_text(notebook)}}});
}

// With all that was typed of it elsewhere: in memory, and where the sitting keeps what was guessed.
void AppState::clear_notebook() {
    interface->drop_focus();
    notebook_desk->cleared = true;
    notebook_desk->history = {};
    notebook_desk->hook = {};
    notebook_desk->state.writing = {};
    notebook_desk->store->erase();
    forget_notebook(*this);
    sitting->guesses.clear();
    if (class_wall) class_wall->forget_writer();
    if (!lesson_desk->lesson) lesson_desk->picked.clear();
    save();
}

// Looked for when the question comes up: the documents, too, may be on a share.
void AppState::show_take_along(ui::NotebookView& view) {
    NotebookDesk& desk = *notebook_desk;
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
