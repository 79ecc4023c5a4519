// The speaker: opened, watched, and opened again when a device comes.
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/stage/sound_device.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

constexpr auto try_speaker_every = 2s;
constexpr auto speaker_blocked_after = 2s;
// While a film plays, ticks come much more often.
constexpr auto slept_after = 1s;

}  // namespace

void open_speaker(AppState& state) {
    catalogue::Result<screen::Speaker> opened = screen::Speaker::open(state.engine.sound());
    if (opened) {
        state.speaker.emplace(std::move(*opened));
        state.engine.set_speaker_present(true);
        return;
    }
    state.engine.set_speaker_present(false);
}

void look_after_speaker(AppState& state) {
    const bool slept = state.now - state.last_tick > slept_after;
    state.last_tick = state.now;
    if (state.speaker && !state.speaker->alive()) {
        state.speaker.reset();
        state.engine.set_speaker_present(false);
        state.say(_("The sound device is gone; the film goes on without sound"));
        state.try_speaker_at = state.now + try_speaker_every;
    }
    if (state.options.open_speaker && !state.speaker && state.try_speaker_at != WallTime{} &&
        state.now >= state.try_speaker_at) {
        state.try_speaker_at = {};  // again when a device comes
        open_speaker(state);
        if (state.speaker) {
            state.say(_("The sound is there now"));
        }
    }
    if (!state.speaker) {
        return;
    }
    const WallTime pulled = state.speaker->last_pull();
    if (slept || pulled != state.speaker_watch.last_pull) {
        state.speaker_watch = {pulled, state.now, false};
    } else if (!state.speaker_watch.told &&
               state.now - state.speaker_watch.since > speaker_blocked_after) {
        state.speaker_watch.told = true;
        state.say(_("The sound device does not answer; the film goes on without sound"));
    }
}

}  // namespace app
