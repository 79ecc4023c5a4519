// The class wall as plain data for its screen. Pure.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/hand_in.h"
#include "catalogue/job_veil.h"
#include "catalogue/module.h"
#include "lessons/class_wall.h"
#include "player/ui/class_wall_view.h"

namespace app {

struct ClassWallModule {
    const catalogue::Module* module = nullptr;  // as it may be shown
    const catalogue::Module* whole = nullptr;
    const catalogue::JobVeil* veil = nullptr;
};

// Without pictures.
std::vector<ui::ClassCard> class_cards_of(const std::vector<catalogue::HandIn>& hand_ins,
                                          const std::vector<lessons::WallCard>& cards,
                                          const ClassWallModule& of);

// That something was handed in for another module, in a sentence; nothing when it was not.
std::optional<std::string> other_module_words(const std::vector<catalogue::HandIn>& hand_ins,
                                              const catalogue::ModuleId& module);

// Notes whose tick somebody has turned; the others are ticked as is_handed_in_at_first() says.
using TurnedNotes = std::set<catalogue::NoteId>;
bool is_ticked(const catalogue::Note& note, const TurnedNotes& turned);
std::set<catalogue::NoteId> kept_back(const catalogue::Notebook& notebook,
                                      const TurnedNotes& turned);
std::vector<ui::OwnNote> own_notes_of(const catalogue::Notebook& notebook,
                                      const TurnedNotes& turned, const ClassWallModule& of);

inline constexpr int most_pupils = 120;

// How many pupils somebody typed; nothing when that is no number of pupils.
std::optional<int> pupils_typed(const std::string& text);

// Of all of them, whatever module they are for: signs are told apart within a folder.
std::set<catalogue::HandInId> ids_of(const std::vector<catalogue::HandIn>& hand_ins);

// Groups of those who handed in, by their signs. Who said where they sit is parted from neighbours;
// no seat is named.
std::vector<ui::ClassGroup> groups_by_hand_in(const std::vector<catalogue::HandIn>& hand_ins,
                                              const catalogue::Module& module,
                                              const lessons::Grid& grid, lessons::Seed seed);
// Groups of so many pupils, by seats that are numbered.
std::vector<ui::ClassGroup> groups_by_seat(int pupils, const lessons::Grid& grid,
                                           lessons::Seed seed);

}  // namespace app
