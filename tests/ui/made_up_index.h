// A film that is being marked, made up for the tests.
#pragma once

#include "player/ui/index_view.h"

namespace ui_tests {

// An hour of film with thirty questions, of which twelve are marked, one of them by hand; two of
// them overlap, and one answer has no question yet.
ui::IndexView made_up_index();
// The same film before anything is marked or heard.
ui::IndexView fresh_index();

}  // namespace ui_tests
