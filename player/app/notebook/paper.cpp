// The notebook on paper, and the sheet for a talk, which its writer sees first.
#include <algorithm>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/sheets/sheet_file.h"
#include "player/app/sheets/sheet_preview.h"
#include "player/app/storage/folders.h"
#include "player/paper/notebook_sheets.h"
#include "player/paper/pdf.h"

namespace app {

void AppState::print_notebook() {
    NotebookDesk& desk = *notebook_desk;
    const catalogue::Notebook& notebook = desk.store->notebook();
    if (desk.state.sheet_open) {
        keep_sheet({catalogue::said_later("sheet for a talk"),
                    paper::without(paper::hook_sheet(notebook, sitting->whole, sitting->veil),
                                   desk.hook.without),
                    {sheet_name_for("talk.pdf")},
                    true});
        return;
    }
    keep_sheet({catalogue::said_later("notebook"),
                paper::notebook_sheet(notebook, sitting->whole, sitting->veil),
                {sheet_name_for("notebook.pdf")},
                true});
}

// Set in type only when it has become another.
void AppState::show_hook_sheet(ui::NotebookView& view) {
    NotebookDesk::Hook& hook = notebook_desk->hook;
    if (!notebook_desk->state.sheet_open) {
        hook.view.reset();
        return;
    }
    const catalogue::Notebook& notebook = notebook_desk->store->notebook();
    if (!hook.view || hook.of != notebook || hook.of_without != hook.without) {
        const paper::Sheet all = paper::hook_sheet(notebook, sitting->whole, sitting->veil);
        const auto fitted = paper::fit(paper::without(all, hook.without), asset_folder() / "fonts");
        if (!fitted) {
            say(catalogue::to_text(fitted.error()));
            notebook_desk->state.sheet_open = false;
            return;
        }
        hook.of = notebook;
        hook.of_without = hook.without;
        hook.view = sheet_view_of(all, hook.without, *fitted);
    }
    view.sheet = hook.view;
}

}  // namespace app
