// What happens to the windows, as plain values. There is one queue for all windows: the window
// system has only one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "catalogue/key_table.h"

namespace screen {

using WallTime = std::chrono::steady_clock::time_point;
using WindowId = std::uint32_t;  // Window::id(); 0: no window in particular

// A key went down. Chords are named as in catalogue/key_table.h: letters are upper-case and keep
// Shift ("Shift+R"); other characters are what the keyboard's layout makes of the key, with Shift
// left out ("?", not "Shift+/"); digits of the number pad are digits. Modifiers alone and keys
// without a name make no event.
struct KeyDown {
    catalogue::Chord chord;
    bool repeat = false;  // the key is held and the system repeats it
    WindowId window = 0;
};

// The same chord as when it went down, even if a modifier was let go before.
struct KeyUp {
    catalogue::Chord chord;
    WindowId window = 0;
};

// Typed, by whatever means; follows the KeyDown that made it. Valid UTF-8, no control characters;
// nothing for Ctrl and Alt combinations.
struct Text {
    std::string utf8;
    WindowId window = 0;
};

enum class PointerButton { Left, Middle, Right };

// Positions are pixels of the window.
struct MouseMoved {
    float x_px = 0;
    float y_px = 0;
    WindowId window = 0;
};
struct MouseButton {
    PointerButton button = PointerButton::Left;
    bool down = false;
    int clicks = 1;  // 2: the second of a double click
    float x_px = 0;
    float y_px = 0;
    WindowId window = 0;
};
struct MouseWheel {
    float x = 0;  // notches to the right
    float y = 0;  // notches away from the user
    WindowId window = 0;
};
struct MouseLeft {  // the pointer is outside the window
    WindowId window = 0;
};

struct Resized {
    int width_px = 0;
    int height_px = 0;
    WindowId window = 0;
};
struct Exposed {  // the screen lost what was shown: repaint()
    WindowId window = 0;
};
struct FocusGained {
    WindowId window = 0;
};
struct FocusLost {  // keys that were down get no KeyUp any more
    WindowId window = 0;
};
struct CloseRequested {  // window 0: the whole program is asked to end
    WindowId window = 0;
};

struct AudioDeviceAdded {};  // also once for every device there is when sound is started
struct AudioDeviceLost {};   // ask Speaker::alive() whether it was ours
struct RendererReset {};     // call textures_lost() of every window, then show
struct Woken {};             // by wake()
struct FileDropped {
    std::string path;
    WindowId window = 0;
};

using Event = std::variant<KeyDown, KeyUp, Text, MouseMoved, MouseButton, MouseWheel, MouseLeft,
                           Resized, Exposed, FocusGained, FocusLost, CloseRequested,
                           AudioDeviceAdded, AudioDeviceLost, RendererReset, Woken, FileDropped>;

// Sleeps until something happens or `until` has come (at most 2 ms late), then hands over all that
// happened, in order; nothing = for as long as it takes, a time that has passed = does not sleep.
// May come back early with nothing. Main thread only.
std::vector<Event> wait_events(std::optional<WallTime> until);

// Ends the sleep of wait_events, or its next one, with a Woken; several calls before it looks make
// one. Any thread; where there is no Platform there is no sleep to end, and nothing happens.
void wake();

// Told by the Platform that opens and closes it.
void set_queue_there(bool there);

}  // namespace screen
