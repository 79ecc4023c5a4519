// What a clicker's menu offers is a function of a few values.
#include "player/app/clicker/menu.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using app::ClickerDeed;
using app::ClickerMenu;
using app::ClickerMoment;
using app::ClickerPage;
using lessons::Way;

namespace {

bool offers(const ClickerMoment& moment, ClickerDeed deed) {
    const auto entries = clicker_entries(ClickerPage::All, moment);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const app::ClickerEntry& entry) { return entry.deed == deed; });
}

}  // namespace

TEST_CASE("the menu offers the three ways that the class is not on") {
    const std::pair<Way, ClickerDeed> ways[] = {{Way::StopAndTalk, ClickerDeed::StopAndTalk},
                                                {Way::WholeCase, ClickerDeed::WholeCase},
                                                {Way::HangOnQuestion, ClickerDeed::HangOnQuestion},
                                                {Way::MixItUp, ClickerDeed::MixItUp}};
    for (const auto& [way, deed] : ways) {
        CAPTURE(static_cast<int>(way));
        ClickerMoment moment;
        moment.way = way;
        for (const auto& [other, its_deed] : ways)
            CHECK(offers(moment, its_deed) == (other != way));
    }
}

TEST_CASE("the menu offers what there is, and nothing else") {
    ClickerMoment moment;
    CHECK_FALSE(offers(moment, ClickerDeed::ShowPlans));
    CHECK_FALSE(offers(moment, ClickerDeed::EndLesson));
    CHECK_FALSE(offers(moment, ClickerDeed::Captions));
    CHECK_FALSE(offers(moment, ClickerDeed::WholeAnswer));
    moment.plans = {{"A plan"}};
    moment.captions_there = true;
    moment.in_turn = true;
    CHECK(offers(moment, ClickerDeed::ShowPlans));
    CHECK(offers(moment, ClickerDeed::Captions));
    CHECK(offers(moment, ClickerDeed::WholeAnswer));
    moment.lesson_under_way = true;
    CHECK(offers(moment, ClickerDeed::EndLesson));
    CHECK_FALSE(offers(moment, ClickerDeed::ShowPlans));
}

TEST_CASE("forward goes through the whole list and comes back, and so does back") {
    const auto entries = clicker_entries(ClickerPage::All, {});
    for (const int by : {1, -1}) {
        ClickerMenu menu;
        std::set<std::size_t> seen;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            seen.insert(menu.at);
            menu = walked(menu, by, entries.size());
        }
        CHECK(seen.size() == entries.size());
        CHECK(menu.at == 0);
    }
}

TEST_CASE("a list that has become shorter meanwhile is walked all the same") {
    ClickerMenu menu;
    menu.at = 40;
    CHECK(walked(menu, 1, 3).at == 0);
    CHECK(walked(menu, -1, 3).at == 1);
    CHECK(clicker_view_of(menu, {}).at + 1 == clicker_view_of(menu, {}).items.size());
}

TEST_CASE("the other lists lead back to where they were chosen") {
    ClickerMenu menu;
    menu.at = 4;
    menu = on_page(menu, ClickerPage::Words);
    CHECK(menu.at == 0);
    menu = walked(menu, 1, 7);
    menu = on_page(menu, ClickerPage::All);
    CHECK(menu.at == 4);
}

TEST_CASE("of every list the last line leads back, but the program ends by the last one") {
    ClickerMoment moment;
    moment.words = {{"\u201cone\u201d"}, {"\u201ctwo\u201d"}};
    for (const ClickerPage page : {ClickerPage::Words, ClickerPage::Plans})
        CHECK(clicker_entries(page, moment).back().deed == ClickerDeed::ShowAll);
    CHECK(clicker_entries(ClickerPage::Words, moment)[1].number == 1);
    const auto closing = clicker_entries(ClickerPage::Closing, moment);
    CHECK(closing.front().deed == ClickerDeed::ShowAll);  // what changes nothing comes first
    CHECK(closing.back().deed == ClickerDeed::Close);
}

TEST_CASE("an empty list of words says why") {
    ClickerMenu menu = on_page({}, ClickerPage::Words);
    ClickerMoment moment;
    const std::string reads = clicker_view_of(menu, moment).sentence;
    moment.words_known = true;
    const std::string none = clicker_view_of(menu, moment).sentence;
    moment.words = {{"\u201cone\u201d"}};
    const std::string some = clicker_view_of(menu, moment).sentence;
    CHECK_FALSE(reads.empty());
    // What may be the reason, and what can be done instead.
    CHECK(none.find("captions") != std::string::npos);
    CHECK(none.find("wall") != std::string::npos);
    CHECK(reads != none);
    CHECK(none != some);
}
