// The notebook on paper. Private to this folder.
#pragma once

#include "player/ui/notebook_view.h"

namespace app {

struct AppState;

void print_notebook(AppState& state);
// Set in type only when it has become another.
void show_hook_sheet(AppState& state, ui::NotebookView& view);

}  // namespace app
