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
    std::set<std::filesystem::path> captions;
    for (const catalogue::Module::Cell& cell : reading.module->cells) {
        if (!cell.answer || !cell.answer->captions ||
            !captions.insert(*cell.answer->captions).second) {
            continue;
        }
        const std::filesystem::path& file = *cell.answer->captions;
        const catalogue::Result<std::string> text = catalogue::FolderFiles{folder}.read(file);
        const std::vector<catalogue::Problem> problems =
            text ? catalogue::read_captions(*text, file).problems
                 : std::vector<catalogue::Problem>{text.error()};
        reading.problems.insert(reading.problems.end(), problems.begin(), problems.end());
    }
    return reading;
}

}  // namespace app
