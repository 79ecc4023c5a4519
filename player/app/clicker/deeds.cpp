// What is chosen in the menu of a clicker.
#include <algorithm>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/clicker/clicker.h"
#include "player/app/lesson/lesson.h"
#include "player/app/search/search.h"
#include "player/app/stage/film_words.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

// First what was looked for, then what is worth looking for and was not.
SearchDesk::Words words_of(const AppState& state) {
    SearchDesk::Words words = state.searching.past;
    const auto& telling = state.searching.desk->telling_words();
    if (!telling) return words;
    for (const auto& found : *telling) {
        const bool there = std::any_of(words.begin(), words.end(),
                                       [&](const auto& one) { return one->typed == found->typed; });
        if (!there) words.push_back(found);
    }
    return words;
}

ui::ClickerItem item_of(const Findings& found) {
    return {"\u201c" + found.typed + "\u201d",
            _("{}, from {}", plural("{} passage", "{} passages", found.passages_in_all),
              plural("{} person", "{} people", found.speakers)),
            ui::Icon::GoTo};
}

std::optional<ClickerPage> page_of(ClickerDeed deed) {
    switch (deed) {
        case ClickerDeed::ShowAll:
            return ClickerPage::All;
        case ClickerDeed::ShowWords:
            return ClickerPage::Words;
        case ClickerDeed::ShowPlans:
            return ClickerPage::Plans;
        case ClickerDeed::ShowClosing:
            return ClickerPage::Closing;
        default:
            return std::nullopt;
    }
}

// From wherever one is, to what the class sees.
void back_to_film(AppState& state) {
    if (state.place != Place::Stage) state.run_command("stage_screen");
}

void on_film(AppState& state, const char* command) {
    back_to_film(state);
    state.run_command(command);
}

void go_way(AppState& state, lessons::Way way, const char* said) {
    back_to_film(state);
    state.walk_on(lessons::SetWay{way});
    state.say(said);
}

void hear_word(AppState& state, std::size_t number) {
    const SearchDesk::Words words = words_of(state);
    if (number >= words.size() || words[number]->passages.empty()) return;
    back_to_film(state);
    const std::shared_ptr<const Findings> found = words[number];
    keep_found(state, *found, 0);
    state.searching.kept->in_turn = true;
    go_to_found(state, 0);
}

void choose_module(AppState& state) {
    state.go_to_start();
    state.clicker.module = 0;
    state.ui_state.to_module = 0;
}

// The wall, with the black screen over the room until somebody is chosen.
void choose_on_the_wall(AppState& state) {
    if (!state.room.state.open()) end_black(state);
    open_wall(state);
    state.clicker.on_wall = ClickerPart::OnWall::Questions;
    state.wall.touched = true;
}

}  // namespace

ClickerMoment clicker_moment(const AppState& state) {
    ClickerMoment moment;
    const Sitting& sitting = *state.sitting;
    moment.way = sitting.walk.way();
    moment.lesson_under_way = state.lesson_desk->lesson.has_value();
    moment.in_turn = hears_in_turn(state);
    moment.captions_there = caption_languages(state) > 0;
    moment.captions_on = state.settings.preferences.captions.shown;
    moment.room_open = state.room.state.open();
    moment.words_known = state.searching.desk->telling_words() != nullptr;
    for (const auto& found : words_of(state))
        moment.words.push_back(item_of(*found));
    for (const auto& plan : state.lesson_desk->shelf.plans) {
        moment.plans.push_back(
            {plan->title, _("{} min", plan->minutes.count()), ui::Icon::Questions});
    }
    return moment;
}

std::string clicker_hint(const ClickerPart& clicker, Place place) {
    using OnWall = ClickerPart::OnWall;
    if (place == Place::Start && clicker.module) {
        return _("Forward and back choose a module, the key for a black screen or F5 opens it.");
    }
    if (place != Place::Wall || clicker.on_wall == OnWall::No) return {};
    return clicker.on_wall == OnWall::Questions
               ? _("Forward and back: a question. Black or F5: choose it.")
               : _("Forward and back: a person. Black or F5: play.");
}

void do_by_clicker(AppState& state, const ClickerEntry& entry) {
    using lessons::Way;
    if (const std::optional<ClickerPage> page = page_of(entry.deed)) {
        state.clicker.menu = on_page(state.clicker.menu, *page);
        state.ui_state.request_focus = true;
        return;
    }
    state.ui_state.panel = ui::Panel::None;
    state.interface->drop_focus();
    switch (entry.deed) {
        case ClickerDeed::GoOn:
            if (!lesson_under_way(state)) back_to_film(state);
            break;
        case ClickerDeed::Again:
            on_film(state, "again");
            break;
        case ClickerDeed::WholeAnswer:
            on_film(state, "drop_found");
            break;
        case ClickerDeed::Wall:
            return choose_on_the_wall(state);
        case ClickerDeed::StopAndTalk:
            go_way(state, Way::StopAndTalk, _("Stop and talk"));
            break;
        case ClickerDeed::WholeCase:
            go_way(state, Way::WholeCase, _("Whole case study"));
            break;
        case ClickerDeed::HangOnQuestion:
            go_way(state, Way::HangOnQuestion, _("Hang on this question"));
            break;
        case ClickerDeed::MixItUp:
            go_way(state, Way::MixItUp, _("Mix it up"));
            break;
        case ClickerDeed::EndLesson:
            end_lesson(state);
            break;
        case ClickerDeed::Captions:
            on_film(state, "captions");
            break;
        case ClickerDeed::Room:
            on_film(state, "room");
            break;
        case ClickerDeed::Modules:
            choose_module(state);
            break;
        case ClickerDeed::Word:
            hear_word(state, entry.number);
            break;
        case ClickerDeed::Plan:
            start_lesson(state, entry.number);
            break;
        case ClickerDeed::Close:
            state.run_command("quit");
            break;
        case ClickerDeed::ShowAll:
        case ClickerDeed::ShowWords:
        case ClickerDeed::ShowPlans:
        case ClickerDeed::ShowClosing:
            break;
    }
    end_black(state);
    state.wake_interface(3);
}

}  // namespace app
