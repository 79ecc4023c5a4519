// From SDL's keys to the chords of catalogue/key_table.h.
#pragma once

#include <SDL.h>

#include <map>
#include <optional>
#include <string_view>

#include "catalogue/key_table.h"

namespace screen {

// Names the keys of one keyboard. Remembers what is held down, so that a key that comes up has the
// name it went down with.
class KeyNames {
public:
    // @param text  what the key typed, as SDL reported it right after; empty: nothing
    // @returns nothing for a modifier alone and for keys without a name
    std::optional<catalogue::Chord> went_down(const SDL_Keysym& key, std::string_view text);
    std::optional<catalogue::Chord> came_up(const SDL_Keysym& key);
    void forget_held() { held_.clear(); }

private:
    std::map<SDL_Scancode, catalogue::Chord> held_;
};

// Whether the modifiers make a command of what is typed with them. `text` as in went_down().
bool is_command(const SDL_Keysym& key, std::string_view text);

}  // namespace screen
