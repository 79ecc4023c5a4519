// What the room sees, in its own window or beside the teacher's strip.
#include <cmath>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/search/search.h"
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
    if (state.lesson_under_way()) {
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

}  // namespace

// Its words come from the stage's view, so that what is withheld there is withheld here.
RoomMoment AppState::room_moment() {
    RoomMoment moment;
    moment.open_module = sitting && place != Place::Start;
    if (!moment.open_module) {
        return moment;
    }
    moment.question = stage_view.question;
    moment.person = stage_view.person;
    if (stage_view.absent) {
        moment.absent = stage_view.absent->what;
    }
    moment.timer = timer_text(room.timer, now);
    if (place == Place::Lesson) {
        say_lesson_in_room(moment);
    } else if (place == Place::ClassWall) {
        say_class_card_in_room(*this, moment);
    }
    moment.silent = room.silent && caption_languages() > 0;
    if (moment.silent) {
        moment.said = room.pace.words;
        moment.portrait = portrait();
    }
    return moment;
}

void AppState::say_room_on_stage(ui::StageView& view) {
    room.turns = turns_at(room.turns, sitting->walk.cue().number);
    view.turn = turn_text(room.turns);
    if (room.waits_until) {  // nobody stopped it: it waits for those who read
        view.transport.state = ui::PlayState::Playing;
    }
    if (room.state.open()) {
        view.room =
            room_panel_of(room.state, sitting->module, sitting->walk, timer_text(room.timer, now));
        view.room->playing = sitting->transport.playing;
        say_what_comes_next(*this, *view.room);
    }
}

// Where the room's picture is beside the teacher's strip, and where the stage has the film, pages
// lie over it as in the room's window.
RoomView AppState::view_beside() {
    if (room.state.place == RoomPlace::Split && place == Place::Stage) {
        return room.kept && !room.state.covered() ? room.kept->view
                                                  : room_view_of(room.state, room_moment());
    }
    RoomMoment moment = room_moment();
    moment.open_module = true;
    moment.absent.clear();  // the stage says it in its own way
    return room_view_of({}, moment);
}

// The clip before stays to be seen until the next one begins; but where something else was to be
// seen meanwhile, a black screen or the wall, it does not come back for a moment.
const media::Picture* AppState::film_after(bool film_was_shown) const {
    if (!picture) return nullptr;
    const bool of_this_clip = !sitting || picture->cue == sitting->walk.cue().number;
    return film_was_shown || of_this_clip || place == Place::Index ? &*picture : nullptr;
}

StagePicture AppState::stage_picture() {
    StagePicture seen;
    seen.of_room =
        room.state.place == RoomPlace::Split && place == Place::Stage && sitting && !black;
    if (seen.of_room || (room.silent && film_up())) {
        seen.page = view_beside().page;
    }
    if (seen.of_room && room.kept) {
        seen.film = room.kept->picture ? &*room.kept->picture : nullptr;
        seen.words = room.kept->words;
    } else if (film_up()) {
        seen.film = film_after(film_shown);
        if (seen.film != nullptr) seen.words = words_on_film();
    }
    return seen;
}

std::span<const screen::Overlay> AppState::paint_stage_page(const screen::Page& page) {
    if (!room.stage_pages) {
        room.stage_pages = std::make_unique<screen::PagePainter>(asset_folder() / "fonts");
    }
    return room.stage_pages->paint(page, pixels_of(film_place));
}

void AppState::show_room() {
    if (!room.window) {
        return;
    }
    const screen::RectPx whole{0, 0, room.window->width_px(), room.window->height_px()};
    const bool kept = room.kept && !room.state.covered();
    const RoomView view = kept ? room.kept->view : room_view_of(room.state, room_moment());
    const media::Picture* film = !kept                ? film_after(room.film_shown)
                                 : room.kept->picture ? &*room.kept->picture
                                                      : nullptr;
    screen::Scene scene;
    if (view.film && film != nullptr) {
        const WordsOnFilm words = kept ? room.kept->words : words_on_film();
        const catalogue::CaptionPreferences& wanted = settings.preferences.captions;
        const double letters_px = whole.height * room_letters_part;
        const ui::FilmPlace space{0, 0, static_cast<float>(whole.width),
                                  static_cast<float>(whole.height)};
        const screen::CaptionPlace fitted =
            fit_film(space, film->display_aspect, wanted, words.languages, letters_px);
        scene.film = film;
        scene.film_place = fitted.film;
        scene.overlays = room.captions->paint(blocks_of(words, wanted, letters_px), fitted);
    } else {
        scene.overlays = room.pages->paint(view.page, whole);
    }
    room.film_shown = scene.film != nullptr;
    room.window->show(scene);
}

// The time that is left is also in the interface.
void AppState::keep_time() {
    if (std::string left = timer_text(room.timer, now); left != room.timer_shown) {
        room.timer_shown = std::move(left);
        wake_interface(1);
    }
}

std::optional<WallTime> AppState::next_tick_of_room() const {
    std::optional<WallTime> next = room.waits_until;
    const auto at_latest = [&next](WallTime when) { next = next ? std::min(*next, when) : when; };
    if (room.state.open()) {
        at_latest(room.look_at_displays_at);
        if (const std::optional<WallTime> second = timer_changes_at(room.timer, now)) {
            at_latest(*second);
        }
    }
    return next;
}

}  // namespace app
