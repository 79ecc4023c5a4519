// The parts of the class wall. Private to this folder.
#pragma once

#include <string_view>

#include "player/ui/class_wall_view.h"
#include "player/ui/screen_frame.h"

namespace ui {

// A paragraph, which takes its room from the top.
void take_words(Rect& room, Type type, Colour colour, std::string_view words);

void draw_class_cards(const Rect& place, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn);
// In letters for the back row; over the screen.
void draw_opened_card(const Rect& display, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn);
void draw_hand_in_page(const Rect& place, const ClassWallView& view, ClassWallState& state,
                       ClassWallDrawn& drawn);
void draw_groups_page(const Rect& place, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn);

}  // namespace ui
