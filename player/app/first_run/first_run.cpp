// Hints of a first run in the running program. One that forgets everything is never a first one.
#include <algorithm>
#include <chrono>

#include "player/app/app_state.h"
#include "player/app/first_run/first_run.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto hints_saved_after = 1s;

}  // namespace

std::string hint(const AppState& state) {
    const HintPlace where = state.place == Place::Wall ? HintPlace::Wall : HintPlace::Stage;
    const bool playing = state.sitting && state.sitting->transport.playing;
    const std::optional<Hint> wanted = state.options.remember && !state.black
                                           ? hint_for(where, state.settings.hints_done, playing)
                                           : std::nullopt;
    return wanted ? hint_text(*wanted, state.keys) : std::string{};
}

void learned(AppState& state, Hint hint) {
    if (state.options.remember && mark_done(state.settings.hints_done, hint)) {
        state.settings_changed = true;
        state.save_at = std::min(state.save_at, state.now + hints_saved_after);
        state.wake_interface();
    }
}

}  // namespace app
