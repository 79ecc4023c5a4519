// The bar at the left of the stage, row by row, and which of its rows have room there.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/rect.h"
#include "player/ui/stage_parts.h"

namespace ui {

struct WaysRow {
    enum class Kind { Way, Mix, Command };
    Kind kind = Kind::Command;
    lessons::Way way = lessons::Way::StopAndTalk;  // of a way
    std::string label;
    Icon icon = Icon::None;
    const char* command = "";  // whose key it has
};

// The four ways, the code of a mix, then what is done now and then.
std::vector<WaysRow> ways_rows(const StageView& view);

// Heights in pixels. Rows after the first `shown` are behind a button "More" that ends the bar, as
// high as a command.
struct WaysShare {
    float heading = 0;
    float way = 0;
    float mix = 0;
    float command = 0;
    float gap = 0;  // below a way and a mix
    std::size_t shown = 0;
};
WaysShare share_ways(float height_px, bool compact, std::span<const WaysRow> rows);

lessons::Input input_of_way(lessons::Way way);
void open_seed(UiState& state);

}  // namespace ui
