// Hints of a first run. Private to this folder.
#pragma once

#include <string>

#include "player/app/first_run/hints.h"

namespace app {

struct AppState;

std::string hint(const AppState& state);
void learned(AppState& state, Hint hint);

}  // namespace app
