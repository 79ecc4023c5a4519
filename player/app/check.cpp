#include "player/app/check.h"

#include <set>

#include "catalogue/captions.h"
#include "player/app/plan_shelf.h"

namespace app {

catalogue::ModuleReading check_module(const std::filesystem::path& folder) {
    catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{folder});
    if (!reading.module) {
        return reading;
    }
    const PlanShelf plans = read_plans(catalogue::FolderFiles{folder}, *reading.module, {});
    reading.problems.insert(reading.problems.end(), plans.problems.begin(), plans.problems.end());
    std::set<std::filesystem::path> looked_at;
    const auto look_at = [&](const std::filesystem::path& file) {
        if (!looked_at.insert(file).second) {
            return;
        }
        const catalogue::Result<std::string> text = catalogue::FolderFiles{folder}.read(file);
        const std::vector<catalogue::Problem> problems =
            text ? catalogue::read_captions(*text, file).problems
                 : std::vector<catalogue::Problem>{text.error()};
        reading.problems.insert(reading.problems.end(), problems.begin(), problems.end());
    };
    for (const catalogue::Module::Cell& cell : reading.module->cells) {
        if (!cell.answer) {
            continue;
        }
        if (cell.answer->captions) {
            look_at(*cell.answer->captions);
        }
        if (cell.answer->second_captions) {
            look_at(cell.answer->second_captions->file);
        }
        if (cell.answer->descriptions) {
            look_at(*cell.answer->descriptions);
        }
    }
    return reading;
}

}  // namespace app
