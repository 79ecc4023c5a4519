// print_walks: prints mixes and walks that the program itself draws, as JSON, for the same to be
// done in JavaScript and compared.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "lessons/difference.h"
#include "lessons/mix.h"
#include "lessons/walk.h"
#include "tests/html_edition/made_up.h"

namespace {

using lessons::Cell;
using lessons::Grid;
using made_up::Chance;
using made_up::to_json;
using nlohmann::json;

json to_json(std::optional<Cell> cell) {
    return cell ? to_json(*cell) : json(nullptr);
}

json to_json(const std::vector<Cell>& cells) {
    json made = json::array();
    for (const Cell cell : cells)
        made.push_back(to_json(cell));
    return made;
}

json to_json(const lessons::Scope& scope) {
    return {{"people", scope.people}, {"questions", scope.questions}};
}

json to_json(const lessons::Boundary& boundary) {
    if (const auto* person = std::get_if<lessons::PersonDone>(&boundary)) {
        return {{"kind", "person"}, {"next", to_json(person->next)}};
    }
    if (const auto* question = std::get_if<lessons::QuestionDone>(&boundary)) {
        return {{"kind", "question"}, {"next", to_json(question->next)}};
    }
    if (const auto* mix = std::get_if<lessons::MixDone>(&boundary)) {
        return {{"kind", "mix"}, {"nextSeed", mix->next_seed}};
    }
    return nullptr;
}

lessons::Scope made_up_scope(const Grid& grid, Chance& chance) {
    lessons::Scope scope;
    if (chance.below(2) == 0) return scope;
    for (int i = chance.below(4); i > 0; --i)
        scope.people.push_back(chance.below(grid.people + 1));
    for (int i = chance.below(5); i > 0; --i) {
        scope.questions.push_back(chance.below(grid.questions + 1));
    }
    return scope;
}

json mix_of(const Grid& grid, const lessons::Scope& scope, lessons::Seed seed) {
    lessons::Bag bag(grid, scope, seed);
    json draws = json::array();
    std::optional<Cell> previous;
    for (int i = 0; i < 100 && !bag.empty(); ++i) {
        previous = bag.next(grid, previous);
        bag.draw(*previous);
        draws.push_back(to_json(*previous));
    }
    return {{"scope", to_json(scope)},
            {"seed", seed},
            {"text", lessons::seed_text(seed)},
            {"next", lessons::next_seed(seed)},
            {"draws", draws}};
}

const char* name_of(lessons::Way way) {
    switch (way) {
        case lessons::Way::StopAndTalk:
            return "talk";
        case lessons::Way::WholeCase:
            return "whole";
        case lessons::Way::HangOnQuestion:
            return "hang";
        case lessons::Way::MixItUp:
            return "mix";
    }
    return "";
}

const char* name_of(lessons::Standing standing) {
    switch (standing) {
        case lessons::Standing::Playing:
            return "playing";
        case lessons::Standing::Held:
            return "held";
        case lessons::Standing::Absent:
            return "absent";
    }
    return "";
}

const char* name_of(lessons::NoContrast why) {
    switch (why) {
        case lessons::NoContrast::None:
            return "";
        case lessons::NoContrast::NothingPlays:
            return "nothing_plays";
        case lessons::NoContrast::NobodyDiffers:
            return "nobody_differs";
        case lessons::NoContrast::AllHad:
            return "all_had";
    }
    return "";
}

// What can be seen of a walk.
json state_of(const lessons::Walk& walk) {
    const lessons::Cue& cue = walk.cue();
    const std::optional<int> from = walk.apart_from();
    return {
        {"number", cue.number},
        {"cell", to_json(cue.cell)},
        {"standing", name_of(cue.standing)},
        {"failed", cue.failed},
        {"way", name_of(walk.way())},
        {"seed", walk.seed()},
        {"boundary", to_json(walk.boundary())},
        {"passed", to_json(walk.passed_over())},
        {"reason", walk.reason()},
        {"noContrast", name_of(walk.no_contrast())},
        {"contrast", from ? json(contrast_of(walk.grid(), *from, "One", cue.cell.person, "Other"))
                          : json(nullptr)},
        {"heard", walk.heard_count()},
        {"nearest", to_json(walk.nearest())},
        {"playsOnTo", to_json(lessons::plays_on_to(walk))},
        {"canGoBack", walk.can_go_back()}};
}

struct Asked {
    lessons::Input input;
    json words;  // [method, arguments ...]
};

Asked something_to_ask(const lessons::Walk& walk, Chance& chance) {
    const Grid& grid = walk.grid();
    const std::uint64_t number = walk.cue().number;
    const int person = chance.below(grid.people);
    const int question = chance.below(grid.questions);
    constexpr std::array ways{lessons::Way::StopAndTalk, lessons::Way::WholeCase,
                              lessons::Way::HangOnQuestion, lessons::Way::MixItUp};
    const lessons::Way way = ways[static_cast<std::size_t>(chance.below(4))];
    switch (chance.below(24)) {
        case 0:
            return {lessons::ChooseCell{{person, question}}, {"chooseCell", person, question}};
        case 1:
            return {lessons::ChoosePerson{person}, {"choosePerson", person}};
        case 2:
            return {lessons::ChooseQuestion{question}, {"chooseQuestion", question}};
        case 3:
            return {lessons::StepPerson{1}, {"stepPerson", 1}};
        case 4:
            return {lessons::StepPerson{-1}, {"stepPerson", -1}};
        case 5:
            return {lessons::StepQuestion{1}, {"stepQuestion", 1}};
        case 6:
            return {lessons::StepQuestion{-1}, {"stepQuestion", -1}};
        case 7:
            return {lessons::ToggleWay{way}, {"toggleWay", name_of(way)}};
        case 8:
            return {lessons::SetWay{way}, {"setWay", name_of(way)}};
        case 9:
            return {lessons::Reshuffle{}, {"reshuffle", nullptr}};
        case 10: {
            const auto seed = static_cast<lessons::Seed>(chance.below(1 << 30)) * 4;
            return {lessons::Reshuffle{seed}, {"reshuffle", seed}};
        }
        case 11: {
            const lessons::Scope scope = made_up_scope(grid, chance);
            return {lessons::SetScope{scope}, {"setScope", to_json(scope)}};
        }
        case 12:
        case 13:
            return {lessons::GoBack{std::chrono::seconds{chance.below(6)}}, {"back", 0}};
        case 14:
        case 15:
            return {lessons::GoContrast{}, {"contrast"}};
        case 16:
            return {lessons::ClipFailed{number}, {"failed", number}};
        case 17:
        case 18:
        case 19:
        case 20:
            return {lessons::ClipEnded{number}, {"ended", number}};
        default:
            return {lessons::GoNext{}, {"next"}};
    }
}

json walk_of(const Grid& grid, lessons::Seed seed, int steps, Chance& chance) {
    lessons::Walk walk(std::make_shared<const Grid>(grid), seed);
    json made = json::array();
    json opening = {{"asked", nullptr}, {"state", state_of(walk)}};
    made.push_back(opening);
    for (int i = 0; i < steps; ++i) {
        Asked asked = something_to_ask(walk, chance);
        if (const auto* back = std::get_if<lessons::GoBack>(&asked.input)) {
            asked.words[1] = std::chrono::duration<double>(back->into_clip).count();
        }
        walk = lessons::step(std::move(walk), asked.input);
        made.push_back({{"asked", asked.words}, {"state", state_of(walk)}});
    }
    return {{"seed", seed}, {"steps", made}};
}

}  // namespace

int main() {
    struct Shape {
        int people;
        int questions;
        int holes_of_ten;
    };
    json modules = json::array();
    Chance chance(20);
    for (const Shape shape : {Shape{20, 30, 1}, Shape{10, 30, 0}, Shape{14, 15, 3}, Shape{4, 3, 2},
                              Shape{1, 5, 2}, Shape{6, 1, 3}, Shape{3, 3, 10}}) {
        const Grid grid = made_up::grid(shape.people, shape.questions, shape.holes_of_ten, chance);
        json mixes = json::array();
        json walks = json::array();
        for (const lessons::Seed seed :
             {0U, 7U, 645648463U, (1U << 30) - 1, 1U << 30, 0xFFFFFFFFU}) {
            mixes.push_back(mix_of(grid, made_up_scope(grid, chance), seed));
            mixes.push_back(mix_of(grid, {}, seed));
            walks.push_back(walk_of(grid, seed, 400, chance));
        }
        modules.push_back({{"grid", to_json(grid)}, {"mixes", mixes}, {"walks", walks}});
    }
    std::cout << modules.dump() << "\n";
    return 0;
}
