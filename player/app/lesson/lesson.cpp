// A lesson coming up, going on, being drawn, and being kept.
#include "player/app/lesson/lesson.h"
#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/room/room_window.h"
#include "player/app/sheets/paper.h"
#include "player/app/stage/job_last.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"

namespace app {
using catalogue::_;

using namespace std::chrono_literals;

namespace {

// One line of a prompt's words.
std::string words_of(const std::string& markdown) {
    std::string words;
    for (const catalogue::TextBlock& block : catalogue::read_markdown(markdown)) {
        words += (words.empty() ? "" : " ") + block.text;
    }
    return words;
}

bool asks_for_cover(const lessons::Lesson& lesson) {
    return lesson.cue() != nullptr && lesson.cue()->job_last;
}

// The film for a clip, the words for everything else.
void show_lesson_step(AppState& state, bool goes_on = false) {
    follow_job_last(state);
    const lessons::Lesson& lesson = *state.lesson_desk->lesson;
    const lessons::PlannedClip* clip = lesson.clip();
    if (clip == nullptr || lesson.at_pause()) {
        state.sitting->transport.playing = false;
        open_lesson(state);
        return;
    }
    open_lesson(state);
    state.place = Place::Stage;
    const bool silent = !lesson.cue()->sound;
    if (silent != state.lesson_desk->muted_by_cue && (!silent || !state.sitting->transport.muted)) {
        state.sitting->transport.muted = silent;
        state.lesson_desk->muted_by_cue = silent;
    }
    if (goes_on && state.sitting->walk.cue().cell == clip->cell) {
        state.sitting->transport.playing = true;
    } else {
        state.walk_on(lessons::ChooseCell{clip->cell});
    }
}

void resume_kept_lesson(AppState& state) {
    if (!state.options.remember) {
        return;
    }
    state.lesson_desk->kept_in = lesson_file(state.sitting->root);
    const auto text = load_document(state.lesson_desk->kept_in);
    if (!text || !*text) {
        return;
    }
    if (const auto saved = catalogue::read_saved_lesson(**text, state.lesson_desk->kept_in)) {
        resume_lesson(*state.lesson_desk, *saved, state.sitting->module, state.sitting->walk.grid(),
                      state.now);
        state.ui_state.questions_open = state.ui_state.questions_open && !state.lesson_desk->lesson;
        if (state.lesson_desk->lesson && !state.lesson_desk->lesson->done()) {
            state.say(_("\u201c{}\u201d is under way: F5 goes back to it",
                        state.lesson_desk->lesson->plan().title));
        }
    }
}

// From its list it starts the chosen plan, elsewhere it brings the lesson up.
void lesson_key(AppState& state) {
    if (state.place == Place::Lesson && !state.lesson_desk->lesson) {
        start_lesson(state, state.lesson_desk->state.chosen);
    } else if (state.sitting) {
        open_lesson(state);
    }
}

// Back to the film of the step that the class is at.
void lesson_from_here(AppState& state) {
    if (!state.sitting) {
        return;
    }
    if (!state.lesson_desk->lesson) {
        lesson_key(state);
    } else if (state.lesson_desk->lesson->clip() != nullptr) {
        show_lesson_step(state);
    } else {
        open_lesson(state);
    }
}

void tell_bell(AppState& state, const std::string& text) {
    const std::optional<BellWish> wish = bell_from_text(text);
    if (!wish && !text.empty()) {
        state.say(
            _("Write the minutes to the bell, then pupils and headsets: 35 minutes, 28 pupils, 12 "
              "headsets"));
        return;
    }
    if (!state.lesson_desk->lesson) {
        return;  // what is typed there is met at once
    }
    lessons::SetBell bell;
    if (wish) {
        bell.rings = state.now + std::chrono::minutes{wish->minutes};
        bell.room = wish->room;
    }
    state.lesson_desk->lesson =
        lessons::step(*std::move(state.lesson_desk->lesson), bell, state.now);
    state.interface->drop_focus();
    save_lesson(state);
    state.wake_interface();
}

void follow_clip(AppState& state, std::string& beside) {
    if (!lesson_under_way(state) || state.place != Place::Stage ||
        state.lesson_desk->lesson->clip() == nullptr ||
        state.sitting->walk.cue().cell != state.lesson_desk->lesson->clip()->cell) {
        return;
    }
    const media::EngineStatus at = state.status();
    if (at.cue != state.sitting->walk.cue().number) {
        return;
    }
    if (const catalogue::ClipPrompt* prompt =
            state.lesson_desk->lesson->prompt_at(at.position - at.range.in)) {
        beside = words_of(prompt->prompt);
    }
    if (state.sitting->walk.cue().standing == lessons::Standing::Held) {
        state.lesson_desk->lesson = lessons::step(*std::move(state.lesson_desk->lesson),
                                                  lessons::ClipWasEnded{}, state.now);
    } else if (at.phase == media::Phase::Playing) {
        const lessons::ClipReached reached{at.position - at.range.in};
        const lessons::Lesson stepped =
            lessons::step(*state.lesson_desk->lesson, reached, state.now);
        if (stepped.at_pause()) {
            lesson_on(state, reached);
        }
    }
}

}  // namespace

void add_lesson_commands(Deeds& deeds) {
    deeds.emplace("lesson", [](AppState& state) { lesson_key(state); });
    deeds.emplace("lesson_screen", [](AppState& state) { open_lesson(state); });
    deeds.emplace("lesson_from_here", [](AppState& state) { lesson_from_here(state); });
    deeds.emplace("extend", [](AppState& state) { extend_time(state); });
    deeds.emplace("export", [](AppState& state) { keep_lesson_record(state); });
}

void open_desk(AppState& state, PlanShelf plans) {
    state.lesson_desk = std::make_unique<LessonDesk>();
    state.lesson_desk->seed = state.new_seed();
    state.lesson_desk->shelf = std::move(plans);
    state.sitting->problems.insert(state.sitting->problems.end(),
                                   state.lesson_desk->shelf.problems.begin(),
                                   state.lesson_desk->shelf.problems.end());
    resume_kept_lesson(state);
    follow_job_last(state);
}

void save_lesson(AppState& state) {
    if (!state.lesson_desk || !state.sitting || state.lesson_desk->kept_in.empty()) {
        return;
    }
    const catalogue::Outcome saved = save_document(
        state.lesson_desk->kept_in,
        catalogue::to_yaml(saved_of(*state.lesson_desk, state.sitting->module, state.now)));
    if (!saved && !state.save_failed) {
        state.say(_("Where the lesson is could not be kept: {}", saved.error().hint));
        state.save_failed = true;
    }
}

bool lesson_under_way(const AppState& state) {
    return state.lesson_desk && state.lesson_desk->lesson &&
           (state.place == Place::Stage || state.place == Place::Lesson);
}

void open_lesson(AppState& state) {
    if (!state.sitting) {
        return;
    }
    state.show_panel(ui::Panel::None);
    // So that the arrow keys choose among the plans at once.
    state.ui_state.request_focus = !state.lesson_desk->lesson && state.place != Place::Lesson;
    state.place = Place::Lesson;
    state.wall_drawn = {};
    state.resting_on.reset();
    state.wake_interface(3);
}

void start_lesson(AppState& state, std::size_t number) {
    if (number >= state.lesson_desk->shelf.plans.size()) {
        return;
    }
    state.lesson_desk->lesson = drafted_lesson(*state.lesson_desk, number, state.sitting->module,
                                               state.sitting->walk.grid(), state.now);
    state.lesson_desk->seed = state.new_seed();
    state.walk_on(lessons::SetWay{lessons::Way::StopAndTalk});
    state.ui_state.questions_open = false;  // the plan chooses; Q brings them
    state.interface->drop_focus();  // of the field for the bell: from now on keys are commands
    show_lesson_step(state);
    save_lesson(state);
}

void end_lesson(AppState& state) {
    if (!state.lesson_desk->lesson) {
        return;
    }
    if (std::exchange(state.lesson_desk->muted_by_cue, false)) {
        state.sitting->transport.muted = false;
    }
    state.lesson_desk->end_lesson(state.sitting->module);
    state.ui_state.questions_open = !state.window.full_screen();
    follow_job_last(state);
    state.place = Place::Stage;
    open_lesson(state);
    save_lesson(state);
}

void lesson_on(AppState& state, const lessons::LessonInput& input) {
    if (!state.lesson_desk || !state.lesson_desk->lesson) {
        return;
    }
    const lessons::Stop before = state.lesson_desk->lesson->stop();
    const bool was_covered = asks_for_cover(*state.lesson_desk->lesson);
    const bool was_at_pause = state.lesson_desk->lesson->at_pause();
    state.lesson_desk->lesson =
        lessons::step(*std::move(state.lesson_desk->lesson), input, state.now);
    if (was_covered && state.lesson_desk->lesson->stop().item > before.item) {
        reveal_after(state, state.lesson_desk->lesson->order()[before.item]);
    }
    if (state.lesson_desk->lesson->stop() != before ||
        state.lesson_desk->lesson->at_pause() != was_at_pause) {
        show_lesson_step(state, was_at_pause && state.lesson_desk->lesson->stop() == before);
    }
    save_lesson(state);
    state.wake_interface();
}

std::optional<lessons::Cell> next_lesson_cell(const AppState& state) {
    if (!lesson_under_way(state)) {
        return std::nullopt;
    }
    const lessons::Lesson& lesson = *state.lesson_desk->lesson;
    const std::optional<lessons::Stop> next = lesson.next();
    return next && next->part == lessons::Part::Clip
               ? std::optional{lesson.order()[next->item].clips[next->clip].cell}
               : std::nullopt;
}

void follow_film(AppState& state) {
    std::string beside;
    follow_clip(state, beside);
    if (state.lesson_desk && state.lesson_desk->beside_film != beside) {
        state.lesson_desk->beside_film = std::move(beside);
        state.wake_interface(3);
    }
}

void draw_film_prompt(AppState& state) {
    if (!state.film_up() || state.lesson_desk == nullptr ||
        state.lesson_desk->beside_film.empty()) {
        return;
    }
    const std::string words = catalogue::shown_words(state.lesson_desk->beside_film,
                                                     state.sitting->whole, state.sitting->veil);
    const float bottom = ui::film_prompt(state.film_place, words);
    state.film_place.covered_above =
        std::max(state.film_place.covered_above, bottom - state.film_place.y);
}

void say_lesson_on_stage(const AppState& state, ui::StageView& view) {
    if (!lesson_under_way(state) || state.lesson_desk->lesson->clip() == nullptr) {
        return;
    }
    const lessons::Lesson& lesson = *state.lesson_desk->lesson;
    const bool here = state.sitting->walk.cue().cell == lesson.clip()->cell;
    view.line = here ? lesson.cue()->title : _("Beside the lesson: F5 goes back to it");
    view.line_asks = state.sitting->walk.cue().standing != lessons::Standing::Playing;
    view.next_text = lessons::next_text(lesson, state.sitting->module);
}

void say_lesson_in_room(const AppState& state, RoomMoment& moment) {
    if (!state.lesson_desk || !state.lesson_desk->lesson || !state.lesson_desk->view.under_way) {
        return;
    }
    const ui::LessonView& shown = state.lesson_desk->view;
    moment.step = shown.prompt.title;
    for (const catalogue::TextBlock& block : shown.prompt.blocks) {
        moment.prompt += (moment.prompt.empty() ? "" : "\n") + block.text;
    }
    moment.timer = shown.prompt.talk ? lessons::talk_text(*shown.prompt.talk) : std::string{};
    if (!shown.timer.empty()) {
        moment.timer += (moment.timer.empty() ? "" : "  \u00b7  ") + shown.timer;
    }
}

std::vector<ui::Action> draw_lesson(AppState& state) {
    state.lesson_desk->view = lesson_view_of(*state.lesson_desk, state.sitting->module,
                                             state.sitting->walk.grid(), state.now);
    cover_jobs(state.lesson_desk->view, state.sitting->whole, state.sitting->veil);
    state.lesson_desk->view.for_the_class = state.window.full_screen();
    if (state.toast) {
        state.lesson_desk->view.toast = state.toast->text;
    }
    state.lesson_desk->view.black = state.black;
    ui::LessonDrawn drawn = ui::lesson_screen(state.lesson_desk->view, state.keys, state.ui_state,
                                              state.lesson_desk->state);
    for (const ui::LessonAsk& ask : drawn.lesson) {
        if (const auto* start = std::get_if<ui::StartLesson>(&ask)) {
            start_lesson(state, start->plan);
        } else if (std::holds_alternative<ui::EndLesson>(ask)) {
            end_lesson(state);
        } else if (const auto* bell = std::get_if<ui::TellBell>(&ask)) {
            tell_bell(state, bell->text);
        } else if (const auto* input = std::get_if<lessons::LessonInput>(&ask)) {
            lesson_on(state, *input);
        }
    }
    if (!drawn.lesson.empty()) {
        state.wake_interface();
    }
    return std::move(drawn.asked);
}

}  // namespace app
