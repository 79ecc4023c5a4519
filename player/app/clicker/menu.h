// The menu of a presenter's clicker, which has forward, back, a key for a black screen, and a key
// that begins and ends a show: what can be chosen, and what the choice is. Values and pure
// functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lessons/walk.h"
#include "player/ui/clicker_view.h"

namespace app {

enum class ClickerPage { All, Words, Plans, Closing };

enum class ClickerDeed {
    GoOn,
    Again,
    WholeAnswer,  // instead of passages in turn
    Wall,
    StopAndTalk,
    WholeCase,
    HangOnQuestion,
    MixItUp,
    EndLesson,
    Captions,
    Room,
    Modules,
    Word,
    Plan,
    Close,
    ShowWords,
    ShowPlans,
    ShowClosing,
    ShowAll,
};

struct ClickerEntry {
    ClickerDeed deed = ClickerDeed::GoOn;
    std::size_t number = 0;  // of a word or a plan
    ui::ClickerItem item;
};

// What the menu is about at this moment.
struct ClickerMoment {
    lessons::Way way = lessons::Way::StopAndTalk;
    bool lesson_under_way = false;
    bool in_turn = false;  // passages are heard one after another
    bool captions_there = false;
    bool captions_on = false;
    bool room_open = false;
    bool words_known = false;
    std::vector<ui::ClickerItem> words;  // worth looking for
    std::vector<ui::ClickerItem> plans;
};

struct ClickerMenu {
    ClickerPage page = ClickerPage::All;
    std::size_t at = 0;
    std::size_t at_in_all = 0;  // where the other pages lead back to
};

// What can be chosen on this page; never empty.
std::vector<ClickerEntry> clicker_entries(ClickerPage page, const ClickerMoment& moment);
ui::ClickerView clicker_view_of(const ClickerMenu& menu, const ClickerMoment& moment);

// Round: from the last entry on to the first.
ClickerMenu walked(ClickerMenu menu, int by, std::size_t entries);
ClickerMenu on_page(ClickerMenu menu, ClickerPage page);

}  // namespace app
