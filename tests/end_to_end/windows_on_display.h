// The windows of a display, as its window manager lists them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace end_to_end {

struct PlaceOnScreen {
    int x = 0;
    int y = 0;
    int width_px = 0;
    int height_px = 0;
    bool operator==(const PlaceOnScreen&) const = default;
};

// Where the contents of the window with this title are; nothing when there is none.
std::optional<PlaceOnScreen> place_of_window(const std::string& display, std::string_view title);

// Asks the window manager to put it there. False when there is none.
bool move_window(const std::string& display, std::string_view title, int x, int y);

}  // namespace end_to_end
