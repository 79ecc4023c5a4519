// Somebody at keyboard and mouse.
#pragma once

#include <string>
#include <string_view>

#include "catalogue/key_table.h"
#include "tests/end_to_end/display_handle.h"

namespace end_to_end {

// Types and points on one display, into the window that has the focus. One thread.
class Hands {
public:
    // Throws std::runtime_error when the display takes no made-up input.
    explicit Hands(const std::string& display);

    // "Ctrl+Left", "Space", "n": as assets/keys.yaml writes it. Throws std::invalid_argument for
    // what is no key of this keyboard.
    void press(std::string_view chord);
    void press(const catalogue::Chord& chord);

    void move_to(int x_px, int y_px);
    void click(int x_px, int y_px);

    // Whether a window of a program has the keyboard.
    bool somebody_listens() const;

private:
    DisplayHandle display_;
};

}  // namespace end_to_end
