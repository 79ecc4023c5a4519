// What the keys of a presenter's clicker do: next and previous, whatever is on the screen, and
// everything else from a menu. Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "player/app/clicker/menu.h"
#include "player/app/place.h"
#include "player/screen/events.h"

namespace app {

struct AppState;

// How far somebody has come who has nothing but a clicker.
struct ClickerPart {
    ClickerMenu menu;  // while the panel is Clicker
    // On the wall a question is chosen first, and then who answers it.
    enum class OnWall { No, Questions, People } on_wall = OnWall::No;
    std::optional<std::size_t> module;  // of the start screen, that the next press opens
    bool menu_known = false;            // in this run somebody was told of it, or had it up
};

// The lesson's next step; without a lesson, the way's next clip. On the start screen it goes on
// where the class was, and among the plans it starts the chosen one: whoever stands in front of the
// class gets everywhere with one button.
void go_on(AppState& state);
void go_back(AppState& state);

// Goes on with the module that is open, or that was open last.
void enter_from_start(AppState& state);

// Offered every key first, of both windows. On a black screen "back" opens the menu; in it, on the
// start screen, on the wall that it led to and in a question the few keys choose. False: the key
// means what it always does.
bool take_by_clicker(AppState& state, const screen::KeyDown& key);

// On the stage the screen goes black: what is chosen next is for the teacher alone.
void open_clicker_menu(AppState& state);
// Over the screen, while the panel is Clicker.
void draw_clicker_menu(AppState& state);
// Does what was chosen (clicker_deeds.cpp).
void do_by_clicker(AppState& state, const ClickerEntry& entry);
ClickerMoment clicker_moment(const AppState& state);

// What the keys do on the start screen and on the wall, while they choose there; else empty.
std::string clicker_hint(const ClickerPart& clicker, Place place);

// Whether the class sees a black screen, in whichever window; and takes it away.
bool is_dark(const AppState& state);
void end_black(AppState& state);

}  // namespace app
