// A small module made of values, for tests that need one.
#pragma once

#include <fmt/format.h>

#include <memory>

#include "catalogue/module.h"
#include "lessons/walk.h"

namespace made_up {

// p0, p1 ... who answer q0, q1 ... in films "films/pP-qQ.mp4", all but the cells in `holes`.
inline catalogue::Module module(int people, int questions,
                                const std::vector<lessons::Cell>& holes = {}) {
    catalogue::Module made;
    made.id = {"made-up"};
    made.title = "Made up";
    made.themes = {{{"work"}, "Work"}};
    for (int q = 0; q < questions; ++q) {
        made.questions.push_back(
            {{fmt::format("q{}", q)}, 0, fmt::format("Question {}?", q), fmt::format("Q{}", q)});
    }
    for (int p = 0; p < people; ++p) {
        catalogue::Person person;
        person.id = {fmt::format("p{}", p)};
        person.name = fmt::format("Person {}", p);
        person.job = {"baker", "a"};
        made.people.push_back(person);
        for (int q = 0; q < questions; ++q) {
            made.cells.push_back(
                {catalogue::CellState::Playable,
                 catalogue::Answer{fmt::format("films/p{}-q{}.mp4", p, q), {}, {}}});
        }
    }
    for (const lessons::Cell hole : holes) {
        made.cells[static_cast<std::size_t>(hole.person * questions + hole.question)] = {};
    }
    return made;
}

// A walk that stands at `cell`.
inline lessons::Walk walk_at(const catalogue::Module& made, lessons::Cell cell) {
    lessons::Walk walk{std::make_shared<const lessons::Grid>(lessons::grid_of(made)), 1};
    return lessons::step(std::move(walk), lessons::ChooseCell{cell});
}

}  // namespace made_up
