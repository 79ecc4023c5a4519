// What keys and buttons ask for the room. Private to this folder.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace app {

struct AppState;
using Deed = std::function<void(AppState&)>;
using Deeds = std::map<std::string, Deed, std::less<>>;

void add_room_commands(Deeds& deeds);

}  // namespace app
