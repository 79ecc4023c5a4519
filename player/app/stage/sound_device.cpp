// The speaker: opened, watched, and opened again when a device comes.
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

constexpr auto try_speaker_every = 2s;
constexpr auto speaker_blocked_after = 2s;
// While a film plays, ticks come much more often.
constexpr auto slept_after = 1s;

}  // namespace

void AppState::open_speaker() {
    catalogue::Result<screen::Speaker> opened = screen::Speaker::open(engine.sound());
    if (opened) {
        speaker.emplace(std::move(*opened));
        engine.set_speaker_present(true);
        return;
    }
    engine.set_speaker_present(false);
}

// Devices are unplugged, plugged in, and sometimes neither play nor go away.
void AppState::look_after_speaker() {
    const bool slept = now - last_tick > slept_after;
    last_tick = now;
    if (speaker && !speaker->alive()) {
        speaker.reset();
        engine.set_speaker_present(false);
        say(_("The sound device is gone; the film goes on without sound"));
        try_speaker_at = now + try_speaker_every;
    }
    if (options.open_speaker && !speaker && try_speaker_at != WallTime{} && now >= try_speaker_at) {
        try_speaker_at = {};  // again when a device comes
        open_speaker();
        if (speaker) {
            say(_("The sound is there now"));
        }
    }
    if (!speaker) {
        return;
    }
    const WallTime pulled = speaker->last_pull();
    if (slept || pulled != speaker_watch.last_pull) {
        speaker_watch = {pulled, now, false};
    } else if (!speaker_watch.told && now - speaker_watch.since > speaker_blocked_after) {
        speaker_watch.told = true;
        say(_("The sound device does not answer; the film goes on without sound"));
    }
}

}  // namespace app
