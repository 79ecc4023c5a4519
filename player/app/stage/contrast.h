// Going to an answer that is far from this one. Private to this folder.
#pragma once

namespace app {

struct AppState;

void go_to_contrast(AppState& state);

}  // namespace app
