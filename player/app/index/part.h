// What the app keeps while somebody marks where answers lie. Private to this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "player/app/index/desk.h"
#include "player/app/index/eyes.h"
#include "player/app/stage/transport.h"
#include "player/app/threads/awaited.h"
#include "player/media/clip_order.h"
#include "player/ui/index_view.h"

namespace app {

using AwaitedIndex = Awaited<catalogue::Result<IndexOnDisk>>;

struct IndexPart {
    std::filesystem::path root;
    std::unique_ptr<IndexDesk> desk;
    std::unique_ptr<IndexEyes> eyes;
    Transport transport;
    std::uint64_t cue = 0;
    ui::IndexView view;  // as it was last shown
};

// The whole film, as it is, from its beginning.
media::EngineOrder order_of(const IndexPart& index);

// What goes through the film, by the names of assets/keys.yaml; nothing for any other command.
std::optional<Transport> transported(std::string_view command, Transport transport,
                                     const media::EngineStatus& status, Manner manner);

}  // namespace app
