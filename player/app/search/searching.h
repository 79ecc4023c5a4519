// What the open module's search holds: the part of AppState that belongs to it.
#pragma once

#include <memory>
#include <optional>

#include "player/app/search/kept_findings.h"
#include "player/app/search/search_desk.h"
#include "player/ui/search_view.h"

namespace app {

struct Searching {
    std::unique_ptr<SearchDesk> desk;  // of the sitting
    ui::SearchState state;
    ui::SearchView view;    // as it was last shown
    ui::SearchDrawn drawn;  // the last time; empty while the search is not up
    std::shared_ptr<const Findings> shown;
    bool types_over = false;   // nothing was typed since it came up
    int frames_for_field = 0;  // until the field has the cursor
    bool take_due = false;     // Enter was pressed before its words were found
    bool from_wall = false;
    bool key_is_no_text = false;  // the key that was pressed last has brought the search up
    std::optional<KeptFindings> kept;
    SearchDesk::Words past;  // what was gone to in this sitting, the latest first
};

}  // namespace app
