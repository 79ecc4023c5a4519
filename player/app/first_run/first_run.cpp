// Hints of a first run in the running program. One that forgets everything is never a first one.
#include <algorithm>
#include <chrono>

#include "player/app/app_state.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto hints_saved_after = 1s;

}  // namespace

std::string AppState::hint() const {
    const HintPlace where = place == Place::Wall ? HintPlace::Wall : HintPlace::Stage;
    const bool playing = sitting && sitting->transport.playing;
    const std::optional<Hint> wanted =
        options.remember && !black ? hint_for(where, settings.hints_done, playing) : std::nullopt;
    return wanted ? hint_text(*wanted, keys) : std::string{};
}

void AppState::learned(Hint hint) {
    if (options.remember && mark_done(settings.hints_done, hint)) {
        settings_changed = true;
        save_at = std::min(save_at, now + hints_saved_after);
        wake_interface();
    }
}

}  // namespace app
