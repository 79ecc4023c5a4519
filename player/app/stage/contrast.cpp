// Somebody whose path differs.
#include "player/app/app_state.h"
#include "player/app/stage/stage_lines.h"

namespace app {

void AppState::go_to_contrast() {
    walk_on(lessons::GoContrast{});
    std::string why_not = no_contrast_text(sitting->module, sitting->walk);
    if (!why_not.empty()) {
        say(std::move(why_not));
    }
}

}  // namespace app
