#include "player/screen/key_names.h"

#include <array>
#include <string>
#include <utility>

namespace screen {

namespace {

constexpr std::array named_keys = std::to_array<std::pair<SDL_Keycode, const char*>>({
    {SDLK_LEFT, "Left"},
    {SDLK_RIGHT, "Right"},
    {SDLK_UP, "Up"},
    {SDLK_DOWN, "Down"},
    {SDLK_PAGEUP, "PageUp"},
    {SDLK_PAGEDOWN, "PageDown"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_INSERT, "Insert"},
    {SDLK_DELETE, "Delete"},
    {SDLK_BACKSPACE, "Backspace"},
    {SDLK_TAB, "Tab"},
    {SDLK_RETURN, "Enter"},
    {SDLK_RETURN2, "Enter"},
    {SDLK_KP_ENTER, "Enter"},
    {SDLK_ESCAPE, "Escape"},
    {SDLK_SPACE, "Space"},
    {SDLK_KP_SPACE, "Space"},
    {SDLK_F1, "F1"},
    {SDLK_F2, "F2"},
    {SDLK_F3, "F3"},
    {SDLK_F4, "F4"},
    {SDLK_F5, "F5"},
    {SDLK_F6, "F6"},
    {SDLK_F7, "F7"},
    {SDLK_F8, "F8"},
    {SDLK_F9, "F9"},
    {SDLK_F10, "F10"},
    {SDLK_F11, "F11"},
    {SDLK_F12, "F12"},
    {SDLK_AUDIOPLAY, "MediaPlay"},
    {SDLK_AUDIONEXT, "MediaNext"},
    {SDLK_AUDIOPREV, "MediaPrevious"},
    {SDLK_AUDIOSTOP, "MediaStop"},
    {SDLK_APPLICATION, "Menu"},
    {SDLK_MENU, "Menu"},
    {SDLK_KP_DIVIDE, "/"},
    {SDLK_KP_MULTIPLY, "*"},
    {SDLK_KP_MINUS, "-"},
    {SDLK_KP_PLUS, "+"},
    {SDLK_KP_EQUALS, "="},
});

// The number pad: what a key is with Num Lock, and without.
struct PadKey {
    SDL_Keycode code;
    const char* digit;
    const char* move;
};
constexpr std::array pad_keys = std::to_array<PadKey>({
    {SDLK_KP_0, "0", "Insert"},
    {SDLK_KP_1, "1", "End"},
    {SDLK_KP_2, "2", "Down"},
    {SDLK_KP_3, "3", "PageDown"},
    {SDLK_KP_4, "4", "Left"},
    {SDLK_KP_5, "5", nullptr},
    {SDLK_KP_6, "6", "Right"},
    {SDLK_KP_7, "7", "Home"},
    {SDLK_KP_8, "8", "Up"},
    {SDLK_KP_9, "9", "PageUp"},
    {SDLK_KP_PERIOD, ".", "Delete"},
});

// What Shift makes of a key on the keyboard most shortcuts were thought up on. Only asked when the
// layout did not say, which it does whenever a character was typed.
constexpr std::string_view plain_symbols = "`1234567890-=[]\\;',./";
constexpr std::string_view shifted_symbols = "~!@#$%^&*()_+{}|:\"<>?";

bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_symbol(int c) {
    return c > ' ' && c < 0x7F && !is_letter(c);
}

char upper(int c) {
    return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

// The right Alt key made another character out of the key (AltGr), rather than a command of it.
bool is_third_level(const SDL_Keysym& key, std::string_view text) {
    if (text.empty()) return false;
    if ((key.mod & KMOD_MODE) != 0) return true;
    if ((key.mod & KMOD_RALT) == 0) return false;
    return text.size() != 1 || SDL_tolower(text[0]) != key.sym;
}

std::optional<std::string> key_of_scancode(SDL_Scancode code) {
    if (code >= SDL_SCANCODE_A && code <= SDL_SCANCODE_Z) {
        return std::string(1, static_cast<char>('A' + (code - SDL_SCANCODE_A)));
    }
    if (code == SDL_SCANCODE_0) return "0";
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9) {
        return std::string(1, static_cast<char>('1' + (code - SDL_SCANCODE_1)));
    }
    return std::nullopt;
}

}  // namespace

bool is_command(const SDL_Keysym& key, std::string_view text) {
    return (key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0 && !is_third_level(key, text);
}

std::optional<catalogue::Chord> KeyNames::went_down(const SDL_Keysym& key, std::string_view text) {
    const bool third_level = is_third_level(key, text);
    catalogue::Chord chord;
    chord.ctrl = !third_level && (key.mod & KMOD_CTRL) != 0;
    chord.alt = !third_level && (key.mod & KMOD_ALT) != 0;
    chord.shift = (key.mod & KMOD_SHIFT) != 0;

    for (const auto& [code, name] : named_keys) {
        if (code == key.sym) chord.key = name;
    }
    for (const PadKey& pad : pad_keys) {
        if (pad.code != key.sym) continue;
        const char* name = (key.mod & KMOD_NUM) != 0 ? pad.digit : pad.move;
        if (name == nullptr) return std::nullopt;
        chord.key = name;
    }
    const int typed = text.size() == 1 ? text[0] : 0;
    if (chord.key.size() > 1 || (chord.key.size() == 1 && !is_symbol(typed))) {
        // a named key, or one of the number pad that says what it is
    } else if (is_symbol(typed)) {
        chord.key = std::string(1, static_cast<char>(typed));
        chord.shift = false;
    } else if (is_letter(key.sym)) {
        chord.key = std::string(1, upper(key.sym));
    } else if (is_symbol(key.sym)) {
        chord.key = std::string(1, static_cast<char>(key.sym));
        const std::size_t at = plain_symbols.find(static_cast<char>(key.sym));
        // With Ctrl or Alt the key itself is meant: Ctrl+Shift+1 is not Ctrl+!.
        if (chord.shift && !chord.ctrl && !chord.alt && at != std::string_view::npos) {
            chord.key = std::string(1, shifted_symbols[at]);
            chord.shift = false;
        }
    } else if (auto name = key_of_scancode(key.scancode); name && key.sym > 0x7F) {
        // A layout without Latin letters: shortcuts are where they are on one that has them.
        chord.key = *name;
    } else {
        return std::nullopt;
    }
    held_[key.scancode] = chord;
    return chord;
}

std::optional<catalogue::Chord> KeyNames::came_up(const SDL_Keysym& key) {
    const auto held = held_.find(key.scancode);
    if (held == held_.end()) return std::nullopt;
    catalogue::Chord chord = held->second;
    held_.erase(held);
    return chord;
}

}  // namespace screen
