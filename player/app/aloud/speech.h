// What is read aloud, as long as that is on. Private to this folder.
#pragma once

namespace app {

struct AppState;

void use_voice_preferences(AppState& state);
// What the frame that was just drawn has to say.
void read_frame(AppState& state);
void look_after_voice(AppState& state);

}  // namespace app
