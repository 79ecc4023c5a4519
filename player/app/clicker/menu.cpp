#include "player/app/clicker/menu.h"

#include <algorithm>

#include "catalogue/words.h"

namespace app {
using catalogue::_;
namespace {

using lessons::Way;
using ui::Icon;

std::vector<ClickerEntry> everything(const ClickerMoment& moment) {
    using enum ClickerDeed;
    std::vector<ClickerEntry> all;
    const auto add = [&all](ClickerDeed deed, std::string words, Icon icon,
                            std::string detail = {}) {
        all.push_back({deed, 0, {std::move(words), std::move(detail), icon}});
    };
    add(GoOn, moment.lesson_under_way ? _("Go on with the lesson") : _("Go on with the film"),
        Icon::Play);
    if (moment.in_turn) add(WholeAnswer, _("Hear this answer to its end"), Icon::People);
    add(Again, _("Hear that again (10 seconds)"), Icon::Again);
    add(Wall, _("The wall: any answer"), Icon::Wall);
    add(ShowWords, _("Search: choose a word"), Icon::GoTo);
    if (moment.way != Way::HangOnQuestion) {
        add(HangOnQuestion, _("Hang on this question"), Icon::Hang);
    }
    if (moment.way != Way::MixItUp) add(MixItUp, _("Mix it up"), Icon::Mix);
    if (moment.way != Way::WholeCase) add(WholeCase, _("Whole case study"), Icon::WholeCase);
    if (moment.way != Way::StopAndTalk) add(StopAndTalk, _("Stop and talk"), Icon::Talk);
    if (moment.lesson_under_way) {
        add(EndLesson, _("End the lesson"), Icon::Close);
    } else if (!moment.plans.empty()) {
        add(ShowPlans, _("A lesson: choose a plan"), Icon::Questions);
    }
    if (moment.captions_there) {
        add(Captions, _("Captions"), Icon::Captions, moment.captions_on ? _("on") : _("off"));
    }
    add(Room, moment.room_open ? _("Close the room") : _("The room's window"), Icon::FullScreen);
    add(Modules, _("Another module"), Icon::Modules);
    add(ShowClosing, _("End the program"), Icon::Close);
    return all;
}

std::vector<ClickerEntry> numbered(ClickerDeed deed, const std::vector<ui::ClickerItem>& items) {
    std::vector<ClickerEntry> all;
    for (const ui::ClickerItem& item : items)
        all.push_back({deed, all.size(), item});
    all.push_back({ClickerDeed::ShowAll, 0, {_("Back"), {}, Icon::ChevronLeft}});
    return all;
}

}  // namespace

std::vector<ClickerEntry> clicker_entries(ClickerPage page, const ClickerMoment& moment) {
    switch (page) {
        case ClickerPage::All:
            return everything(moment);
        case ClickerPage::Words:
            return numbered(ClickerDeed::Word, moment.words);
        case ClickerPage::Plans:
            return numbered(ClickerDeed::Plan, moment.plans);
        case ClickerPage::Closing:
            break;
    }
    return {{ClickerDeed::ShowAll, 0, {_("Go on teaching"), {}, Icon::ChevronLeft}},
            {ClickerDeed::Close, 0, {_("End the program"), {}, Icon::Close}}};
}

ui::ClickerView clicker_view_of(const ClickerMenu& menu, const ClickerMoment& moment) {
    ui::ClickerView view;
    switch (menu.page) {
        case ClickerPage::All:
            view.title = _("With a clicker");
            break;
        case ClickerPage::Words:
            view.title = _("Search");
            view.sentence =
                !moment.words_known
                    ? _("Captions are still being read: the words come here by themselves.")
                : moment.words.empty()
                    ? _("No word was found that several people say: the films may have no "
                        "captions, or too few. Choose an answer on the wall, or type words in the "
                        "search with a keyboard.")
                    : _("Passages with the word follow each other; forward goes to the next one.");
            break;
        case ClickerPage::Plans:
            view.title = _("Lesson");
            break;
        case ClickerPage::Closing:
            view.title = _("End the program?");
            view.sentence = _("Where you are is kept.");
            break;
    }
    for (ClickerEntry& entry : clicker_entries(menu.page, moment))
        view.items.push_back(std::move(entry.item));
    view.at = std::min(menu.at, view.items.size() - 1);
    return view;
}

ClickerMenu walked(ClickerMenu menu, int by, std::size_t entries) {
    // What can be chosen may have become less meanwhile.
    menu.at = std::min(menu.at, entries - 1);
    menu.at = by > 0 ? (menu.at + 1) % entries : (menu.at + entries - 1) % entries;
    return menu;
}

ClickerMenu on_page(ClickerMenu menu, ClickerPage page) {
    if (menu.page == ClickerPage::All) menu.at_in_all = menu.at;
    menu.at = page == ClickerPage::All ? menu.at_in_all : 0;
    menu.page = page;
    return menu;
}

}  // namespace app
