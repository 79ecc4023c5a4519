// All that a presenter's clicker can do, as a list in large letters: forward and back walk it, the
// key for a black screen chooses. Plain data in, what was clicked out, as with the screens
// (views.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/key_table.h"
#include "player/ui/icons.h"
#include "player/ui/views.h"

namespace ui {

struct ClickerItem {
    std::string words;
    std::string detail = {};  // beside them; may be empty
    Icon icon = Icon::None;
};

struct ClickerView {
    std::string title;
    std::string sentence;  // above the list; may be empty
    std::vector<ClickerItem> items;
    std::size_t at = 0;  // that the next press of the black key takes
};

// Over the whole display, while the panel is Clicker; draws its own ground, because what is below
// it is black. `request_focus` brings the keyboard to the item `at`.
// @returns the item that was clicked; closing it changes the panel
std::optional<std::size_t> clicker_panel(const ClickerView& view, const catalogue::KeyTable& keys,
                                         UiState& ui);

}  // namespace ui
