// The notebook on paper, and the sheet for a talk, which its writer sees first.
#include <algorithm>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/notebook/paper.h"
#include "player/app/sheets/paper.h"
#include "player/app/sheets/sheet_file.h"
#include "player/app/sheets/sheet_preview.h"
#include "player/app/storage/folders.h"
#include "player/paper/notebook_sheets.h"
#include "player/paper/pdf.h"

namespace app {

void print_notebook(AppState& state) {
    NotebookDesk& desk = *state.notebook_desk;
    const catalogue::Notebook& notebook = desk.store->notebook();
    if (desk.state.sheet_open) {
        keep_sheet(
            state,
            {catalogue::said_later("sheet for a talk"),
             paper::without(paper::hook_sheet(notebook, state.sitting->whole, state.sitting->veil),
                            desk.hook.without),
             {sheet_name_for("talk.pdf")},
             true});
        return;
    }
    keep_sheet(state, {catalogue::said_later("notebook"),
                       paper::notebook_sheet(notebook, state.sitting->whole, state.sitting->veil),
                       {sheet_name_for("notebook.pdf")},
                       true});
}

void show_hook_sheet(AppState& state, ui::NotebookView& view) {
    NotebookDesk::Hook& hook = state.notebook_desk->hook;
    if (!state.notebook_desk->state.sheet_open) {
        hook.view.reset();
        return;
    }
    const catalogue::Notebook& notebook = state.notebook_desk->store->notebook();
    if (!hook.view || hook.of != notebook || hook.of_without != hook.without) {
        const paper::Sheet all =
            paper::hook_sheet(notebook, state.sitting->whole, state.sitting->veil);
        const auto fitted = paper::fit(paper::without(all, hook.without), asset_folder() / "fonts");
        if (!fitted) {
            state.say(catalogue::to_text(fitted.error()));
            state.notebook_desk->state.sheet_open = false;
            return;
        }
        hook.of = notebook;
        hook.of_without = hook.without;
        hook.view = sheet_view_of(all, hook.without, *fitted);
    }
    view.sheet = hook.view;
}

}  // namespace app
