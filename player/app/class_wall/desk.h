// What the open module's class wall holds: the part of AppState that belongs to it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lessons/class_wall.h"
#include "lessons/walk.h"
#include "player/app/class_wall/data.h"
#include "player/app/class_wall/hand_in_folder.h"
#include "player/app/class_wall/hand_in_keeper.h"
#include "player/ui/class_wall_view.h"

namespace app {

struct ClassWallDesk {
    ui::ClassWallState state;
    ui::ClassWallView view;    // as it was last shown
    ui::ClassWallDrawn drawn;  // the last time; empty while the wall is not up
    bool from_lesson = false;  // and back to it

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

    // Of a card, whatever place it has in a list.
    using CardName = std::pair<catalogue::HandInId, catalogue::NoteId>;
    CardName name_of(const lessons::WallCard& card) const;
    const catalogue::Note& note_of(const lessons::WallCard& card) const {
        return news.hand_ins[card.hand_in].notebook.notes[card.note];
    }

    // What a class reads stays where it is, and the card that it talks about stays open: what is
    // new lies behind.
    void take_hand_ins(HandInFolder::News taken, const catalogue::Module& module,
                       const lessons::Walk& walk);
    // The cards of these names first, in their order.
    void lay_out(const catalogue::Module& module, const lessons::Walk& walk,
                 const std::vector<CardName>& names);

    // Of the open notebook, as it lies in the folder; nothing while it does not.
    const catalogue::HandIn* own() const;
    // By which whoever handed in here finds their group: of all that is known to lie in the folder.
    // Empty when nothing was handed in.
    std::string sign() const;
    // What somebody hands in again begins with where they sat, unless something is typed already.
    void recall_seat();
    // For whoever sits here next.
    void forget_writer();
};

}  // namespace app
