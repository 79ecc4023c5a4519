// Taking the notebook along, and clearing it. Private to this folder.
#pragma once

#include <cstddef>

#include "player/ui/notebook_view.h"

namespace app {

struct AppState;

// As a notebook, to be written on elsewhere, and to be read anywhere.
void take_notebook_along(AppState& state, std::size_t where);
// With all that was typed of it elsewhere: in memory, and where the sitting keeps what was guessed.
void clear_notebook(AppState& state);
// Looked for when the question comes up: the documents, too, may be on a share.
void show_take_along(AppState& state, ui::NotebookView& view);

}  // namespace app
