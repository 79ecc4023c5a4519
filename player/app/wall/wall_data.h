// From the module, the walk and what is known of the stills to what the wall shows. Pure.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "lessons/walk.h"
#include "player/app/preparing/still_shelf.h"
#include "player/app/stage/stage_data.h"
#include "player/ui/wall_view.h"

namespace app {

// What the wall shows besides the walk.
struct WallContext {
    const std::vector<AnswerStill>* stills = nullptr;  // by the module's cells; may be fewer
    std::size_t stills_looked_for = 0;
    std::size_t answers = 0;
    std::vector<lessons::Cell> in_sight;  // only these get pictures
    std::optional<lessons::Cell> card;    // what is told more of
    // The texture of a still, by its file: at the size of a cell, or of the card.
    std::function<ui::ImageId(const std::string& file)> still_of;
    std::function<ui::ImageId(const std::string& file)> large_still_of;
    std::function<ShownPicture(std::size_t person)> face_of;
    std::optional<std::string> toast;
    bool black = false;
    std::string hint;                 // of a first run
    std::vector<lessons::Cell> kept;  // in the notebook
};

// What may not be shown on the stage is not shown here, either: both go by the state of the cell.
ui::WallView wall_view_of(const catalogue::Module& module, const lessons::Walk& walk,
                          const WallContext& context);

}  // namespace app
