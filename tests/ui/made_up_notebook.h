// A notebook as it may look.
#pragma once

#include "player/ui/notebook_view.h"

namespace ui_tests {

ui::NotebookView empty_notebook();
ui::NotebookView made_up_notebook(std::size_t pins = 4);
ui::SheetView made_up_sheet();
ui::ThoughtView made_up_thought();

}  // namespace ui_tests
