// What the open module's class wall holds: the part of AppState that belongs to it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lessons/class_wall.h"
#include "player/app/class_wall/data.h"
#include "player/app/class_wall/hand_in_folder.h"
#include "player/app/class_wall/hand_in_keeper.h"
#include "player/ui/class_wall_view.h"

namespace app {

struct ClassWallDesk {
    ui::ClassWallState state;
    ui::ClassWallView view;    // as it was last shown
    ui::ClassWallDrawn drawn;  // the last time; empty while the wall is not up

    // --- what others handed in ---
    std::unique_ptr<HandInFolder> folder;  // once one was chosen
    HandInFolder::News news;
    std::string status;                    // of the folder
    std::vector<lessons::WallCard> cards;  // as they lie on the wall
    std::size_t laid_for_cells = 0;        // of the module

    // --- what is handed in here ---
    HandInKeeper keeper;
    TurnedNotes turned;
    catalogue::Initials initials = catalogue::Initials::LeftOut;
    bool handing_in = false;
    std::optional<catalogue::HandInId> handed_in;

    // --- groups ---
    std::optional<lessons::Seed> groups_seed;
    std::optional<int> pupils;  // nothing: those who handed in

    explicit ClassWallDesk(std::function<void()> wake) : keeper(std::move(wake)) {}

    bool own_is_there() const {
        return handed_in && std::ranges::find(news.hand_ins, *handed_in, &catalogue::HandIn::id) !=
                                news.hand_ins.end();
    }
};

}  // namespace app
