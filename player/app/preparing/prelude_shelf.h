// Keeps the preludes of the answers (player/media/making/prelude.h) within bounds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

#include "catalogue/module.h"
#include "player/app/storage/kept_files.h"
#include "player/media/making/prelude.h"

namespace app {

// Of all modules.
std::filesystem::path prelude_folder();

// Any number of workers' threads; no two at the same answer.
class PreludeShelf {
public:
    using Make = std::function<catalogue::Result<media::PreludeMade>(
        const media::ClipOrder&, const std::filesystem::path& folder, std::stop_token)>;

    // A thousand answers at 640x360, or half as many at 1920x1080.
    static constexpr std::uintmax_t usual_bytes = 1u << 30;

    // @param root        the module's folder
    // @param most_bytes  ceiling for the whole folder: see KeptFiles
    // @param make        media::make_prelude, or what calls it; asked for what is not there only
    PreludeShelf(std::filesystem::path root, std::filesystem::path folder,
                 std::uintmax_t most_bytes, Make make);

    // An AnswerWork: makes the answer's prelude unless it is there, as long as there is room. An
    // answer whose prelude cannot be made plays without.
    void keep(const catalogue::Answer& answer, const std::stop_token& stop);

private:
    const std::filesystem::path root_;
    const Make make_;
    KeptFiles kept_;
};

}  // namespace app
