// The parts of the wall, one function and one file each. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/wall_layout.h"
#include "player/ui/wall_view.h"

namespace ui {

// What a pointer or the keyboard did to the cells in this frame.
struct WallTouch {
    std::optional<lessons::Cell> hovered;
    std::optional<lessons::Cell> clicked;
    bool focused = false;  // the keyboard is on `state.at`
};

// Of the cells' list, for the layer.
std::uint32_t wall_list_id();
std::uint32_t cell_id(const WallView& view, lessons::Cell cell);
// "Moira Henderson – Yesterday", and "0:52, heard" or why there is nothing.
std::string cell_says(const WallView& view, lessons::Cell cell);
std::string cell_value(const WallView& view, lessons::Cell cell);
void note_unseen_cell(const WallView& view, lessons::Cell cell);

void draw_wall_headers(const WallLayout& layout, const WallView& view, const WallState& state);
WallTouch draw_wall_cells(const WallLayout& layout, const WallView& view, const WallState& state);
void draw_wall_card(const WallLayout& layout, const WallView& view, const WallState& state);
Rect wall_card_picture(const WallLayout& layout);  // at the origin: its size

// The same cells as rows of words, question by question. Moves `state.at` by itself.
WallTouch draw_wall_list(const Rect& place, const WallView& view, WallState& state, float seconds,
                         bool& moving);

// Wheel and finger on a region: moves `wanted`, and `shown` with it while it is dragged.
void scroll_plane(const Rect& place, float step_px, WallOffset& shown, WallOffset& wanted,
                  bool& dragging, WallOffset& drag_from);

}  // namespace ui
