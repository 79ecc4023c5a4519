#include "player/app/module_on_disk.h"

#include "player/app/folders.h"

namespace app {

ModuleOnDisk read_from_disk(const std::filesystem::path& root) {
    ModuleOnDisk found;
    found.root = canonical_folder(root);
    const catalogue::FolderFiles files{found.root};
    found.reading = catalogue::read_module(files);
    found.making = making_of(found.root);
    if (found.reading.module) {
        found.plans = read_plans(files, *found.reading.module, asset_folder());
    }
    return found;
}

}  // namespace app
