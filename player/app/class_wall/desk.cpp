#include "player/app/class_wall/desk.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "catalogue/hand_in_sign.h"

namespace app {

ClassWallDesk::CardName ClassWallDesk::name_of(const lessons::WallCard& card) const {
    return {news.hand_ins[card.hand_in].id, note_of(card).id};
}

void ClassWallDesk::take_hand_ins(HandInFolder::News taken, const catalogue::Module& module,
                                  const lessons::Walk& walk) {
    std::vector<CardName> names;
    for (const lessons::WallCard& card : cards)
        names.push_back(name_of(card));
    std::optional<std::size_t>& opened = state.opened;
    const std::optional<CardName> open_one =
        opened && *opened < names.size() ? std::optional{names[*opened]} : std::nullopt;
    news = std::move(taken);
    recall_seat();
    lay_out(module, walk, names);
    opened.reset();
    for (std::size_t i = 0; open_one && i < cards.size(); ++i) {
        if (name_of(cards[i]) == *open_one) opened = i;
    }
}

void ClassWallDesk::lay_out(const catalogue::Module& module, const lessons::Walk& walk,
                            const std::vector<CardName>& names) {
    laid_for_cells = module.cells.size();
    const std::vector<lessons::WallCard> all = lessons::cards_of(news.hand_ins, module);
    std::map<CardName, lessons::WallCard> named;
    for (const lessons::WallCard& card : all)
        named.emplace(name_of(card), card);
    std::vector<lessons::WallCard> laid;
    for (const CardName& name : names) {
        if (const auto found = named.find(name); found != named.end()) {
            laid.push_back(found->second);
        }
    }
    cards = lessons::most_different_first(all, walk.grid(), walk.seed(), laid);
    grew = !laid.empty() && (grew || cards.size() > laid.size());
}

const catalogue::HandIn* ClassWallDesk::own() const {
    if (!handed_in) return nullptr;
    const auto found = std::ranges::find(news.hand_ins, *handed_in, &catalogue::HandIn::id);
    return found == news.hand_ins.end() ? nullptr : &*found;
}

std::string ClassWallDesk::sign() const {
    if (!handed_in) return {};
    std::set<catalogue::HandInId> ids = ids_of(news.hand_ins);
    ids.insert(*handed_in);  // what was written just now may not have been looked at yet
    return catalogue::signs_of(ids).at(*handed_in);
}

void ClassWallDesk::recall_seat() {
    if (knows_seat || own() == nullptr) return;
    knows_seat = true;
    if (state.seat_text.empty()) state.seat_text = own()->seat;
}

void ClassWallDesk::forget_writer() {
    state.seat_text.clear();
    knows_seat = false;
    turned.clear();
    initials = catalogue::Initials::LeftOut;
}

}  // namespace app
