#include "player/app/clicker/clicker.h"

#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson.h"
#include "player/app/room/room_window.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
namespace {

using OnWall = ClickerPart::OnWall;

enum class Press { Forward, Back, Choose, Leave };

// The keys that clickers send. A show begins by F5 or Shift+F5, and by the same button ends.
std::optional<Press> press_of(const catalogue::Chord& chord) {
    if (chord.ctrl || chord.alt) return std::nullopt;
    if (chord.key == "F5") return Press::Choose;
    if (chord.shift) return std::nullopt;
    if (chord.key == "PageDown") return Press::Forward;
    if (chord.key == "PageUp") return Press::Back;
    if (chord.key == "." || chord.key == "B") return Press::Choose;
    if (chord.key == "Escape") return Press::Leave;
    return std::nullopt;
}

// In the menu also those of a keyboard.
std::optional<Press> press_in_menu(const catalogue::Chord& chord) {
    if (chord.ctrl || chord.alt) return std::nullopt;
    if (chord.key == "Tab") return chord.shift ? Press::Back : Press::Forward;
    if (chord.key == "Down") return Press::Forward;
    if (chord.key == "Up") return Press::Back;
    if (chord.key == "Enter" || chord.key == "Space") return Press::Choose;
    return press_of(chord);
}

void previous_clip(AppState& state) {
    const media::EngineStatus at = state.status();
    const bool has_position = at.cue == state.sitting->walk.cue().number &&
                              at.phase != media::Phase::Opening && at.phase != media::Phase::Idle;
    state.walk_on(lessons::GoBack{has_position ? at.position - at.range.in
                                               : catalogue::SourceDuration::zero()});
}

void close_menu(AppState& state) {
    state.ui_state.panel = ui::Panel::None;
    state.interface->drop_focus();
}

void choose_in_menu(AppState& state) {
    const std::vector<ClickerEntry> entries =
        clicker_entries(state.clicker.menu.page, clicker_moment(state));
    do_by_clicker(state, entries[std::min(state.clicker.menu.at, entries.size() - 1)]);
}

bool take_in_menu(AppState& state, const screen::KeyDown& key) {
    const std::optional<Press> press = press_in_menu(key.chord);
    if (!press) {
        const catalogue::KeyBinding* other = state.keys.find(key.chord);
        if (other == nullptr || other->command.starts_with("volume")) return false;
        close_menu(state);
        return other->command == "clicker_menu";
    }
    if (key.repeat) return true;
    ClickerMenu& menu = state.clicker.menu;
    switch (*press) {
        case Press::Forward:
        case Press::Back: {
            const std::size_t count = clicker_entries(menu.page, clicker_moment(state)).size();
            menu = walked(menu, *press == Press::Forward ? 1 : -1, count);
            state.ui_state.request_focus = true;
            break;
        }
        case Press::Choose:
            choose_in_menu(state);
            break;
        case Press::Leave:
            if (menu.page == ClickerPage::All) {
                close_menu(state);
            } else {
                menu = on_page(menu, ClickerPage::All);
                state.ui_state.request_focus = true;
            }
            break;
    }
    return true;
}

// The question is answered by whichever button the keyboard is on.
bool take_in_question(AppState& state, Press press, bool repeat) {
    if (press == Press::Leave) return false;
    if (repeat) return true;
    if (press == Press::Choose) {
        state.interface->activate_focused();
    } else {
        state.interface->focus_next(press == Press::Back);
    }
    return true;
}

// The next module that can be opened, from this one on; the same when there is none.
std::size_t module_after(const ui::StartView& view, std::size_t at, int by) {
    const auto count = static_cast<std::ptrdiff_t>(view.modules.size());
    for (auto next = static_cast<std::ptrdiff_t>(at) + by; next >= 0 && next < count; next += by) {
        if (view.modules[static_cast<std::size_t>(next)].can_open) {
            return static_cast<std::size_t>(next);
        }
    }
    return at;
}

bool take_on_start(AppState& state, Press press, bool repeat) {
    std::optional<std::size_t>& module = state.clicker.module;
    const ui::StartView view = start_view_of(state.library, {});
    if (view.modules.empty()) return false;
    if (!module || *module >= view.modules.size()) {
        if (press == Press::Choose && !repeat && !state.sitting) {
            enter_from_start(state);
            return true;
        }
        if (press != Press::Back || repeat) return false;
        module = module_after(view, 0, -1);
        if (!view.modules[*module].can_open) module = module_after(view, 0, 1);
        state.ui_state.to_module = module;
        return true;
    }
    switch (press) {
        case Press::Forward:
        case Press::Back:
            module = module_after(view, *module, press == Press::Forward ? 1 : -1);
            state.ui_state.to_module = module;
            break;
        case Press::Choose:
            if (!repeat && view.modules[*module].can_open) {
                state.open_module(view.modules[*std::exchange(module, std::nullopt)].folder);
            }
            break;
        case Press::Leave:
            module.reset();
            state.interface->drop_focus();
            break;
    }
    return true;
}

// The next one that this question has an answer of, or this person to; round.
lessons::Cell cell_after(const lessons::Grid& grid, lessons::Cell cell, int by, bool person) {
    const int count = person ? grid.people : grid.questions;
    for (int step = 1; step < count; ++step) {
        lessons::Cell next = cell;
        int& place = person ? next.person : next.question;
        place = ((place + by * step) % count + count) % count;
        if (!person || grid.playable(next)) return next;
    }
    return cell;
}

void rest_on(AppState& state, lessons::Cell cell) {
    state.wall.at = cell;
    state.wall.opened = true;
    state.wall.by_pointer = false;
    state.wall.touched = true;
}

bool take_on_wall(AppState& state, Press press, bool repeat) {
    OnWall& stage = state.clicker.on_wall;
    const lessons::Grid& grid = state.sitting->walk.grid();
    const bool people = stage == OnWall::People;
    switch (press) {
        case Press::Forward:
        case Press::Back: {
            const int by = press == Press::Forward ? 1 : -1;
            rest_on(state, cell_after(grid, state.wall.at, by, people));
            break;
        }
        case Press::Choose:
            if (repeat) break;
            if (people) {
                choose_on_wall(state, state.wall.at);
                end_black(state);
            } else {
                stage = OnWall::People;
                if (!grid.playable(state.wall.at)) {
                    rest_on(state, cell_after(grid, state.wall.at, 1, true));
                }
            }
            break;
        case Press::Leave:
            if (people) {
                stage = OnWall::Questions;
            } else {
                leave_wall(state);
                end_black(state);
            }
            break;
    }
    return true;
}

// A full stop is what clickers send for a black screen: whoever ends one by it hears of the menu.
void tell_of_menu(AppState& state) {
    if (!state.options.remember || std::exchange(state.clicker.menu_known, true)) return;
    state.say(
        _("With a clicker: \u201cback\u201d, while the screen is black, leads to all that it can "
          "do."));
}

bool may_open_menu(const AppState& state) {
    const bool among_plans = state.place == Place::Lesson && !state.lesson_desk->lesson;
    return state.sitting && state.place != Place::Start && state.place != Place::Index &&
           (is_dark(state) || among_plans);
}

}  // namespace

void enter_from_start(AppState& state) {
    if (state.sitting) {
        state.place = Place::Stage;
    } else {
        state.open_first_module();
    }
}

void go_on(AppState& state) {
    const bool uncovered = state.ui_state.panel == ui::Panel::None;
    if (lesson_under_way(state)) {
        lesson_on(state, lessons::GoOn{});
    } else if (state.sitting && state.place == Place::Stage) {
        state.walk_on(lessons::GoNext{});
    } else if (state.place == Place::Lesson && uncovered) {
        start_lesson(state, state.lesson_desk->state.chosen);
    } else if (state.place == Place::Start && uncovered) {
        enter_from_start(state);
    }
}

void go_back(AppState& state) {
    if (lesson_under_way(state)) {
        lesson_on(state, lessons::StepBack{});
    } else if (state.sitting && state.place == Place::Stage) {
        previous_clip(state);
    }
}

bool is_dark(const AppState& state) {
    return state.black || state.room.state.shows == RoomShows::Black;
}

void end_black(AppState& state) {
    state.set_black(false);
    if (state.room.state.shows == RoomShows::Black) uncover_room(state);
}

void open_clicker_menu(AppState& state) {
    if (!state.sitting || state.place == Place::Start || state.place == Place::Index) return;
    state.clicker.menu = {};
    state.clicker.menu_known = true;
    state.interface->drop_focus();
    state.show_panel(ui::Panel::Clicker);
    if (state.place == Place::Stage && !is_dark(state)) {
        state.room.state.open() ? ask_room(state, RoomAsk::Black) : state.set_black(true);
    }
}

bool take_by_clicker(AppState& state, const screen::KeyDown& key) {
    if (state.ui_state.panel == ui::Panel::Clicker) {
        state.wake_interface();
        return take_in_menu(state, key);
    }
    const std::optional<Press> press = press_of(key.chord);
    const catalogue::KeyBinding* binding = state.keys.find(key.chord);
    const bool back =
        press == Press::Back || (binding != nullptr && binding->command == "previous");
    if (state.interface->typing() || (!press && !back)) return false;
    state.wake_interface();
    const ui::Panel panel = state.ui_state.panel;
    if (press && (panel == ui::Panel::StillNeeded || panel == ui::Panel::More)) {
        return take_in_question(state, *press, key.repeat);
    }
    if (state.ui_state.panel != ui::Panel::None) return false;
    if (press && state.place == Place::Start) return take_on_start(state, *press, key.repeat);
    if (press && state.place == Place::Wall && state.clicker.on_wall != OnWall::No) {
        return take_on_wall(state, *press, key.repeat);
    }
    if (key.chord.key == "." && is_dark(state)) tell_of_menu(state);
    if (!back || key.repeat || !may_open_menu(state)) return false;
    open_clicker_menu(state);
    return true;
}

void add_clicker_commands(Deeds& deeds) {
    deeds.emplace("clicker_menu", open_clicker_menu);
}

void draw_clicker_menu(AppState& state) {
    state.searching.desk->ask_for_telling_words();
    const ui::ClickerView view = clicker_view_of(state.clicker.menu, clicker_moment(state));
    const auto clicked = ui::clicker_panel(view, state.keys, state.ui_state);
    if (!clicked) return;
    state.clicker.menu.at = *clicked;
    choose_in_menu(state);
}

}  // namespace app
