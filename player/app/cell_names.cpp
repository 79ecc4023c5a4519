#include "player/app/cell_names.h"

namespace app {

catalogue::CellName name_of(const catalogue::Module& module, lessons::Cell cell) {
    return {module.people[static_cast<std::size_t>(cell.person)].id,
            module.questions[static_cast<std::size_t>(cell.question)].id};
}

std::optional<lessons::Cell> cell_of(const catalogue::Module& module,
                                     const catalogue::CellName& name) {
    const std::optional<std::size_t> person = module.find_person(name.person);
    const std::optional<std::size_t> question = module.find_question(name.question);
    if (!person || !question) {
        return std::nullopt;
    }
    return lessons::Cell{static_cast<int>(*person), static_cast<int>(*question)};
}

}  // namespace app
