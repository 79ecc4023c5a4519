// The lesson of a sitting: plans to choose from, the one under way, and what is kept of it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/saved_state.h"
#include "lessons/lesson.h"
#include "player/app/plan_shelf.h"
#include "player/ui/lesson_view.h"

namespace app {

struct LessonDesk {
    PlanShelf shelf;
    std::optional<lessons::Lesson> lesson;
    ui::LessonState state;
    ui::LessonView view;
    std::filesystem::path kept_in;                    // empty: nothing is kept
    std::vector<catalogue::SavedLesson::Week> weeks;  // which comes next
    std::vector<catalogue::CellName> picked;          // by the class, for the lesson under way
    bool muted_by_cue = false;                        // the sound comes back with the next cue

    int next_week(const catalogue::Plan& plan) const;
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

// Everything that the lesson screen shows, but for what passes.
ui::LessonView lesson_view_of(const LessonDesk& desk, const catalogue::Module& module,
                              lessons::LessonTime now);

}  // namespace app
