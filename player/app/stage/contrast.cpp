// Somebody whose path differs.
#include "player/app/stage/contrast.h"
#include "player/app/app_state.h"
#include "player/app/stage/stage_lines.h"

namespace app {

void go_to_contrast(AppState& state) {
    state.walk_on(lessons::GoContrast{});
    std::string why_not = no_contrast_text(state.sitting->module, state.sitting->walk);
    if (!why_not.empty()) {
        state.say(std::move(why_not));
    }
}

}  // namespace app
