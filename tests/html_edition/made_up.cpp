#include "tests/html_edition/made_up.h"

#include <array>
#include <string>

namespace made_up {

using lessons::Cell;
using lessons::Grid;
using nlohmann::json;

Grid grid(int people, int questions, int holes_of_ten, Chance& chance) {
    Grid made;
    made.people = people;
    made.questions = questions;
    for (int cell = 0; cell < people * questions; ++cell) {
        const bool hole = chance.below(10) < holes_of_ten;
        made.states.push_back(hole ? catalogue::CellState::Empty : catalogue::CellState::Playable);
    }
    made.says = {"left school at {value}", "came to it by {value}", "works {value}",
                 "aged-{value}"};
    const std::array<const char*, 4> ways{"college", "chance", "an aunt\u2019s caf\u00e9", "16"};
    made.facts.resize(static_cast<std::size_t>(people));
    for (auto& facts : made.facts) {
        for (std::size_t kind = 0; kind < made.says.size(); ++kind) {
            if (chance.below(5) == 0) {
                facts.emplace_back();
            } else if (kind == 0 || kind == 3) {
                facts.emplace_back(std::to_string(15 + chance.below(12)));
            } else {
                // The second kind is told in another language than it is compared in.
                const std::string way = ways[static_cast<std::size_t>(chance.below(4))];
                facts.emplace_back(catalogue::Fact{kind == 1 ? "drwy " + way : way, way});
            }
        }
    }
    for (int person = 0; person < people; ++person) {
        std::vector<bool> silent;
        for (std::size_t kind = 0; kind < made.says.size(); ++kind)
            silent.push_back(chance.below(6) == 0);
        made.silent.push_back(std::move(silent));
    }
    return made;
}

json to_json(Cell cell) {
    return {cell.person, cell.question};
}

json to_json(const Grid& grid) {
    json playable = json::array();
    for (const catalogue::CellState state : grid.states) {
        playable.push_back(state == catalogue::CellState::Playable);
    }
    json facts = json::array();
    json told = json::array();
    for (const auto& row : grid.facts) {
        json values = json::array();
        json words = json::array();
        for (const auto& value : row) {
            values.push_back(value ? json(value->compared) : json(nullptr));
            words.push_back(value ? json(value->text) : json(nullptr));
        }
        facts.push_back(values);
        told.push_back(words);
    }
    return {{"people", grid.people}, {"questions", grid.questions},
            {"playable", playable},  {"says", grid.says},
            {"facts", facts},        {"told", told},
            {"silent", grid.silent}};
}

}  // namespace made_up
