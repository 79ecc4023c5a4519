// From the walk and the controls to the engine's orders. Pure.
#pragma once

#include <filesystem>
#include <optional>

#include "catalogue/module.h"
#include "lessons/walk.h"
#include "player/app/transport.h"
#include "player/media/clip_order.h"

namespace app {

// How many clips are asked to be kept warm; the engine takes as many as fit.
inline constexpr std::size_t warm_clips = 7;

// The clip of a cell; nothing where nothing may be played.
std::optional<media::ClipOrder> clip_of(const catalogue::Module& module,
                                        const std::filesystem::path& root, lessons::Cell cell);

// What the engine is told in this frame. `root` is the module's folder; `resting_on` is the cell
// that one press would choose, which is as likely to come as what the way does next; ignored when
// it is not in the grid (drawn before the module changed).
media::EngineOrder conduct(const catalogue::Module& module, const std::filesystem::path& root,
                           const lessons::Walk& walk, const Transport& transport,
                           std::optional<lessons::Cell> resting_on = std::nullopt);

}  // namespace app
