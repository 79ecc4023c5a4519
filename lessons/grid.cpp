#include "lessons/grid.h"

#include <utility>

namespace lessons {

const std::optional<catalogue::Fact>& Grid::fact(int person, std::size_t kind) const {
    static const std::optional<catalogue::Fact> unknown;
    const auto row = static_cast<std::size_t>(person);
    return row < facts.size() && kind < facts[row].size() ? facts[row][kind] : unknown;
}

bool Grid::may_say(int person, std::size_t kind) const {
    const auto row = static_cast<std::size_t>(person);
    return row >= silent.size() || kind >= silent[row].size() || !silent[row][kind];
}

Grid grid_of(const catalogue::Module& module) {
    Grid grid;
    grid.people = static_cast<int>(module.people.size());
    grid.questions = static_cast<int>(module.questions.size());
    grid.states.reserve(module.people.size() * module.questions.size());
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        for (std::size_t question = 0; question < module.questions.size(); ++question) {
            grid.states.push_back(module.cell(person, question).state);
        }
    }
    grid.facts.resize(module.people.size());
    for (std::size_t kind = 0; kind < module.facts.size(); ++kind) {
        if (!module.facts[kind].for_contrasts) continue;
        grid.says.push_back(module.facts[kind].says);
        for (std::size_t person = 0; person < module.people.size(); ++person) {
            const auto& known = module.people[person].facts;
            grid.facts[person].push_back(kind < known.size() ? known[kind] : std::nullopt);
        }
    }
    return grid;
}

Grid grid_of(const catalogue::Module& whole, const catalogue::Module& shown) {
    Grid grid = grid_of(whole);
    const Grid said = grid_of(shown);
    for (std::size_t person = 0; person < grid.facts.size(); ++person) {
        std::vector<bool> silent;
        for (std::size_t kind = 0; kind < grid.facts[person].size(); ++kind) {
            silent.push_back(grid.facts[person][kind] && !said.facts[person][kind]);
        }
        grid.silent.push_back(std::move(silent));
    }
    return grid;
}

}  // namespace lessons
