// The sound device, and what is done when it is gone. Private to this folder.
#pragma once

namespace app {

struct AppState;

void open_speaker(AppState& state);
// Devices are unplugged, plugged in, and sometimes neither play nor go away.
void look_after_speaker(AppState& state);

}  // namespace app
