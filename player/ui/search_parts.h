// The rows of the search, one above the other. Private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/search_view.h"

namespace ui {

// Where each row goes within the list; headings stand above the first of their kind.
struct SearchLayout {
    struct Row {
        Rect place;           // from the list's upper left
        std::size_t row = 0;  // of names and passages together
    };
    std::vector<Row> rows;
    struct Heading {
        Rect place;
        std::string words;
    };
    std::vector<Heading> headings;
    float height = 0;
    SizePx picture_px;  // of a passage's still
};
SearchLayout lay_out_search(const SearchView& view, float width);

// True when it was pressed.
bool draw_search_row(const Rect& place, const SearchView& view, std::size_t row, bool chosen,
                     SizePx picture_px);
std::string search_row_name(const SearchView& view, std::size_t row);
std::uint32_t search_row_id(std::size_t row);

}  // namespace ui
