// Guesses and surprises of the open module, in its notebook. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

struct AppState;

// What is guessed about who is on the stage stands in the notebook, too, and goes with what is
// taken back; what was written on there stays.
void note_guesses(AppState& state, const std::vector<std::string>& before,
                  const std::vector<std::string>& now_said);
// So far, about who is on the stage; nothing while there is no notebook to write it into.
std::optional<std::string> noted_surprise(const AppState& state);
// Taken away altogether, it leaves no empty note behind.
void note_surprise(AppState& state, const std::string& text);

}  // namespace app
