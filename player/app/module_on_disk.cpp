#include "player/app/module_on_disk.h"

#include "player/app/folders.h"
#include "player/screen/events.h"

namespace app {

ModuleOnDisk read_from_disk(const std::filesystem::path& root) {
    ModuleOnDisk found;
    found.root = canonical_folder(root);
    const catalogue::FolderFiles files{found.root};
    found.language = catalogue::spoken_language();
    found.reading = catalogue::read_module(files, found.language);
    found.making = making_of(found.root);
    if (found.reading.module) {
        found.plans = read_plans(files, *found.reading.module, asset_folder(), found.language);
    }
    return found;
}

std::unique_ptr<Awaited<ModuleOnDisk>> begin_reading(const std::filesystem::path& root) {
    return std::make_unique<Awaited<ModuleOnDisk>>([root] { return read_from_disk(root); },
                                                   screen::wake);
}

}  // namespace app
