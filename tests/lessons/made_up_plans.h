// Plans and modules made up for tests of lessons.
#pragma once

#include <string>

#include "catalogue/module.h"
#include "catalogue/plan.h"

namespace lessons_test {

// Everything playable: people p0, p1 ... and questions q0, q1 ...
inline catalogue::Module module_of(int people, int questions) {
    catalogue::Module module;
    module.id = {"made-up"};
    module.title = "Made up";
    module.themes = {{{"work"}, "Work"}};
    for (int i = 0; i < questions; ++i) {
        const std::string number = std::to_string(i);
        module.questions.push_back(
            {{"q" + number}, 0, "Question " + number + "?", "Label " + number, false});
    }
    for (int i = 0; i < people; ++i) {
        catalogue::Person person;
        person.id = {"p" + std::to_string(i)};
        person.name = "Person " + std::to_string(i);
        module.people.push_back(person);
    }
    const catalogue::Answer answer{"film.mp4", std::nullopt, std::nullopt};
    module.cells.assign(static_cast<std::size_t>(people * questions),
                        {catalogue::CellState::Playable, answer});
    return module;
}

// Cues "Cue 0", "Cue 1" ... of four minutes, with a prompt before and after and no clips.
inline catalogue::Plan plan_of_cues(int count) {
    catalogue::Plan plan;
    plan.id = {"made-up-plan"};
    plan.title = "A made-up plan";
    plan.minutes = std::chrono::minutes{20};
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        catalogue::PlanCue cue;
        cue.title = "Cue " + number;
        cue.before = "Before " + number;
        cue.after = "After " + number;
        cue.minutes = std::chrono::minutes{4};
        plan.cues.push_back(cue);
    }
    return plan;
}

}  // namespace lessons_test
