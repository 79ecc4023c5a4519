// A lesson coming up, going on, being drawn, and being kept.
#include <fmt/format.h>

#include <random>

#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/folders.h"
#include "player/app/lesson_desk.h"
#include "player/app/storage.h"

namespace app {

using namespace std::chrono_literals;

void AppState::open_desk() {
    lesson_desk = std::make_unique<LessonDesk>();
    lesson_desk->shelf =
        read_plans(catalogue::FolderFiles{sitting->root}, sitting->module, asset_folder());
    sitting->problems.insert(sitting->problems.end(), lesson_desk->shelf.problems.begin(),
                             lesson_desk->shelf.problems.end());
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
        if (lesson_desk->lesson && !lesson_desk->lesson->done()) {
            say(fmt::format("\u201c{}\u201d is under way: F5 goes back to it",
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
        say(fmt::format("Where the lesson is could not be kept: {}", saved.error().hint));
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
    const std::shared_ptr<const catalogue::Plan> plan = lesson_desk->shelf.plans[number];
    const int week = lesson_desk->next_week(*plan);
    const lessons::Seed seed = options.seed.value_or(
        static_cast<lessons::Seed>(std::random_device{}() % lessons::short_seeds));
    const lessons::OrderSource source{
        &sitting->module, &sitting->walk.grid(), answer_lengths(sitting->module), {}};
    lesson_desk->picked.clear();
    lesson_desk->lesson =
        lessons::Lesson{plan, week, seed, lessons::resolve(*plan, week, source, seed), now};
    walk_on(lessons::SetWay{lessons::Way::StopAndTalk});
    if (!lesson_desk->state.bell_text.empty()) {
        tell_bell(lesson_desk->state.bell_text);
    }
    show_lesson_step();
}

void AppState::end_lesson() {
    if (!lesson_desk->lesson) {
        return;
    }
    const catalogue::Plan& plan = lesson_desk->lesson->plan();
    if (lesson_desk->lesson->done() && plan.weeks > 1) {
        const int next = lesson_desk->lesson->week() % plan.weeks + 1;
        std::erase_if(lesson_desk->weeks,
                      [&](const auto& week) { return week.plan == plan.id.text; });
        lesson_desk->weeks.push_back({plan.id.text, next});
    }
    if (std::exchange(lesson_desk->muted_by_cue, false)) {
        sitting->transport.muted = false;
    }
    lesson_desk->lesson.reset();
    open_lesson();
    save_lesson();
}

void AppState::tell_bell(const std::string& text) {
    const std::optional<BellWish> wish = bell_from_text(text);
    if (!wish && !text.empty()) {
        say("Write the minutes to the bell, then pupils and headsets: 35 minutes, 28 pupils, 12 "
            "headsets");
        return;
    }
    if (!lesson_desk->lesson) {
        say(wish ? "It is fitted to the bell when it starts" : "No bell");
        return;
    }
    lessons::SetBell bell;
    if (wish) {
        bell.rings = now + std::chrono::minutes{wish->minutes};
        bell.room = wish->room;
    }
    lesson_desk->lesson = lessons::step(*std::move(lesson_desk->lesson), bell, now);
    save_lesson();
    wake_interface();
}

void AppState::lesson_on(const lessons::LessonInput& input) {
    if (!lesson_desk || !lesson_desk->lesson) {
        return;
    }
    const lessons::Stop before = lesson_desk->lesson->stop();
    const bool was_at_pause = lesson_desk->lesson->at_pause();
    lesson_desk->lesson = lessons::step(*std::move(lesson_desk->lesson), input, now);
    if (lesson_desk->lesson->stop() != before || lesson_desk->lesson->at_pause() != was_at_pause) {
        show_lesson_step(was_at_pause && lesson_desk->lesson->stop() == before);
    }
    save_lesson();
    wake_interface();
}

// The film for a clip, the words for everything else.
void AppState::show_lesson_step(bool goes_on) {
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

// What the film reports to the lesson.
void AppState::follow_film() {
    if (!lesson_under_way() || place != Place::Stage || lesson_desk->lesson->clip() == nullptr ||
        sitting->walk.cue().cell != lesson_desk->lesson->clip()->cell) {
        return;
    }
    const media::EngineStatus at = status();
    if (at.cue != sitting->walk.cue().number) {
        return;
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

// On the stage the lesson has one line: where the class is, and what comes next.
void AppState::say_lesson_on_stage(ui::StageView& view) const {
    if (!lesson_under_way() || lesson_desk->lesson->clip() == nullptr || !view.line.empty()) {
        return;
    }
    const lessons::Lesson& lesson = *lesson_desk->lesson;
    const bool here = sitting->walk.cue().cell == lesson.clip()->cell;
    view.line = here ? fmt::format("Lesson: {}", lesson.cue()->title)
                     : "Beside the lesson: F5 goes back to it";
    view.line_asks = sitting->walk.cue().standing != lessons::Standing::Playing;
    view.next_text = lessons::next_text(lesson, sitting->module);
}

std::vector<ui::Action> AppState::draw_lesson() {
    lesson_desk->view = lesson_view_of(*lesson_desk, sitting->module, now);
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
