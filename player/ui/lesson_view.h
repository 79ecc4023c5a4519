// The lesson screen as plain data: the plans to choose from, or the one that is under way.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "catalogue/key_table.h"
#include "lessons/lesson.h"
#include "player/ui/views.h"

namespace ui {

// A plan that can be chosen.
struct PlanRow {
    std::string title;
    std::string about;
    std::string time;   // "10 min", "15 min a week, next is week 2 of 4"
    std::string needs;  // "One screen with sound"
    std::string areas;  // what it is for: "Explore possibilities \u00b7 Gatsby 2, 8"
    std::string note;   // content note, or what this module lacks; may be empty
};

// A step of the lesson under way.
struct StepRow {
    std::string title;
    std::string time;  // "4 min"; empty when left out
    std::string note;  // who talks; why it is shorter or left out
    bool now = false;
    bool past = false;
    bool left_out = false;
};

struct LessonView {
    std::string module_title;
    std::vector<PlanRow> plans;  // to choose from while nothing is under way
    bool under_way = false;

    // --- under way ---
    std::string title;
    std::vector<StepRow> steps;  // of this lesson; before it, of the plan that is chosen
    lessons::Prompt prompt;
    std::string timer;  // "3:40", "1:10 over"; empty: none
    bool timer_over = false;
    std::string next_text;
    bool can_go_back = false;
    bool done = false;
    std::string notes;               // for whoever takes the lesson
    std::string fitting;             // how it fits to the bell
    std::string bell;                // "Bell in 23 min"
    std::vector<std::string> heard;  // "Moira Lennox: The lift", at the end
    std::vector<std::string> help;   // the module's lines of support, at the rules and the end

    bool for_the_class = false;  // what is not for it is left out: the screen is theirs
    std::optional<std::string> toast;
    bool black = false;
};

// What only this screen remembers.
struct LessonState {
    std::size_t chosen = 0;  // plan
    std::string bell_text;   // "35 minutes, 28 pupils, 12 headsets", as typed
};

struct StartLesson {
    std::size_t plan = 0;
};
struct EndLesson {};
struct TellBell {
    std::string text;
};
using LessonAsk = std::variant<StartLesson, EndLesson, TellBell, lessons::LessonInput>;

struct LessonDrawn {
    std::vector<Action> asked;
    std::vector<LessonAsk> lesson;
};

// Draws into the current ImGui frame, over the whole display.
LessonDrawn lesson_screen(const LessonView& view, const catalogue::KeyTable& keys, UiState& ui,
                          LessonState& state);

// A prompt over the film, in letters for the back row, while it plays on; after the stage. Returns
// the lower edge in pixels.
float film_prompt(const FilmPlace& film, const std::string& words);

}  // namespace ui
