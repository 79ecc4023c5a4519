#include "player/app/check.h"

#include "player/app/caption_shelf.h"

namespace app {

catalogue::ModuleReading check_module(const std::filesystem::path& folder) {
    catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{folder});
    if (!reading.module) {
        return reading;
    }
    CaptionShelf shelf(folder);
    for (const catalogue::Module::Cell& cell : reading.module->cells) {
        if (cell.answer && cell.answer->captions) {
            shelf.of(*cell.answer->captions);
        }
    }
    reading.problems.insert(reading.problems.end(), shelf.problems().begin(),
                            shelf.problems().end());
    return reading;
}

}  // namespace app
