#include "player/app/sitting_memory.h"

#include <array>
#include <utility>

#include "lessons/mix.h"
#include "player/app/cell_names.h"

namespace app {
namespace {

using catalogue::CellName;

constexpr std::array<std::pair<lessons::Way, const char*>, 4> way_names{{
    {lessons::Way::StopAndTalk, "stop-and-talk"},
    {lessons::Way::WholeCase, "whole-case"},
    {lessons::Way::HangOnQuestion, "hang-on-question"},
    {lessons::Way::MixItUp, "mix-it-up"},
}};

std::vector<CellName> names_of(const catalogue::Module& module,
                               const std::vector<lessons::Cell>& cells) {
    std::vector<CellName> names;
    names.reserve(cells.size());
    for (const lessons::Cell cell : cells) {
        names.push_back(name_of(module, cell));
    }
    return names;
}

std::vector<lessons::Cell> cells_of(const catalogue::Module& module,
                                    const std::vector<CellName>& names) {
    std::vector<lessons::Cell> cells;
    for (const CellName& name : names) {
        if (const std::optional<lessons::Cell> cell = cell_of(module, name)) {
            cells.push_back(*cell);
        }
    }
    return cells;
}

std::vector<catalogue::PersonId> person_ids(const catalogue::Module& module,
                                            const std::vector<int>& people) {
    std::vector<catalogue::PersonId> ids;
    for (const int person : people) {
        ids.push_back(module.people[static_cast<std::size_t>(person)].id);
    }
    return ids;
}

std::vector<int> people_of(const catalogue::Module& module,
                           const std::vector<catalogue::PersonId>& ids) {
    std::vector<int> people;
    for (const catalogue::PersonId& id : ids) {
        if (const std::optional<std::size_t> person = module.find_person(id)) {
            people.push_back(static_cast<int>(*person));
        }
    }
    return people;
}

}  // namespace

catalogue::SavedSitting saved_from(const catalogue::Module& module,
                                   const lessons::WalkMemory& memory) {
    catalogue::SavedSitting saved;
    saved.module = module.id;
    saved.cell = name_of(module, memory.cell);
    for (const auto& [way, name] : way_names) {
        if (way == memory.way) {
            saved.way = name;
        }
    }
    saved.seed = lessons::seed_text(memory.seed);
    saved.scope_people = person_ids(module, memory.scope.people);
    for (const int question : memory.scope.questions) {
        saved.scope_questions.push_back(module.questions[static_cast<std::size_t>(question)].id);
    }
    saved.draws = names_of(module, memory.draws);
    saved.by_hand = names_of(module, memory.by_hand);
    saved.heard = names_of(module, memory.heard);
    saved.history = names_of(module, memory.history);
    saved.ahead = names_of(module, memory.ahead);
    if (memory.hang_question) {
        saved.hang_question = module.questions[static_cast<std::size_t>(*memory.hang_question)].id;
    }
    saved.hang_people = person_ids(module, memory.hang_people);
    return saved;
}

lessons::WalkMemory memory_from(const catalogue::Module& module,
                                const catalogue::SavedSitting& saved) {
    lessons::WalkMemory memory;
    memory.cell = cell_of(module, saved.cell).value_or(lessons::Cell{});
    for (const auto& [way, name] : way_names) {
        if (name == saved.way) {
            memory.way = way;
        }
    }
    memory.seed = lessons::seed_from_text(saved.seed).value_or(lessons::Seed{});
    memory.scope.people = people_of(module, saved.scope_people);
    for (const catalogue::QuestionId& id : saved.scope_questions) {
        if (const std::optional<std::size_t> question = module.find_question(id)) {
            memory.scope.questions.push_back(static_cast<int>(*question));
        }
    }
    memory.draws = cells_of(module, saved.draws);
    memory.by_hand = cells_of(module, saved.by_hand);
    memory.heard = cells_of(module, saved.heard);
    memory.history = cells_of(module, saved.history);
    memory.ahead = cells_of(module, saved.ahead);
    if (saved.hang_question) {
        if (const auto question = module.find_question(*saved.hang_question)) {
            memory.hang_question = static_cast<int>(*question);
            memory.hang_people = people_of(module, saved.hang_people);
        }
    }
    return memory;
}

}  // namespace app
