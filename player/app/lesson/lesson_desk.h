// The lesson of a sitting: plans to choose from, the one under way, and what is kept of it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/job_veil.h"
#include "catalogue/saved_state.h"
#include "lessons/lesson.h"
#include "lessons/record.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/ui/lesson_view.h"

namespace app {

struct LessonDesk {
    PlanShelf shelf;
    std::optional<lessons::Lesson> lesson;
    lessons::Seed seed = 0;  // of the lesson that starts next
    ui::LessonState state;
    ui::LessonView view;
    std::filesystem::path kept_in;                    // empty: nothing is kept
    std::vector<catalogue::SavedLesson::Week> weeks;  // which comes next
    std::vector<catalogue::CellName> picked;          // by the class: kept, the latest last
    std::string beside_film;                          // the prompt over the film, just now
    bool muted_by_cue = false;                        // the sound comes back with the next cue

    int next_week(const catalogue::Plan& plan) const;
    // Whom the circle has heard in the weeks before this one.
    std::vector<int> heard_before(const catalogue::Plan& plan,
                                  const catalogue::Module& module) const;
    // Puts the lesson away. Of a plan that goes on, what comes next week is kept, once this one
    // has come to its end.
    void end_lesson(const catalogue::Module& module);
};

// "35 minutes, 28 pupils, 12 headsets", "35", "35 28": the first number is minutes, then pupils,
// then headsets, unless a word beside it says otherwise. Nothing when there are no minutes.
struct BellWish {
    int minutes = 0;
    lessons::Room room;
};
std::optional<BellWish> bell_from_text(const std::string& text);

// How long each answer is, as far as the module says; for lessons::OrderSource.
std::vector<std::chrono::seconds> answer_lengths(const catalogue::Module& module);

catalogue::SavedLesson saved_of(const LessonDesk& desk, const catalogue::Module& module,
                                lessons::LessonTime now);
// Puts a saved lesson back on the desk; one whose plan is gone is none.
void resume_lesson(LessonDesk& desk, const catalogue::SavedLesson& saved,
                   const catalogue::Module& module, const lessons::Grid& grid,
                   lessons::LessonTime now);

// The plans were read anew, in another language: a lesson under way goes on where it is.
void retell(LessonDesk& desk, PlanShelf shelf, const catalogue::Module& module,
            const lessons::Grid& grid, lessons::LessonTime now);

// The plan of this number as it would start now, fitted to the bell that is typed.
lessons::Lesson drafted_lesson(const LessonDesk& desk, std::size_t number,
                               const catalogue::Module& module, const lessons::Grid& grid,
                               lessons::LessonTime now);

// What the lesson has to be told when the class has kept `cells`, the latest last; also of the one
// that starts next. Nothing when that changes no lesson.
std::optional<lessons::ClassPicked> take_picks(LessonDesk& desk,
                                               const std::vector<lessons::Cell>& cells,
                                               const catalogue::Module& module,
                                               const lessons::Grid& grid);

// Everything that the lesson screen shows, but for what passes.
ui::LessonView lesson_view_of(const LessonDesk& desk, const catalogue::Module& module,
                              const lessons::Grid& grid, lessons::LessonTime now);
// "13:05", or how long it has been over.
std::string timer_text(std::chrono::seconds left);
// Takes the titles of covered jobs out of all that a plan says.
void cover_jobs(ui::LessonView& view, const catalogue::Module& whole,
                const catalogue::JobVeil& veil);
void cover_jobs(lessons::LessonRecord& record, const catalogue::Module& whole,
                const catalogue::JobVeil& veil);

}  // namespace app
