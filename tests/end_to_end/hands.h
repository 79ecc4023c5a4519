// Somebody at keyboard and mouse.
#pragma once

#include <optional>
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

    // Writes letters, digits, blanks and signs that are on the keyboard, one after another.
    void type(std::string_view words);

    // The window of a program that has the keyboard; nothing when none has.
    std::optional<unsigned long> listener() const;

private:
    DisplayHandle display_;
};

}  // namespace end_to_end
