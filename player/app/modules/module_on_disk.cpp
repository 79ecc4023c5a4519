#include "player/app/modules/module_on_disk.h"

#include "catalogue/words.h"
#include "player/app/storage/folders.h"
#include "player/screen/events.h"

#include <optional>
#include <system_error>
#include <utility>

namespace app {
using catalogue::_;

namespace {

// What a teacher is told who chose another folder; nothing when it is one of a module.
std::optional<catalogue::Problem> wrong_folder(const std::filesystem::path& root) {
    std::error_code error;
    if (!std::filesystem::is_directory(root, error) ||
        std::filesystem::exists(root / "module.yaml", error)) {
        return std::nullopt;
    }
    return catalogue::fail({root}, _("this folder is not a Crosscut module"),
                           _("choose the folder that holds module.yaml"));
}

}  // namespace

ModuleOnDisk read_from_disk(const std::filesystem::path& root) {
    ModuleOnDisk found;
    found.root = canonical_folder(root);
    const catalogue::FolderFiles files{found.root};
    found.language = catalogue::spoken_language();
    found.reading = catalogue::read_module(files, found.language);
    if (auto problem = wrong_folder(found.root); problem && !found.reading.module) {
        found.reading.problems.insert(found.reading.problems.begin(), *std::move(problem));
    }
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
