// From the walk and the controls to the engine's orders. Pure.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "catalogue/module.h"
#include "lessons/walk.h"
#include "player/app/preparing/answer_loudness.h"
#include "player/app/stage/transport.h"
#include "player/media/clip_order.h"

namespace app {

// How many clips are asked to be kept warm; the engine takes as many as fit.
inline constexpr std::size_t warm_clips = 7;

// The clip of a cell; nothing where nothing may be played.
std::optional<media::ClipOrder> clip_of(const catalogue::Module& module,
                                        const std::filesystem::path& root, lessons::Cell cell);

// What may come next, most likely first. `resting_on` is the cell that one press would choose,
// which is as likely as what the way does next; ignored when it is not in the grid (drawn before
// the module changed).
std::vector<lessons::Cell> likely_next(const lessons::Walk& walk,
                                       std::optional<lessons::Cell> resting_on = std::nullopt);

// What the engine is told in this frame. `root` is the module's folder; `likely` is likely_next();
// `known` is what was measured so far.
media::EngineOrder conduct(const catalogue::Module& module, const std::filesystem::path& root,
                           const lessons::Walk& walk, const Transport& transport,
                           const std::vector<lessons::Cell>& likely, const KnownLoudness& known);

}  // namespace app
