#include "player/app/preparing/prelude_shelf.h"

#include <utility>

#include "player/app/storage/folders.h"

namespace app {

namespace fs = std::filesystem;

fs::path prelude_folder() {
    return cache_folder() / "preludes";
}

PreludeShelf::PreludeShelf(fs::path root, fs::path folder, std::uintmax_t most_bytes, Make make)
    : root_(std::move(root)), make_(std::move(make)), kept_(std::move(folder), most_bytes) {}

void PreludeShelf::keep(const catalogue::Answer& answer, const std::stop_token& stop) {
    const media::ClipOrder clip{{root_, answer.film}, answer.trim};
    const std::optional<std::string> name = media::prelude_name(clip, stop);
    if (!name) {
        return;
    }
    if (kept_.asked_for(*name) || !kept_.make_room()) {
        return;
    }
    const catalogue::Result<media::PreludeMade> made = make_(clip, kept_.folder(), stop);
    if (made && *made == media::PreludeMade::Made) {
        kept_.asked_for(*name);
    }
}

}  // namespace app
