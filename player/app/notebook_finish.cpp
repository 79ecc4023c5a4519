// Finishing with a notebook: a copy to take along, and everything away.
#include "player/app/app_state.h"
#include "player/app/folders.h"
#include "player/app/local_time.h"
#include "player/app/take_along.h"
#include "player/paper/notebook_sheets.h"

namespace app {

// As a notebook, to be written on elsewhere, and to be read anywhere.
void AppState::take_notebook_along(std::size_t where) {
    const auto places = take_along_places(documents_folder(), stick_folders());
    const std::vector<std::string>& shown = notebook_desk->view.take_along;
    if (where >= places.size() || where >= shown.size() || places[where].name != shown[where]) {
        say("That place is not there any more");
        return;
    }
    const catalogue::Notebook& notebook = notebook_desk->store->notebook();
    const auto file = places[where].folder / sheet_file_for("notebook.pdf").filename();
    keep_sheet(paper::notebook_sheet(notebook, sitting->whole, sitting->veil),
               {"copy",
                {{std::filesystem::path{file}.replace_extension(".notebook"),
                  catalogue::to_text(notebook),
                  {}}},
                false},
               {file});
}

// With all that was typed of it elsewhere: in memory, and where the sitting keeps what was guessed.
void AppState::clear_notebook() {
    interface->drop_focus();
    notebook_desk->cleared = true;
    notebook_desk->history = {};
    notebook_desk->hook = {};
    notebook_desk->state.writing = {};
    notebook_desk->store->erase();
    sitting->guesses.clear();
    if (!lesson_desk->lesson) lesson_desk->picked.clear();
    save();
}

void AppState::show_take_along(ui::NotebookView& view) {
    view.take_along.clear();
    if (!notebook_desk->state.clearing) return;
    for (const TakeAlongPlace& one : take_along_places(documents_folder(), stick_folders()))
        view.take_along.push_back(one.name);
}

}  // namespace app
