// What the room sees, in its own window or beside the teacher's strip.
#include <cmath>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/lesson/lesson.h"
#include "player/app/room/room_drawing.h"
#include "player/app/room/silent_room.h"
#include "player/app/search/search.h"
#include "player/app/stage/film_words.h"
#include "player/app/storage/folders.h"

namespace app {
using catalogue::_;
namespace {

constexpr double room_letters_part = 0.037;  // of the room's height: the least of its captions

screen::RectPx pixels_of(const ui::FilmPlace& place) {
    const auto whole = [](float px) { return static_cast<int>(std::lround(px)); };
    return {whole(place.x), whole(place.y), whole(place.width), whole(place.height)};
}

// Where it is not the walk's next: in a lesson, and while passages are heard in turn.
void say_what_comes_next(const AppState& state, ui::RoomPanelView& panel) {
    const catalogue::Module& module = state.sitting->module;
    if (lesson_under_way(state)) {
        const std::string next = lessons::next_text(*state.lesson_desk->lesson, module);
        panel.next_person.clear();
        panel.next_note = next.empty() ? _("Nothing follows by itself.") : next;
    } else if (hears_in_turn(state)) {
        const KeptFindings& kept = *state.searching.kept;
        const std::optional<std::size_t> next = passage_after(kept, 1);
        panel.next_person.clear();
        panel.next_note = _("That was the last passage with \u201C{}\u201D", kept.words);
        if (next) {
            const lessons::Cell cell = kept.passages[*next].cell;
            panel.next_person = module.people[static_cast<std::size_t>(cell.person)].name;
            panel.next_question = module.questions[static_cast<std::size_t>(cell.question)].label;
        }
    }
}

// The clip before stays to be seen until the next one begins; but where something else was to be
// seen meanwhile, a black screen or the wall, it does not come back for a moment.
const media::Picture* film_after(const AppState& state, bool film_was_shown) {
    if (!state.picture) return nullptr;
    const bool of_this_clip =
        !state.sitting || state.picture->cue == state.sitting->walk.cue().number;
    return film_was_shown || of_this_clip || state.place == Place::Index ? &*state.picture
                                                                         : nullptr;
}

// Where the room's picture is beside the teacher's strip, and where the stage has the film, pages
// lie over it as in the room's window.
RoomView view_beside(AppState& state) {
    if (state.room.state.place == RoomPlace::Split && state.place == Place::Stage) {
        return state.room.kept && !state.room.state.covered()
                   ? state.room.kept->view
                   : room_view_of(state.room.state, room_moment(state));
    }
    RoomMoment moment = room_moment(state);
    moment.open_module = true;
    moment.absent.clear();  // the stage says it in its own way
    return room_view_of({}, moment);
}

}  // namespace

RoomMoment room_moment(AppState& state) {
    RoomMoment moment;
    moment.open_module = state.sitting && state.place != Place::Start;
    if (!moment.open_module) {
        return moment;
    }
    moment.question = state.stage_view.question;
    moment.person = state.stage_view.person;
    if (state.stage_view.absent) {
        moment.absent = state.stage_view.absent->what;
    }
    moment.timer = timer_text(state.room.timer, state.now);
    if (state.place == Place::Lesson) {
        say_lesson_in_room(state, moment);
    } else if (state.place == Place::ClassWall) {
        say_class_card_in_room(state, moment);
    }
    moment.silent = state.room.silent && caption_languages(state) > 0;
    if (moment.silent) {
        moment.said = state.room.pace.words;
        moment.portrait = portrait(state);
    }
    return moment;
}

void say_room_on_stage(AppState& state, ui::StageView& view) {
    state.room.turns = turns_at(state.room.turns, state.sitting->walk.cue().number);
    view.turn = turn_text(state.room.turns);
    if (state.room.waits_until) {  // nobody stopped it: it waits for those who read
        view.transport.state = ui::PlayState::Playing;
    }
    if (state.room.state.open()) {
        view.room = room_panel_of(state.room.state, state.sitting->module, state.sitting->walk,
                                  timer_text(state.room.timer, state.now));
        view.room->playing = state.sitting->transport.playing;
        say_what_comes_next(state, *view.room);
    }
}

StagePicture stage_picture(AppState& state) {
    StagePicture seen;
    seen.of_room = state.room.state.place == RoomPlace::Split && state.place == Place::Stage &&
                   state.sitting && !state.black;
    if (seen.of_room || (state.room.silent && state.film_up())) {
        seen.page = view_beside(state).page;
    }
    if (seen.of_room && state.room.kept) {
        seen.film = state.room.kept->picture ? &*state.room.kept->picture : nullptr;
        seen.words = state.room.kept->words;
    } else if (state.film_up()) {
        seen.film = film_after(state, state.film_shown);
        if (seen.film != nullptr) seen.words = words_on_film(state);
    }
    return seen;
}

std::span<const screen::Overlay> paint_stage_page(AppState& state, const screen::Page& page) {
    if (!state.room.stage_pages) {
        state.room.stage_pages = std::make_unique<screen::PagePainter>(asset_folder() / "fonts");
    }
    return state.room.stage_pages->paint(page, pixels_of(state.film_place));
}

void show_room(AppState& state) {
    if (!state.room.window) {
        return;
    }
    const screen::RectPx whole{0, 0, state.room.window->width_px(), state.room.window->height_px()};
    const bool kept = state.room.kept && !state.room.state.covered();
    const RoomView view =
        kept ? state.room.kept->view : room_view_of(state.room.state, room_moment(state));
    const media::Picture* film = !kept ? film_after(state, state.room.film_shown)
                                 : state.room.kept->picture ? &*state.room.kept->picture
                                                            : nullptr;
    screen::Scene scene;
    if (view.film && film != nullptr) {
        const WordsOnFilm words = kept ? state.room.kept->words : words_on_film(state);
        const catalogue::CaptionPreferences& wanted = state.settings.preferences.captions;
        const double letters_px = whole.height * room_letters_part;
        const ui::FilmPlace space{0, 0, static_cast<float>(whole.width),
                                  static_cast<float>(whole.height)};
        const screen::CaptionPlace fitted =
            fit_film(space, film->display_aspect, wanted, words.languages, letters_px);
        scene.film = film;
        scene.film_place = fitted.film;
        scene.overlays = state.room.captions->paint(blocks_of(words, wanted, letters_px), fitted);
    } else {
        scene.overlays = state.room.pages->paint(view.page, whole);
    }
    state.room.film_shown = scene.film != nullptr;
    state.room.window->show(scene);
}

void keep_time(AppState& state) {
    if (std::string left = timer_text(state.room.timer, state.now);
        left != state.room.timer_shown) {
        state.room.timer_shown = std::move(left);
        state.wake_interface(1);
    }
}

std::optional<WallTime> next_tick_of_room(const AppState& state) {
    std::optional<WallTime> next = state.room.waits_until;
    const auto at_latest = [&next](WallTime when) { next = next ? std::min(*next, when) : when; };
    if (state.room.state.open()) {
        at_latest(state.room.look_at_displays_at);
        if (const std::optional<WallTime> second = timer_changes_at(state.room.timer, state.now)) {
            at_latest(*second);
        }
    }
    return next;
}

}  // namespace app
