// What a first run is told, three things at most: each stays until it was done once, and never
// comes back. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/key_table.h"

namespace app {

enum class Hint {
    Play,    // on the stage, first
    Choose,  // on the stage, then
    Wall,
};

// What the settings call a hint that has been followed.
inline constexpr std::array<std::pair<Hint, std::string_view>, 3> hint_names{
    {{Hint::Play, "play"}, {Hint::Choose, "choose"}, {Hint::Wall, "wall"}}};

enum class HintPlace { Stage, Wall };

// The one to be shown; `done` is the settings' list. Beside a film that plays nobody is told how to
// begin.
std::optional<Hint> hint_for(HintPlace place, const std::vector<std::string>& done,
                             bool playing = false);

// In words, with the keys that are in use.
std::string hint_text(Hint hint, const catalogue::KeyTable& keys);

// Notes that it was done. False when that was known.
bool mark_done(std::vector<std::string>& done, Hint hint);

}  // namespace app
