// The question whether what was kept until a day that is past is still needed (views.h).
#pragma once

#include <optional>
#include <string>

#include "catalogue/key_table.h"
#include "player/ui/views.h"

namespace ui {

struct StillNeededView {
    std::string question;  // what, and until when it was to be kept
    std::string again;     // "Keep it until 31 August 2027"
    std::string goes;      // what deleting does
};

struct StillNeededState {
    bool deleting = false;  // somebody wants it gone, and is asked once more
};

enum class StillNeeded { KeepAnotherYear, Delete, DecideLater };

// Over the screen, while the panel is StillNeeded. Closing it is to decide later.
std::optional<StillNeeded> still_needed_panel(const StillNeededView& view,
                                              const catalogue::KeyTable& keys, UiState& ui,
                                              StillNeededState& state);

}  // namespace ui
