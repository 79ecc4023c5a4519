// Where everything on the wall goes, which cells can be seen, and where the keyboard goes from
// one. Pure: sizes in, rectangles out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "lessons/grid.h"
#include "player/ui/interface.h"
#include "player/ui/look.h"
#include "player/ui/rect.h"
#include "player/ui/wall_view.h"

namespace ui {

struct WallLayout {
    Rect bar;        // what this is, and buttons
    Rect corner;     // where the headers cross
    Rect people;     // headers across
    Rect questions;  // headers down
    Rect body;       // the cells
    Rect earlier;    // buttons in the corner; empty when everybody fits
    Rect later;
    bool compact = false;  // little room: names without faces

    float cell_width = 0;
    float cell_height = 0;
    float gap = 0;                // between cells
    float band = 0;               // height of a theme's heading
    std::vector<float> row_tops;  // within the content, one for each question
    float content_width = 0;
    float content_height = 0;

    int people_count() const;
    int question_count() const { return static_cast<int>(row_tops.size()); }
    int rows_that_fit() const;  // at least one
};

// @param themes  of the questions, in their order
WallLayout lay_out_wall(float width_px, float height_px, int people,
                        std::span<const std::size_t> themes, const Look& look);

// The largest offset is where the last cell is at the edge.
WallOffset clamped(const WallLayout& layout, WallOffset offset);
Rect cell_place(const WallLayout& layout, lessons::Cell cell, WallOffset offset);
// The heading of the theme that begins at a question.
Rect band_place(const WallLayout& layout, int question, WallOffset offset);
// As little as brings the whole cell into sight, and its theme's heading with it.
WallOffset with_in_sight(const WallLayout& layout, lessons::Cell cell, WallOffset offset);
WallOffset with_in_middle(const WallLayout& layout, lessons::Cell cell);

// Half-open ranges.
struct CellRange {
    int first_person = 0;
    int last_person = 0;
    int first_question = 0;
    int last_question = 0;

    bool operator==(const CellRange&) const = default;
};
// All that can be seen, if only in part.
CellRange cells_in_sight(const WallLayout& layout, WallOffset offset);

// The same, but without people of whom only a part is; one who fills the width counts.
CellRange whole_people_in_sight(const WallLayout& layout, WallOffset offset);

// Arrows to the neighbour, Home and End to the first and last person, PageUp and PageDown as many
// questions as fit. Stays inside the grid. Other keys change nothing.
lessons::Cell moved(const WallLayout& layout, lessons::Cell cell, UiKey key);

// A little nearer to where it is wanted. Arrives in about 150 ms.
WallOffset glided(WallOffset shown, WallOffset wanted, float seconds);

}  // namespace ui
