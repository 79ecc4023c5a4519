// A lesson coming up, going on, being drawn, and being kept.
#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/lesson/lesson_desk.h"
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

}  // namespace

void add_lesson_commands(Deeds& deeds) {
    deeds.emplace("lesson", [](AppState& state) { state.lesson_key(); });
    deeds.emplace("lesson_screen", [](AppState& state) { state.open_lesson(); });
    deeds.emplace("lesson_from_here", [](AppState& state) { state.lesson_from_here(); });
    deeds.emplace("extend", [](AppState& state) { state.extend_time(); });
    deeds.emplace("export", [](AppState& state) { state.keep_lesson_record(); });
}

void AppState::open_desk(PlanShelf plans) {
    lesson_desk = std::make_unique<LessonDesk>();
    lesson_desk->seed = new_seed();
    lesson_desk->shelf = std::move(plans);
    sitting->problems.insert(sitting->problems.end(), lesson_desk->shelf.problems.begin(),
                             lesson_desk->shelf.problems.end());
    resume_kept_lesson();
    follow_job_last();
}

void AppState::resume_kept_lesson() {
    if (!options.remember) {
        return;
    }
    lesson_desk->kept_in = lesson_file(sitting->root);
    const auto text = load_document(lesson_desk->kept_in);
    if (!text || !*text) {
        return;
    }
    if (const auto saved = catalogue::read_saved_lesson(**text, lesson_desk->kept_in)) {
        resume_lesson(*lesson_desk, *saved, sitting->module, sitting->walk.grid(), now);
        ui_state.questions_open = ui_state.questions_open && !lesson_desk->lesson;
        if (lesson_desk->lesson && !lesson_desk->lesson->done()) {
            say(_("\u201c{}\u201d is under way: F5 goes back to it",
                  lesson_desk->lesson->plan().title));
        }
    }
}

void AppState::save_lesson() {
    if (!lesson_desk || !sitting || lesson_desk->kept_in.empty()) {
        return;
    }
    const catalogue::Outcome saved = save_document(
        lesson_desk->kept_in, catalogue::to_yaml(saved_of(*lesson_desk, sitting->module, now)));
    if (!saved && !save_failed) {
        say(_("Where the lesson is could not be kept: {}", saved.error().hint));
        save_failed = true;
    }
}

bool AppState::lesson_under_way() const {
    return lesson_desk && lesson_desk->lesson && (place == Place::Stage || place == Place::Lesson);
}

void AppState::open_lesson() {
    if (!sitting) {
        return;
    }
    show_panel(ui::Panel::None);
    // So that the arrow keys choose among the plans at once.
    ui_state.request_focus = !lesson_desk->lesson && place != Place::Lesson;
    place = Place::Lesson;
    wall_drawn = {};
    resting_on.reset();
    wake_interface(3);
}

// From its list it starts the chosen plan, elsewhere it brings the lesson up.
void AppState::lesson_key() {
    if (place == Place::Lesson && !lesson_desk->lesson) {
        start_lesson(lesson_desk->state.chosen);
    } else if (sitting) {
        open_lesson();
    }
}

// Back to the film of the step that the class is at.
void AppState::lesson_from_here() {
    if (!sitting) {
        return;
    }
    if (!lesson_desk->lesson) {
        lesson_key();
    } else if (lesson_desk->lesson->clip() != nullptr) {
        show_lesson_step();
    } else {
        open_lesson();
    }
}

void AppState::start_lesson(std::size_t number) {
    if (number >= lesson_desk->shelf.plans.size()) {
        return;
    }
    lesson_desk->lesson =
        drafted_lesson(*lesson_desk, number, sitting->module, sitting->walk.grid(), now);
    lesson_desk->seed = new_seed();
    walk_on(lessons::SetWay{lessons::Way::StopAndTalk});
    ui_state.questions_open = false;  // the plan chooses; Q brings them
    interface->drop_focus();          // of the field for the bell: from now on keys are commands
    show_lesson_step();
    save_lesson();
}

void AppState::end_lesson() {
    if (!lesson_desk->lesson) {
        return;
    }
    if (std::exchange(lesson_desk->muted_by_cue, false)) {
        sitting->transport.muted = false;
    }
    lesson_desk->end_lesson(sitting->module);
    ui_state.questions_open = !window.full_screen();
    follow_job_last();
    place = Place::Stage;
    open_lesson();
    save_lesson();
}

void AppState::tell_bell(const std::string& text) {
    const std::optional<BellWish> wish = bell_from_text(text);
    if (!wish && !text.empty()) {
        say(
            _("Write the minutes to the bell, then pupils and headsets: 35 minutes, 28 pupils, 12 "
              "headsets"));
        return;
    }
    if (!lesson_desk->lesson) {
        return;  // what is typed there is met at once
    }
    lessons::SetBell bell;
    if (wish) {
        bell.rings = now + std::chrono::minutes{wish->minutes};
        bell.room = wish->room;
    }
    lesson_desk->lesson = lessons::step(*std::move(lesson_desk->lesson), bell, now);
    interface->drop_focus();
    save_lesson();
    wake_interface();
}

void AppState::lesson_on(const lessons::LessonInput& input) {
    if (!lesson_desk || !lesson_desk->lesson) {
        return;
    }
    const lessons::Stop before = lesson_desk->lesson->stop();
    const bool was_covered = asks_for_cover(*lesson_desk->lesson);
    const bool was_at_pause = lesson_desk->lesson->at_pause();
    lesson_desk->lesson = lessons::step(*std::move(lesson_desk->lesson), input, now);
    if (was_covered && lesson_desk->lesson->stop().item > before.item) {
        reveal_after(lesson_desk->lesson->order()[before.item]);
    }
    if (lesson_desk->lesson->stop() != before || lesson_desk->lesson->at_pause() != was_at_pause) {
        show_lesson_step(was_at_pause && lesson_desk->lesson->stop() == before);
    }
    save_lesson();
    wake_interface();
}

// The film for a clip, the words for everything else.
void AppState::show_lesson_step(bool goes_on) {
    follow_job_last();
    const lessons::Lesson& lesson = *lesson_desk->lesson;
    const lessons::PlannedClip* clip = lesson.clip();
    if (clip == nullptr || lesson.at_pause()) {
        sitting->transport.playing = false;
        open_lesson();
        return;
    }
    open_lesson();
    place = Place::Stage;
    const bool silent = !lesson.cue()->sound;
    if (silent != lesson_desk->muted_by_cue && (!silent || !sitting->transport.muted)) {
        sitting->transport.muted = silent;
        lesson_desk->muted_by_cue = silent;
    }
    if (goes_on && sitting->walk.cue().cell == clip->cell) {
        sitting->transport.playing = true;
    } else {
        walk_on(lessons::ChooseCell{clip->cell});
    }
}

// The clip that one more press of the clicker brings, to be kept ready.
std::optional<lessons::Cell> AppState::next_lesson_cell() const {
    if (!lesson_under_way()) {
        return std::nullopt;
    }
    const lessons::Lesson& lesson = *lesson_desk->lesson;
    const std::optional<lessons::Stop> next = lesson.next();
    return next && next->part == lessons::Part::Clip
               ? std::optional{lesson.order()[next->item].clips[next->clip].cell}
               : std::nullopt;
}

// What the film reports to the lesson.
void AppState::follow_film() {
    std::string beside;
    follow_clip(beside);
    if (lesson_desk && lesson_desk->beside_film != beside) {
        lesson_desk->beside_film = std::move(beside);
        wake_interface(3);
    }
}

void AppState::follow_clip(std::string& beside) {
    if (!lesson_under_way() || place != Place::Stage || lesson_desk->lesson->clip() == nullptr ||
        sitting->walk.cue().cell != lesson_desk->lesson->clip()->cell) {
        return;
    }
    const media::EngineStatus at = status();
    if (at.cue != sitting->walk.cue().number) {
        return;
    }
    if (const catalogue::ClipPrompt* prompt =
            lesson_desk->lesson->prompt_at(at.position - at.range.in)) {
        beside = words_of(prompt->prompt);
    }
    if (sitting->walk.cue().standing == lessons::Standing::Held) {
        lesson_desk->lesson =
            lessons::step(*std::move(lesson_desk->lesson), lessons::ClipWasEnded{}, now);
    } else if (at.phase == media::Phase::Playing) {
        const lessons::ClipReached reached{at.position - at.range.in};
        const lessons::Lesson stepped = lessons::step(*lesson_desk->lesson, reached, now);
        if (stepped.at_pause()) {
            lesson_on(reached);
        }
    }
}

// What stands over the film at its time, without stopping it.
void AppState::draw_film_prompt() {
    if (!film_up() || lesson_desk == nullptr || lesson_desk->beside_film.empty()) {
        return;
    }
    const std::string words =
        catalogue::shown_words(lesson_desk->beside_film, sitting->whole, sitting->veil);
    const float bottom = ui::film_prompt(film_place, words);
    film_place.covered_above = std::max(film_place.covered_above, bottom - film_place.y);
}

// On the stage the lesson has one line: where the class is, and what comes next.
void AppState::say_lesson_on_stage(ui::StageView& view) const {
    if (!lesson_under_way() || lesson_desk->lesson->clip() == nullptr) {
        return;
    }
    const lessons::Lesson& lesson = *lesson_desk->lesson;
    const bool here = sitting->walk.cue().cell == lesson.clip()->cell;
    view.line = here ? lesson.cue()->title : _("Beside the lesson: F5 goes back to it");
    view.line_asks = sitting->walk.cue().standing != lessons::Standing::Playing;
    view.next_text = lessons::next_text(lesson, sitting->module);
}

// The room reads the prompt as it was last drawn here, with who talks and the step's own time.
void AppState::say_lesson_in_room(RoomMoment& moment) const {
    if (!lesson_desk || !lesson_desk->lesson || !lesson_desk->view.under_way) {
        return;
    }
    const ui::LessonView& shown = lesson_desk->view;
    moment.step = shown.prompt.title;
    for (const catalogue::TextBlock& block : shown.prompt.blocks) {
        moment.prompt += (moment.prompt.empty() ? "" : "\n") + block.text;
    }
    moment.timer = shown.prompt.talk ? lessons::talk_text(*shown.prompt.talk) : std::string{};
    if (!shown.timer.empty()) {
        moment.timer += (moment.timer.empty() ? "" : "  \u00b7  ") + shown.timer;
    }
}

std::vector<ui::Action> AppState::draw_lesson() {
    lesson_desk->view = lesson_view_of(*lesson_desk, sitting->module, sitting->walk.grid(), now);
    cover_jobs(lesson_desk->view, sitting->whole, sitting->veil);
    lesson_desk->view.for_the_class = window.full_screen();
    if (toast) {
        lesson_desk->view.toast = toast->text;
    }
    lesson_desk->view.black = black;
    ui::LessonDrawn drawn =
        ui::lesson_screen(lesson_desk->view, keys, ui_state, lesson_desk->state);
    for (const ui::LessonAsk& ask : drawn.lesson) {
        if (const auto* start = std::get_if<ui::StartLesson>(&ask)) {
            start_lesson(start->plan);
        } else if (std::holds_alternative<ui::EndLesson>(ask)) {
            end_lesson();
        } else if (const auto* bell = std::get_if<ui::TellBell>(&ask)) {
            tell_bell(bell->text);
        } else if (const auto* input = std::get_if<lessons::LessonInput>(&ask)) {
            lesson_on(*input);
        }
    }
    if (!drawn.lesson.empty()) {
        wake_interface();
    }
    return std::move(drawn.asked);
}

}  // namespace app
