// Drawing: filled rectangles with small corners, words that fit, icons, pictures and the markers
// of the themes. Into the window that is being drawn; nothing here can be clicked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "player/ui/icons.h"
#include "player/ui/look.h"
#include "player/ui/rect.h"
#include "player/ui/theme.h"

namespace ui::paint {

enum class Align { Start, Middle, End };

// --- shapes ---
void fill(const Rect& rect, Colour colour);        // square corners
void fill_round(const Rect& rect, Colour colour);  // small corners
void box(const Rect& rect, Colour ground, Colour edge, float edge_px);
void outline(const Rect& rect, Colour colour, float thick_px);  // square, nothing inside
void triangle(float x1, float y1, float x2, float y2, float x3, float y3, Colour colour);
void disc(float x, float y, float radius, Colour colour);

// The marker of a theme: a shape of its own and a colour of its own, so that neither is needed
// alone. Eight shapes, then round again.
void theme_marker(float x, float y, float size_px, std::size_t theme);

// --- words ---
float text_width(Type type, std::string_view text);
// One line, cut with an ellipsis to fit; vertically in the middle. Returns the width used. A line
// that the edge of a scrolled region goes through recedes, here and below.
float text(const Rect& rect, Type type, Colour colour, std::string_view words,
           Align align = Align::Start);
// The same, but the beginning gives way: of a path the end says more.
float text_end(const Rect& rect, Type type, Colour colour, std::string_view words);
// A title: in the largest letters in which it fits into the line; else in two lines, where the
// rectangle is as tall as that. Returns the width used.
float heading(const Rect& rect, Colour colour, std::string_view words);
// Lines of at most `width` pixels; line ends of the text are kept, over-long words divided.
std::vector<std::string> wrapped(Type type, std::string_view words, float width);
// The least width in which the words take at most so many lines, none of them divided.
float width_in_lines(Type type, std::string_view words, std::size_t lines);
// Wrapped from the top of the rectangle, at most `most_lines` of them and at most what fits; the
// last one ends in an ellipsis when there is more. Returns the height used.
float paragraph(const Rect& rect, Type type, Colour colour, std::string_view words,
                int most_lines = 1000, Align align = Align::Start);
// Height that a whole paragraph needs.
float paragraph_height(Type type, std::string_view words, float width, int most_lines = 1000);
float leading(Type type);  // from one line of a paragraph to the next

// --- pictures ---
// Recedes, like a line of words, where the edge of a scrolled region goes through it.
void icon(float middle_x, float middle_y, Icon icon, IconSize size, Colour colour);
// Fills the rectangle, cut to its aspect. `aspect` is that of the picture: width by height.
void picture(const Rect& rect, std::uint64_t texture, float aspect, Colour tint = as_it_is);

}  // namespace ui::paint
