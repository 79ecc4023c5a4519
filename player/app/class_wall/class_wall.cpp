// The class wall coming up, filling, being drawn, and going again; and handing in.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/class_wall/data.h"
#include "player/app/class_wall/desk.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/notebook/notebook.h"
#include "player/app/storage/folders.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto folder_kept_after = 1s;

// The step that the class is at, and what is left of it.
void say_lesson(const AppState& state, ui::ClassWallView& view) {
    if (!state.lesson_desk || !state.lesson_desk->lesson) return;
    const lessons::Lesson& lesson = *state.lesson_desk->lesson;
    if (lesson.done() || lesson.cue() == nullptr) return;
    view.lesson_step =
        catalogue::shown_words(lesson.cue()->title, state.sitting->whole, state.sitting->veil);
    if (const auto left = lesson.time_left(state.now)) view.lesson_timer = timer_text(*left);
}

HandInPlace hand_in_place(const AppState& state) {
    const auto& passing = state.notebook_desk->passing;
    return {state.settings.hand_in_folder, passing ? passing->path() : state_folder()};
}

void watch_hand_in_folder(AppState& state) {
    ClassWallDesk& desk = *state.class_wall;
    desk.news = {};
    desk.status.clear();
    desk.cards.clear();
    desk.folder = std::make_unique<HandInFolder>(state.settings.hand_in_folder, screen::wake);
}

void open_class_wall(AppState& state) {
    if (!state.sitting) {
        return;
    }
    if (state.place == Place::Notebook) {
        leave_notebook(state);
    }
    if (!state.class_wall) {
        state.class_wall = std::make_unique<ClassWallDesk>(screen::wake);
        state.class_wall->state.page = ui::ClassWallPage::Wall;
    }
    ClassWallDesk& desk = *state.class_wall;
    if (state.place != Place::ClassWall) desk.from_lesson = state.place == Place::Lesson;
    desk.state.opened.reset();
    desk.state.choosing_folder = false;
    if (!state.settings.hand_in_folder.empty() && !desk.folder) {
        watch_hand_in_folder(state);
    }
    // This machine may have handed this notebook in on another day.
    desk.keeper.look_up(hand_in_place(state), state.notebook_desk->store->notebook());
    state.show_panel(ui::Panel::None);
    state.place = Place::ClassWall;
    state.wall_drawn = {};
    state.resting_on.reset();
    state.interface->drop_focus();
    state.wake_interface(3);
}

// With what the open notebook holds.
void hand_in_notebook(AppState& state) {
    open_class_wall(state);
    if (state.class_wall && !state.settings.collects_hand_ins) {
        state.class_wall->state.page = ui::ClassWallPage::HandIn;
    }
}

// Back to the film, which goes on if it did.
void leave_class_wall(AppState& state) {
    state.ui_state.panel = ui::Panel::None;
    state.place = Place::Stage;
    state.class_wall->drawn = {};
    state.interface->drop_focus();
    state.wake_interface(3);
}

void lay_out_class_wall(AppState& state) {
    state.class_wall->lay_out(state.sitting->module, state.sitting->walk, {});
}

void take_hand_in_news(AppState& state) {
    ClassWallDesk& desk = *state.class_wall;
    for (HandInKeeper::News& news : desk.keeper.take_news()) {
        desk.handing_in = news.waits;
        if (news.handed_in) {
            desk.handed_in = *news.handed_in;
            desk.recall_seat();
        }
        if (!news.sentence.empty()) {
            state.say(std::move(news.sentence));
        }
        if (desk.folder && state.place == Place::ClassWall) {
            desk.folder->set_watched(false);  // what was written is to be seen at once
            desk.folder->set_watched(true);
        }
        state.wake_interface();
    }
}

void share_out(AppState& state, const std::string& pupils) {
    ClassWallDesk& desk = *state.class_wall;
    const bool typed = pupils.find_first_not_of(' ') != std::string::npos;
    const std::optional<int> count = pupils_typed(pupils);
    if (typed && !count) {
        state.say(_("Type how many pupils there are, up to {}, or nothing at all", most_pupils));
        return;
    }
    desk.pupils = count;
    desk.groups_seed = desk.groups_seed ? lessons::next_seed(*desk.groups_seed) : state.new_seed();
}

void hear_class_card(AppState& state, std::size_t number) {
    if (number >= state.class_wall->cards.size() || !state.class_wall->cards[number].cell) {
        return;
    }
    const lessons::WallCard card = state.class_wall->cards[number];
    const auto stretch = state.class_wall->note_of(card).stretch;
    leave_class_wall(state);
    state.walk_on(lessons::ChooseCell{*card.cell});
    const catalogue::Answer* answer = state.sitting->answer();
    if (stretch && answer != nullptr && (!answer->trim || answer->trim->contains(stretch->in))) {
        state.sitting->transport.resume_at = stretch->in;
    }
}

void take_class_wall(AppState& state, const ui::ClassWallAsk& ask) {
    ClassWallDesk& desk = *state.class_wall;
    const catalogue::Notebook& notebook = state.notebook_desk->store->notebook();
    if (const auto* folder = std::get_if<ui::ChooseHandInFolder>(&ask)) {
        choose_hand_in_folder(state, folder->folder);
    } else if (const auto* tick = std::get_if<ui::TickNote>(&ask)) {
        const catalogue::NoteId id{tick->id};
        if (!desk.turned.erase(id)) {
            desk.turned.insert(id);
        }
    } else if (const auto* initials = std::get_if<ui::LeaveInitialsIn>(&ask)) {
        desk.initials = initials->in ? catalogue::Initials::LeftIn : catalogue::Initials::LeftOut;
    } else if (std::holds_alternative<ui::HandItIn>(ask)) {
        desk.handing_in = true;
        desk.knows_seat = true;
        desk.state.seat_text = catalogue::clean_seat(desk.state.seat_text);
        desk.keeper.hand_in(
            hand_in_place(state), notebook,
            {catalogue::part_to_hand_in(notebook, kept_back(notebook, desk.turned), desk.initials),
             desk.state.seat_text});
    } else if (std::holds_alternative<ui::TakeItBack>(ask) && desk.handed_in) {
        desk.keeper.take_back(hand_in_place(state), *desk.handed_in);
    } else if (const auto* teachers = std::get_if<ui::BeTheTeachers>(&ask)) {
        state.settings.collects_hand_ins = teachers->on;
        state.settings_changed = true;
        state.save_at = std::min(state.save_at, state.now + folder_kept_after);
    } else if (const auto* share = std::get_if<ui::ShareOut>(&ask)) {
        share_out(state, share->pupils);
    } else if (std::holds_alternative<ui::LayOutAnew>(ask)) {
        desk.state.to_first = true;
        lay_out_class_wall(state);
    } else if (const auto* hear = std::get_if<ui::HearCard>(&ask)) {
        hear_class_card(state, hear->card);
    }
    state.wake_interface();
}

ui::ClassWallView class_wall_view(const AppState& state) {
    const ClassWallDesk& desk = *state.class_wall;
    const ClassWallModule of{&state.sitting->module, &state.sitting->whole, &state.sitting->veil};
    const catalogue::Notebook& notebook = state.notebook_desk->store->notebook();
    ui::ClassWallView view;
    view.module_title = state.sitting->module.title;
    say_lesson(state, view);
    view.folder = state.settings.hand_in_folder;
    view.looked = desk.news.looked;
    view.teachers = state.settings.collects_hand_ins;
    view.may_see = view.teachers || desk.own() != nullptr;
    if (view.may_see) {
        view.cards = class_cards_of(desk.news.hand_ins, desk.cards, of);
        view.grew = desk.grew;
        if (auto words = other_module_words(desk.news.hand_ins, state.sitting->module.id)) {
            view.sentences.push_back(*std::move(words));
        }
    }
    view.sentences.insert(view.sentences.begin(), desk.news.sentences.begin(),
                          desk.news.sentences.end());
    if (!desk.status.empty()) {
        view.sentences = {desk.status};  // what is amiss with it otherwise can wait
    }
    if (!view.teachers) {
        view.own = own_notes_of(notebook, desk.turned, of);
        view.initials = notebook.initials;
        view.initials_left_in = desk.initials == catalogue::Initials::LeftIn;
        view.handing_in = desk.handing_in;
        view.sign = desk.sign();
    }
    view.groups_asked = desk.groups_seed.has_value();
    if (desk.groups_seed && view.teachers) {
        const lessons::Grid& grid = state.sitting->walk.grid();
        view.groups = desk.pupils ? groups_by_seat(*desk.pupils, grid, *desk.groups_seed)
                                  : groups_by_hand_in(desk.news.hand_ins, state.sitting->module,
                                                      grid, *desk.groups_seed);
    }
    if (state.toast) {
        view.toast = state.toast->text;
    }
    view.black = state.black;
    return view;
}

// To a lesson that is under way, else to the film.
void leave_to_where_one_was(AppState& state) {
    const bool lesson = state.class_wall->from_lesson && state.lesson_desk->lesson;
    leave_class_wall(state);
    if (lesson) open_lesson(state);
}

}  // namespace

void add_class_wall_commands(Deeds& deeds) {
    deeds.emplace("class_wall", [](AppState& state) {
        state.place == Place::ClassWall ? leave_to_where_one_was(state) : open_class_wall(state);
    });
    deeds.emplace("hand_in", [](AppState& state) { hand_in_notebook(state); });
}

void back_out_of_class_wall(AppState& state) {
    ui::ClassWallState& wall = state.class_wall->state;
    if (state.interface->typing()) {
        state.interface->drop_focus();
    } else if (wall.opened) {
        wall.opened.reset();
    } else if (wall.choosing_folder) {
        wall.choosing_folder = false;
    } else {
        leave_to_where_one_was(state);
    }
}

// As somebody typed or dropped it. Whether it is there is not asked here: it may be on a share.
void choose_hand_in_folder(AppState& state, const std::string& typed) {
    const std::size_t first = typed.find_first_not_of(" \t\"'");
    const std::size_t last = typed.find_last_not_of(" \t\"'/");
    if (first == std::string::npos || last == std::string::npos || last < first) {
        return;
    }
    state.settings.hand_in_folder =
        fs::absolute(typed.substr(first, last - first + 1)).lexically_normal().string();
    state.settings_changed = true;
    state.save_at = std::min(state.save_at, state.now + folder_kept_after);
    state.class_wall->state.choosing_folder = false;
    state.class_wall->state.folder_text.clear();
    watch_hand_in_folder(state);
    state.wake_interface();
}

void look_after_class_wall(AppState& state) {
    if (!state.class_wall || !state.sitting) {
        return;
    }
    ClassWallDesk& desk = *state.class_wall;
    take_hand_in_news(state);
    if (!desk.folder) {
        return;
    }
    desk.folder->set_watched(state.place == Place::ClassWall);
    if (std::optional<HandInFolder::News> news = desk.folder->take_news()) {
        desk.take_hand_ins(*std::move(news), state.sitting->module, state.sitting->walk);
        state.wake_interface();
    } else if (desk.laid_for_cells != state.sitting->module.cells.size()) {
        lay_out_class_wall(state);
    }
    std::string status = desk.folder->status(state.now).value_or("");
    if (desk.status != status) {
        desk.status = std::move(status);
        state.wake_interface();
    }
}

std::optional<WallTime> next_tick_of_class_wall(const AppState& state) {
    return state.class_wall && state.class_wall->folder
               ? state.class_wall->folder->next_change(state.now)
               : std::nullopt;
}

// The card in large letters, on the projector too.
void say_class_card_in_room(const AppState& state, RoomMoment& moment) {
    const std::optional<std::size_t>& opened = state.class_wall->state.opened;
    if (opened && *opened < state.class_wall->view.cards.size()) {
        const ui::ClassCard& card = state.class_wall->view.cards[*opened];
        moment.step = card.who;
        moment.prompt = card.thought.empty() ? "\u201c" + card.quoted + "\u201d" : card.thought;
        moment.timer = card.question;
    }
}

std::vector<lessons::Cell> class_cards_in_sight(const AppState& state) {
    std::vector<lessons::Cell> cells;
    for (const std::size_t card : state.class_wall->drawn.in_sight) {
        if (card < state.class_wall->cards.size() && state.class_wall->cards[card].cell) {
            cells.push_back(*state.class_wall->cards[card].cell);
        }
    }
    return cells;
}

std::vector<ui::Action> draw_class_wall(AppState& state) {
    ClassWallDesk& desk = *state.class_wall;
    desk.view = class_wall_view(state);
    const StillShelf& stills = state.backstage->stills();
    std::vector<WantedStill> wanted;
    const ui::SizePx size = desk.drawn.picture_px;
    for (const std::size_t number : desk.drawn.in_sight) {
        if (number >= desk.cards.size() || number >= desk.view.cards.size() ||
            !desk.cards[number].cell) {
            continue;
        }
        const lessons::Cell cell = *desk.cards[number].cell;
        const std::size_t at = state.sitting->walk.grid().index(cell);
        const bool covered =
            state.sitting->module.people[static_cast<std::size_t>(cell.person)].stills_covered;
        if (covered || at >= stills.answers().size() || stills.answers()[at].file.empty()) {
            continue;
        }
        wanted.push_back({stills.answers()[at].file, size.width, size.height});
        desk.view.cards[number].image = state.still_pictures->of(wanted.back());
    }
    state.still_pictures->want(std::move(wanted));
    const std::vector<std::size_t> before = desk.drawn.in_sight;
    desk.drawn = ui::class_wall_screen(desk.view, state.keys, state.ui_state, desk.state);
    if (before != desk.drawn.in_sight || size != desk.drawn.picture_px) {
        state.wake_interface(2);  // with the pictures that are there already
    }
    std::vector<ui::Action> asked = std::move(desk.drawn.asked);
    desk.drawn.asked.clear();
    for (const ui::ClassWallAsk& ask : std::exchange(desk.drawn.wall, {})) {
        take_class_wall(state, ask);
    }
    return asked;
}

const ui::ClassWallView* App::class_wall() const {
    return state_->sitting && state_->place == Place::ClassWall ? &state_->class_wall->view
                                                                : nullptr;
}

}  // namespace app
