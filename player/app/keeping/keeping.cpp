// What is past its day: looked for beside the main thread, asked about, and kept or deleted.
#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/keeping/desk.h"
#include "player/app/lesson/lesson.h"
#include "player/app/local_time.h"
#include "player/app/notebook/finish.h"
#include "player/app/storage/folders.h"

namespace app {
namespace {

using namespace std::chrono_literals;
using catalogue::_;
using catalogue::Date;
using catalogue::said_later;

constexpr auto asks_at_the_start = 10s;

std::string date_words(Date date) {
    static constexpr std::array months{
        said_later("January"), said_later("February"), said_later("March"),
        said_later("April"),   said_later("May"),      said_later("June"),
        said_later("July"),    said_later("August"),   said_later("September"),
        said_later("October"), said_later("November"), said_later("December")};
    const char* month = _(months.at(unsigned{date.month()} - 1));
    // Day, month, year.
    return _("{} {} {}", unsigned{date.day()}, month, int{date.year()});
}

// As its module is called, where that is known.
std::string title_of(const AppState& state, const catalogue::ModuleId& module) {
    if (state.sitting && state.sitting->module.id == module) return state.sitting->module.title;
    for (const LibraryEntry& entry : state.library) {
        if (entry.reading.module && entry.reading.module->id == module) {
            return entry.reading.module->title;
        }
    }
    return module.text;
}

ui::StillNeededView view_of(const AppState& state, const KeptPast& kept, Date another) {
    ui::StillNeededView view;
    view.again = _("Keep it until {}", date_words(another));
    const std::string until = date_words(kept.until);
    if (kept.what == KeptPast::What::HandIns) {
        view.question = _(
            "What a class handed in into the folder \u201c{}\u201d was to be kept until {}. Is it "
            "still needed?",
            kept.folder.filename().string(), until);
        view.goes = _(
            "Everything that was handed in for that school year goes from the folder. That cannot "
            "be undone. What is newer stays, and so does what was printed or copied.");
        return view;
    }
    const std::string title = title_of(state, kept.module);
    view.question = title.empty()
                        ? _("A notebook on this computer was to be kept until {}. Is it still "
                            "needed?",
                            until)
                        : _("The notebook for \u201c{}\u201d on this computer was to be kept until "
                            "{}. Is it still needed?",
                            title, until);
    view.goes =
        _("Everything in this notebook goes, with its older copies and with what was guessed. That "
          "cannot be undone. What was printed, copied or handed in stays where it is.");
    return view;
}

Date another_year(const KeepingDesk& desk) {
    return catalogue::kept_until(desk.calendar.today, desk.calendar.ends);
}

void ask_about_next(AppState& state) {
    KeepingDesk& desk = *state.keeping;
    desk.state = {};
    state.ui_state.request_focus = !desk.past.empty();
    if (desk.past.empty() && state.ui_state.panel == ui::Panel::StillNeeded) {
        state.show_panel(ui::Panel::None);
    }
    state.wake_interface();
}

void keep_another_year(AppState& state, const KeptPast& kept) {
    KeepingDesk& desk = *state.keeping;
    const Date until = another_year(desk);
    desk.errands.ask([folder = state_folder(), kept, until] {
        const auto done = keep_until(folder, kept, until, real_disk());
        return done ? _("Kept until {}", date_words(until)) : catalogue::to_text(done.error());
    });
}

void delete_now(AppState& state, const KeptPast& kept) {
    const bool is_open = state.notebook_desk && kept.what == KeptPast::What::Notebook &&
                         !state.notebook_desk->passing &&
                         state.notebook_desk->store->place().name == kept.name;
    if (is_open) {
        clear_notebook(state);
        return;
    }
    KeepingDesk& desk = *state.keeping;
    desk.errands.ask([folder = state_folder(), kept, calendar = desk.calendar] {
        const auto source = real_hand_ins();
        const auto done = delete_kept(folder, kept, calendar, *source, real_disk());
        return done ? std::string{_("It is deleted")} : catalogue::to_text(done.error());
    });
}

// At the start, before anybody has begun to work.
bool may_ask(const AppState& state) {
    const bool begins =
        state.place == Place::Start || (state.place == Place::Stage && state.sitting);
    const bool works = (state.sitting && state.sitting->transport.playing) ||
                       state.room.state.open() || lesson_under_way(state) || state.black;
    return begins && !works && !state.opening && state.ui_state.panel == ui::Panel::None &&
           state.ui_state.typed.empty();
}

}  // namespace

void look_for_kept(AppState& state) {
    if (!state.options.remember) return;
    state.keeping = std::make_unique<KeepingDesk>(screen::wake);
    KeepingDesk& desk = *state.keeping;
    desk.calendar = {local_date(), state.settings.preferences.keep_until};
    desk.looking.push_back(std::make_unique<KeepingDesk::Found>(
        [folder = state_folder(), calendar = desk.calendar] {
            return find_past_notebooks(folder, calendar, real_disk());
        },
        screen::wake));
    if (state.settings.collects_hand_ins && !state.settings.hand_in_folder.empty()) {
        desk.looking.push_back(std::make_unique<KeepingDesk::Found>(
            [folder = state_folder(), hand_ins = state.settings.hand_in_folder,
             calendar = desk.calendar] {
                const auto source = real_hand_ins();
                return find_past_hand_ins(folder, hand_ins, calendar, *source, real_disk());
            },
            screen::wake));
    }
}

void follow_kept(AppState& state) {
    if (!state.keeping) return;
    KeepingDesk& desk = *state.keeping;
    for (std::string& sentence : desk.errands.take_news()) {
        if (!sentence.empty()) state.say(std::move(sentence));
    }
    if (desk.looking.empty() && desk.past.empty()) return;
    if (desk.asks_until == screen::WallTime{}) desk.asks_until = state.now + asks_at_the_start;
    for (auto& one : desk.looking) {
        if (auto found = one->take()) {
            desk.past.insert(desk.past.end(), found->begin(), found->end());
            one.reset();
        }
    }
    std::erase(desk.looking, nullptr);
    if (desk.past.empty() || state.ui_state.panel == ui::Panel::StillNeeded) return;
    if (state.now > desk.asks_until) {
        desk.past.clear();  // it was put off, or comes too late: the next start asks
        desk.looking.clear();
    } else if (may_ask(state)) {
        state.show_panel(ui::Panel::StillNeeded);
        desk.asks_until = state.now;
    }
}

void draw_still_needed(AppState& state) {
    KeepingDesk& desk = *state.keeping;
    if (desk.past.empty()) {
        state.ui_state.panel = ui::Panel::None;
        return;
    }
    const KeptPast kept = desk.past.front();
    const auto answer = ui::still_needed_panel(view_of(state, kept, another_year(desk)), state.keys,
                                               state.ui_state, desk.state);
    if (!answer) return;
    desk.past.pop_front();
    switch (*answer) {
        case ui::StillNeeded::KeepAnotherYear:
            keep_another_year(state, kept);
            break;
        case ui::StillNeeded::Delete:
            delete_now(state, kept);
            break;
        case ui::StillNeeded::DecideLater:
            desk.past.clear();
            break;
    }
    ask_about_next(state);
}

void forget_notebook(AppState& state) {
    if (!state.keeping || state.notebook_desk->passing) return;
    state.keeping->errands.ask([folder = state_folder(),
                                name = state.notebook_desk->store->place().name,
                                module = state.sitting->module.id] {
        forget_traces(folder, name, module, real_disk());
        return std::string{};
    });
}

}  // namespace app
