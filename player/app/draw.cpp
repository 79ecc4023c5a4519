// What the screen shows: the interface when something about it changed, the film when it moves on.
#include <algorithm>
#include <chrono>
#include <utility>

#include "player/app/aloud/speech.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/drawn_mesh.h"
#include "player/app/first_run/first_run.h"
#include "player/app/index/index.h"
#include "player/app/lesson/lesson.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/notebook/guesses.h"
#include "player/app/notebook/notebook.h"
#include "player/app/notebook/pins.h"
#include "player/app/room/room_drawing.h"
#include "player/app/search/search.h"
#include "player/app/stage/film_words.h"
#include "player/app/stage/shown_captions.h"
#include "player/app/stage/stage_data.h"
#include "player/app/stage/transcript.h"
#include "player/app/wall/wall.h"

namespace app {
namespace {

using namespace std::chrono_literals;

// The position bar of a playing clip moves by a few pixels a second.
constexpr auto position_drawn_every = 200ms;
constexpr auto timer_drawn_every = 500ms;
constexpr auto animation_frame = 33ms;
constexpr auto scrolling_frame = 16ms;

constexpr double trial_aspect = 16.0 / 9;
constexpr double smallest_caption_px = 18;  // at the usual size of everything

// The lesson's own screen, and the wall, while a class works on its own.
bool shows_lesson_timer(const AppState& state) {
    const bool place = state.place == Place::Lesson || state.place == Place::ClassWall;
    return place && state.sitting && state.lesson_desk->lesson && !state.black;
}

}  // namespace

void AppState::rebuild_fonts() {
    fonts_due = false;
    const bool scale_changed =
        interface->set_scale(static_cast<float>(settings.preferences.interface_size));
    const bool posters_changed = interface->set_posters(has_posters);
    const bool display_changed =
        interface->set_display(window.width_px(), window.height_px(), window.density());
    if (scale_changed || posters_changed || display_changed || atlas_texture == 0) {
        const ui::FontAtlas atlas = interface->atlas();
        if (atlas_texture != 0) {
            window.drop_texture(atlas_texture);
        }
        atlas_texture = window.make_letters(atlas.coverage, atlas.width_px, atlas.height_px);
        interface->set_atlas_texture(atlas_texture);
    }
    wake_interface(3);
}

// Large letters for the back row take half as long to make as all others together.
bool AppState::shows_posters() const {
    return place == Place::Lesson || place == Place::ClassWall ||
           (lesson_desk && lesson_desk->lesson);
}

bool AppState::film_up() const {
    if (place == Place::Index) {
        return index != nullptr;
    }
    return place == Place::Stage && sitting && !black &&
           sitting->walk.cue().standing != lessons::Standing::Absent;
}

// The settings, over the right side of the screen, and the film beside them.
std::vector<ui::Action> AppState::draw_settings() {
    ui::SettingsView view{settings.preferences, film_up() && picture, {}};
    if (const catalogue::Answer* answer = sitting ? sitting->answer() : nullptr;
        answer != nullptr && answer->second_captions) {
        view.second_language = answer->second_captions->language;
    }
    view.module_open = sitting && place == Place::Stage;
    view.silent_room = room.silent;
    view.two_at_one = room.turns.on;
    ui::SettingsDrawn drawn = ui::settings_panel(view, keys, ui_state);
    caption_trial = drawn.trial;
    film_place.width = std::max(1.0F, std::min(film_place.width, drawn.left_px - film_place.x));
    return std::move(drawn.asked);
}

void AppState::draw_interface() {
    const double since = std::chrono::duration<double>(now - interface_drawn_at).count();
    interface_drawn_at = now;
    interface->begin_frame(std::clamp(since, 0.001, 0.5));
    std::vector<ui::Action> asked;
    caption_trial.reset();
    const bool hidden =
        ui::settings_hide_screen({settings.preferences, film_up() && picture, {}}, ui_state);
    if (hidden) {
        resting_on.reset();
    } else if (place == Place::Stage && sitting) {
        const media::EngineStatus at = status();
        StageContext context;
        context.status = &at;
        context.transport = &sitting->transport;
        if (last_problem) {
            context.problem =
                catalogue::shown_problem(*last_problem, sitting->whole, sitting->veil);
        }
        context.hint = hint(*this);
        context.job_last = sitting->veil.job_last;
        context.guesses =
            &guesses_of(*sitting, static_cast<std::size_t>(sitting->walk.cue().cell.person));
        context.surprise = noted_surprise(*this);
        context.captions_on = settings.preferences.captions.shown;
        context.captions_there = caption_languages(*this) > 0;
        context.descriptions_on = settings.preferences.descriptions;
        context.descriptions_there = descriptions_there(*this);
        context.sound_present = engine_has_sound();
        context.full_screen = window.full_screen();
        if (ui_state.transcript.open) {
            context.transcript = transcript_of_answer(*this, at);
        }
        context.black = black;
        if (toast) {
            context.toast = toast->text;
        }
        context.picture_of = [this](std::size_t person, bool then) -> ShownPicture {
            const catalogue::Person& shown = sitting->module.people[person];
            const std::optional<catalogue::Picture>& which = then ? shown.then : shown.now;
            return which ? pictures->of(which->file) : ShownPicture{};
        };
        std::vector<catalogue::Problem> problems;
        for (const catalogue::Problem& problem : sitting->problems) {
            problems.push_back(catalogue::shown_problem(problem, sitting->whole, sitting->veil));
        }
        stage_view = stage_view_of(sitting->module, sitting->walk, problems, context);
        say_lesson_on_stage(*this, stage_view);
        say_room_on_stage(*this, stage_view);
        show_marks(*this, stage_view.transport);
        ui::StageDrawn drawn = ui::stage_screen(stage_view, keys, ui_state);
        asked = std::move(drawn.asked);
        film_place = drawn.film;
        resting_on = drawn.resting_on;
        draw_film_prompt(*this);
        std::vector<ui::Action> found = draw_found_strip(*this);
        asked.insert(asked.end(), found.begin(), found.end());
        std::vector<ui::Action> thought = draw_thought(*this);
        asked.insert(asked.end(), thought.begin(), thought.end());
    } else if (place == Place::Wall && sitting) {
        asked = draw_wall(*this);
    } else if (place == Place::Search && sitting) {
        asked = draw_search(*this);
    } else if (place == Place::Lesson && sitting) {
        asked = draw_lesson(*this);
    } else if (place == Place::Notebook && sitting) {
        asked = draw_notebook(*this);
    } else if (place == Place::ClassWall && sitting) {
        asked = draw_class_wall(*this);
    } else if (place == Place::Index && index) {
        asked = draw_index(*this);
    } else {
        ui::StartView view = start_view_of(library, start_sentence);
        view.hint = clicker_hint(clicker, place);
        asked = ui::start_screen(view, keys, ui_state);
    }
    if (ui_state.panel == ui::Panel::Settings && !black) {
        std::vector<ui::Action> set = draw_settings();
        asked.insert(asked.end(), set.begin(), set.end());
    }
    if (ui_state.panel == ui::Panel::StillNeeded && !black) draw_still_needed(*this);
    if (ui_state.panel == ui::Panel::Clicker && sitting) draw_clicker_menu(*this);
    mesh = mesh_of(interface->end_frame());
    read_frame(*this);
    for (const ui::Action& action : asked) {
        act(action);
    }
}

void AppState::draw() {
    if (shows_posters() && !std::exchange(has_posters, true)) fonts_due = true;
    // Before a picture is asked for: one may arrive meanwhile.
    const bool new_letters = fonts_due;
    if (new_letters) rebuild_fonts();
    if (toast && now >= toast->until) {
        toast.reset();
        wake_interface(1);
    }
    if (controls_tire() && now >= controls_asleep_at) {
        ui_state.controls_awake = false;
        wake_interface(1);
    } else if (!window.full_screen() || place != Place::Stage) {
        ui_state.controls_awake = true;
    }
    if (pictures && pictures->take_ready()) {
        wake_interface(1);
    }
    if (captions && captions->take_news()) {
        wake_interface(1);
    }
    if (still_pictures && still_pictures->take_ready() && shows_stills()) {
        wake_interface(1);
    }
    if ((wall_drawn.moving && now - interface_drawn_at >= scrolling_frame) ||
        (wall_drawn.waiting && now - interface_drawn_at >= position_drawn_every)) {
        wake_interface(1);
    }

    if (shows_lesson_timer(*this) && now - interface_drawn_at >= timer_drawn_every) {
        wake_interface(1);
    }

    const bool on_stage = place == Place::Stage && sitting;
    if (film_up()) {  // decoded once: both windows show this one
        picture = engine.picture_at(now);
    }
    const media::EngineStatus at = status();
    if (at.phase != last_phase || at.stalled != last_stalled || at.hindrance != last_hindrance) {
        last_phase = at.phase;
        last_stalled = at.stalled;
        last_hindrance = at.hindrance;
        wake_interface();
    }
    keep_time(*this);
    if (interface->animating() && now - interface_drawn_at >= animation_frame) {
        wake_interface(1);
    }
    if (position_moves() && now - interface_drawn_at >= position_drawn_every) {
        wake_interface(1);
    }
    // After a move the film comes first: the interface, which costs more, follows in the next tick;
    // but not letters from a font atlas that is gone.
    const bool film_is_new =
        film_up() && picture && std::exchange(film_cue, picture->cue) != picture->cue;
    const bool film_first = film_is_new && film_shown && !new_letters;
    if (interface_frames_due > 0 && !film_first) {
        --interface_frames_due;
        const Place drawn = place;
        draw_interface();
        // What was asked leads elsewhere: the next tick, which comes at once, shows that.
        if (place != drawn) return;
    }

    window.keep_awake((on_stage && sitting->transport.playing && !black) || room.state.open());

    find_captions(*this, at);
    const StagePicture seen = stage_picture(*this);
    screen::Scene scene;
    scene.backdrop_rgb = film_up() && (window.full_screen() || seen.of_room)
                             ? ui::Interface::film_surround_rgb()
                             : interface->backdrop_rgb();
    scene.interface = &mesh;
    const catalogue::CaptionPreferences& wanted = settings.preferences.captions;
    const bool trying = ui_state.panel == ui::Panel::Settings &&
                        ui_state.settings_part == ui::SettingsPart::Captions;
    const double letters_px = smallest_caption_px * settings.preferences.interface_size;
    std::optional<screen::CaptionPlace> captions_place;
    if (seen.page) {
        scene.overlays = paint_stage_page(*this, *seen.page);
    } else if (seen.film != nullptr) {
        scene.film = seen.film;
        captions_place = fit_film(film_place, seen.film->display_aspect, wanted,
                                  seen.words.languages, letters_px);
        scene.film_place = captions_place->film;
    } else if (caption_trial) {
        captions_place = fit_film(*caption_trial, trial_aspect, wanted, 1, letters_px);
    }
    if (captions_place) {
        WordsOnFilm words = seen.words;
        if (trying && words.captions.empty()) {
            words.captions = trial_captions(wanted);
        }
        const std::vector<screen::CaptionBlock> blocks = blocks_of(words, wanted, letters_px);
        // Its letters are not to keep the very first picture waiting: the tick that comes when they
        // are there shows the words.
        const bool at_once = picture && picture->serial > 1;
        if (!blocks.empty()) {
            caption_painter.begin();
            if (at_once || caption_painter.ready())
                scene.overlays = caption_painter->paint(blocks, *captions_place);
        }
    }
    film_shown = scene.film != nullptr;
    window.show(scene);
    if (film_shown && picture && picture->serial > 1) caption_painter.begin();
    show_room(*this);
}

bool AppState::engine_has_sound() const {
    return speaker.has_value() || !options.open_speaker;
}

// Whether the interface shows a position that moves by itself.
bool AppState::position_moves() const {
    if (place == Place::Index) {
        return last_phase == media::Phase::Playing;
    }
    return place == Place::Stage && sitting && last_phase == media::Phase::Playing && !black &&
           (ui_state.controls_awake || !window.full_screen());
}

// Whether the controls over the film go when nobody touches anything.
bool AppState::controls_tire() const {
    return window.full_screen() && ui_state.controls_awake && place == Place::Stage && sitting &&
           sitting->transport.playing && ui_state.panel == ui::Panel::None;
}

std::optional<WallTime> AppState::next_tick() const {
    std::optional<WallTime> next;
    const auto at_latest = [&next](WallTime when) { next = next ? std::min(*next, when) : when; };
    if (interface_frames_due > 0) {
        at_latest(now);
    }
    if (interface->animating()) {
        at_latest(interface_drawn_at + animation_frame);
    }
    if (toast) {
        at_latest(toast->until);
    }
    if (paused_for_voice) {
        at_latest(voice_ends_by);
    }
    if (const std::optional<WallTime> in_room = next_tick_of_room(*this)) {
        at_latest(*in_room);
    }
    if (wall_drawn.moving) {
        at_latest(interface_drawn_at + scrolling_frame);
    } else if (wall_drawn.waiting) {
        at_latest(interface_drawn_at + position_drawn_every);
    }
    if (const bool making =
            (sitting && sitting->making) ||
            std::any_of(library.begin(), library.end(),
                        [](const LibraryEntry& entry) { return entry.making.has_value(); });
        making) {
        at_latest(look_at_makers_at);
    }
    if (shows_lesson_timer(*this)) {
        at_latest(interface_drawn_at + timer_drawn_every);
    }
    if (settings_changed) {
        at_latest(save_at);
    }
    if (notebook_desk && notebook_desk->look_again_at) {
        at_latest(*notebook_desk->look_again_at);
    }
    if (const std::optional<WallTime> of_class_wall = next_tick_of_class_wall(*this)) {
        at_latest(*of_class_wall);
    }
    if (try_speaker_at != WallTime{}) {
        at_latest(try_speaker_at);
    }
    if ((place == Place::Stage && sitting) || place == Place::Index) {
        if (const std::optional<WallTime> picture_due = engine.next_picture_at(now)) {
            at_latest(*picture_due);
        }
        if (captions_due) {
            at_latest(*captions_due);
        }
        if (last_phase == media::Phase::Playing) {
            if (position_moves()) {
                at_latest(interface_drawn_at + position_drawn_every);
            }
            if (controls_tire()) {
                at_latest(controls_asleep_at);
            }
            at_latest(save_at);
        }
    }
    return next;
}

}  // namespace app
