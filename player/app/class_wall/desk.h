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
    bool grew = false;                     // since it was laid out: what is new lies at the end

    // --- what is handed in here ---
    HandInKeeper keeper;
    TurnedNotes turned;
    catalogue::Initials initials = catalogue::Initials::LeftOut;
    bool handing_in = false;
    std::optional<catalogue::HandInId> handed_in;
    bool knows_seat = false;  // what was handed in has said it, or was handed in just now

    // --- groups ---
    std::optional<lessons::Seed> groups_seed;
    std::optional<int> pupils;  // nothing: those who handed in

    explicit ClassWallDesk(std::function<void()> wake) : keeper(std::move(wake)) {}

    const catalogue::HandIn* own() const {
        if (!handed_in) return nullptr;
        const auto found = std::ranges::find(news.hand_ins, *handed_in, &catalogue::HandIn::id);
        return found == news.hand_ins.end() ? nullptr : &*found;
    }

    // What somebody hands in again begins with where they sat, unless something is typed already.
    void recall_seat() {
        if (knows_seat || own() == nullptr) return;
        knows_seat = true;
        if (state.seat_text.empty()) state.seat_text = own()->seat;
    }

    // For whoever sits here next.
    void forget_writer() {
        state.seat_text.clear();
        knows_seat = false;
        turned.clear();
        initials = catalogue::Initials::LeftOut;
    }
};

}  // namespace app
