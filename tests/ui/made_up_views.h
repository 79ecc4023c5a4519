// Views made up for the tests: a module of any size, without films.
#pragma once

#include <string>
#include <vector>

#include "catalogue/key_table.h"
#include "player/ui/search_view.h"
#include "player/ui/views.h"
#include "player/ui/wall_view.h"

namespace ui_tests {

// People "Person 1 of Many" and questions "Label 1" in three themes; the first person at the
// second question, playing.
ui::StageView made_up_stage(int people = 20, int questions = 30);
ui::StartView made_up_start();
// The same people and questions, every answer there and 52 seconds long; the class is at {0, 1}.
ui::WallView made_up_wall(int people = 20, int questions = 30);
// Two people, a question and so many passages that were found for "word".
ui::SearchView made_up_search(int passages = 20);

// assets/keys.yaml as the program reads it.
const catalogue::KeyTable& program_keys();

// The walk's inputs of one kind among what was asked.
template <class Kind>
std::vector<Kind> walk_inputs(const std::vector<ui::Action>& asked) {
    std::vector<Kind> found;
    for (const ui::Action& action : asked) {
        const auto* input = std::get_if<lessons::Input>(&action);
        if (input == nullptr) continue;
        if (const auto* kind = std::get_if<Kind>(input)) found.push_back(*kind);
    }
    return found;
}

template <class Kind>
std::vector<Kind> actions(const std::vector<ui::Action>& asked) {
    std::vector<Kind> found;
    for (const ui::Action& action : asked) {
        if (const auto* kind = std::get_if<Kind>(&action)) found.push_back(*kind);
    }
    return found;
}

std::vector<std::string> commands(const std::vector<ui::Action>& asked);

}  // namespace ui_tests
