// The one line on the stage that says what the way is doing: what was passed over, why the mix
// chose this, where one can go now. Pure.
#pragma once

#include <string>

#include "catalogue/module.h"
#include "lessons/walk.h"
#include "player/ui/views.h"

namespace app {

struct StageLine {
    std::string text;  // may be empty
    std::string next;  // what one more "next" does, when the line asks for it; else empty
};

StageLine stage_line_of(const catalogue::Module& module, const lessons::Walk& walk,
                        ui::PlayState state);

// Why the last wish for somebody whose path differs led nowhere; empty when it did lead somewhere.
std::string no_contrast_text(const catalogue::Module& module, const lessons::Walk& walk);

}  // namespace app
