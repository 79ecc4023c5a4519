#include "player/screen/key_names.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using catalogue::Chord;
using screen::KeyNames;

namespace catalogue {
std::ostream& operator<<(std::ostream& out, const Chord& chord) {
    return out << (chord.ctrl ? "Ctrl+" : "") << (chord.alt ? "Alt+" : "")
               << (chord.shift ? "Shift+" : "") << chord.key;
}
}  // namespace catalogue

namespace {

SDL_Keysym keysym(SDL_Scancode scancode, SDL_Keycode sym, int mod = KMOD_NONE) {
    SDL_Keysym made{};
    made.scancode = scancode;
    made.sym = sym;
    made.mod = static_cast<Uint16>(mod);
    return made;
}

}  // namespace

TEST_CASE("a key has the name that the key table writes") {
    struct Row {
        const char* says;
        SDL_Keysym key;
        const char* text;
        Chord chord;
    };
    const Row rows[] = {
        {"a letter", keysym(SDL_SCANCODE_K, SDLK_k), "k", {false, false, false, "K"}},
        {"a letter with caps lock",
         keysym(SDL_SCANCODE_K, SDLK_k, KMOD_CAPS),
         "K",
         {false, false, false, "K"}},
        {"a letter keeps Shift",
         keysym(SDL_SCANCODE_R, SDLK_r, KMOD_LSHIFT),
         "R",
         {false, false, true, "R"}},
        {"Ctrl and a letter",
         keysym(SDL_SCANCODE_F, SDLK_f, KMOD_LCTRL),
         "",
         {true, false, false, "F"}},
        {"Alt and a letter, typed all the same",
         keysym(SDL_SCANCODE_F, SDLK_f, KMOD_LALT),
         "f",
         {false, true, false, "F"}},
        {"right Alt that makes no other letter",
         keysym(SDL_SCANCODE_F, SDLK_f, KMOD_RALT),
         "f",
         {false, true, false, "F"}},
        {"a digit", keysym(SDL_SCANCODE_5, SDLK_5), "5", {false, false, false, "5"}},
        {"a digit with Ctrl",
         keysym(SDL_SCANCODE_5, SDLK_5, KMOD_RCTRL),
         "",
         {true, false, false, "5"}},
        {"a digit of the number pad",
         keysym(SDL_SCANCODE_KP_5, SDLK_KP_5, KMOD_NUM),
         "5",
         {false, false, false, "5"}},
        {"the number pad without Num Lock",
         keysym(SDL_SCANCODE_KP_4, SDLK_KP_4),
         "",
         {false, false, false, "Left"}},
        {"Enter of the number pad",
         keysym(SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER),
         "",
         {false, false, false, "Enter"}},
        {"plus of the number pad",
         keysym(SDL_SCANCODE_KP_PLUS, SDLK_KP_PLUS, KMOD_NUM),
         "+",
         {false, false, false, "+"}},
        {"a question mark of an English keyboard",
         keysym(SDL_SCANCODE_SLASH, SDLK_SLASH, KMOD_LSHIFT),
         "?",
         {false, false, false, "?"}},
        {"a question mark of a German keyboard",
         keysym(SDL_SCANCODE_MINUS, 0xDF, KMOD_LSHIFT),
         "?",
         {false, false, false, "?"}},
        {"a slash of a German keyboard",
         keysym(SDL_SCANCODE_7, SDLK_7, KMOD_LSHIFT),
         "/",
         {false, false, false, "/"}},
        {"a bracket of a German keyboard",
         keysym(SDL_SCANCODE_8, SDLK_8, KMOD_RALT),
         "[",
         {false, false, false, "["}},
        {"the same on a system that calls it Ctrl and Alt",
         keysym(SDL_SCANCODE_8, SDLK_8, KMOD_LCTRL | KMOD_RALT),
         "[",
         {false, false, false, "["}},
        {"a digit of a French keyboard",
         keysym(SDL_SCANCODE_1, SDLK_AMPERSAND, KMOD_LSHIFT),
         "1",
         {false, false, false, "1"}},
        {"a question mark that nobody typed",
         keysym(SDL_SCANCODE_SLASH, SDLK_SLASH, KMOD_RSHIFT),
         "",
         {false, false, false, "?"}},
        {"Ctrl and equals",
         keysym(SDL_SCANCODE_EQUALS, SDLK_EQUALS, KMOD_LCTRL),
         "",
         {true, false, false, "="}},
        {"Ctrl and equals, typed all the same",
         keysym(SDL_SCANCODE_EQUALS, SDLK_EQUALS, KMOD_LCTRL),
         "=",
         {true, false, false, "="}},
        {"Ctrl, Shift and a digit",
         keysym(SDL_SCANCODE_1, SDLK_1, KMOD_LCTRL | KMOD_LSHIFT),
         "",
         {true, false, true, "1"}},
        {"a letter of a Greek keyboard",
         keysym(SDL_SCANCODE_K, 0x3BA),
         "\u03BA",
         {false, false, false, "K"}},
        {"a letter of a Cyrillic keyboard with Ctrl",
         keysym(SDL_SCANCODE_F, 0x430, KMOD_LCTRL),
         "",
         {true, false, false, "F"}},
        {"Space", keysym(SDL_SCANCODE_SPACE, SDLK_SPACE), " ", {false, false, false, "Space"}},
        {"Shift and Space",
         keysym(SDL_SCANCODE_SPACE, SDLK_SPACE, KMOD_LSHIFT),
         " ",
         {false, false, true, "Space"}},
        {"Alt and an arrow",
         keysym(SDL_SCANCODE_LEFT, SDLK_LEFT, KMOD_LALT),
         "",
         {false, true, false, "Left"}},
        {"Ctrl, Shift and an arrow",
         keysym(SDL_SCANCODE_LEFT, SDLK_LEFT, KMOD_CTRL | KMOD_SHIFT),
         "",
         {true, false, true, "Left"}},
        {"a function key with Alt",
         keysym(SDL_SCANCODE_F5, SDLK_F5, KMOD_LALT),
         "",
         {false, true, false, "F5"}},
        {"a clicker",
         keysym(SDL_SCANCODE_PAGEDOWN, SDLK_PAGEDOWN),
         "",
         {false, false, false, "PageDown"}},
        {"a media key",
         keysym(SDL_SCANCODE_AUDIOPREV, SDLK_AUDIOPREV),
         "",
         {false, false, false, "MediaPrevious"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.says);
        KeyNames names;
        const auto chord = names.went_down(row.key, row.text);
        REQUIRE(chord.has_value());
        CHECK(*chord == row.chord);
    }
}

TEST_CASE("modifiers alone and keys without a name say nothing") {
    const SDL_Keysym rows[] = {
        keysym(SDL_SCANCODE_LSHIFT, SDLK_LSHIFT, KMOD_LSHIFT),
        keysym(SDL_SCANCODE_RALT, SDLK_RALT, KMOD_RALT),
        keysym(SDL_SCANCODE_CAPSLOCK, SDLK_CAPSLOCK, KMOD_CAPS),
        keysym(SDL_SCANCODE_KP_5, SDLK_KP_5),
        keysym(SDL_SCANCODE_BRIGHTNESSUP, SDLK_BRIGHTNESSUP),
        keysym(SDL_SCANCODE_UNKNOWN, SDLK_UNKNOWN),
    };
    for (const SDL_Keysym& key : rows) {
        CAPTURE(key.sym);
        KeyNames names;
        CHECK(!names.went_down(key, "").has_value());
        CHECK(!names.came_up(key).has_value());
    }
}

TEST_CASE("a key comes up with the name it went down with") {
    KeyNames names;
    const auto down = names.went_down(keysym(SDL_SCANCODE_SLASH, SDLK_SLASH, KMOD_LSHIFT), "?");
    const auto up = names.came_up(keysym(SDL_SCANCODE_SLASH, SDLK_SLASH));
    REQUIRE(up.has_value());
    CHECK(*up == *down);
    CHECK(!names.came_up(keysym(SDL_SCANCODE_SLASH, SDLK_SLASH)).has_value());
}
