// Marking where answers lie: the screen for it. Private to this folder.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "player/app/index/on_disk.h"
#include "player/app/index/wanted.h"
#include "player/ui/views.h"

namespace app {

struct AppState;

// Fails where it is known at once that there is nothing to mark.
catalogue::Outcome open_index(AppState& state, const std::filesystem::path& root,
                              const IndexWanted& wanted);
// What was waited for has been read.
catalogue::Outcome show_index(AppState& state, catalogue::Result<IndexOnDisk> found);
// What waits to be saved is saved. Nothing where no film is being marked.
void close_index(AppState& state);

// The following only while somebody marks a film: in every tick, for a command (true when it is
// done with, also when it has no meaning here), and when the screen is drawn.
void drive_index(AppState& state);
bool take_index_command(AppState& state, std::string_view command);
std::vector<ui::Action> draw_index(AppState& state);

}  // namespace app
