// Keeps the preludes of the answers (player/media/prelude.h) within bounds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

#include "catalogue/module.h"
#include "player/media/prelude.h"

namespace app {

// Of all modules.
std::filesystem::path prelude_folder();

// Background thread only.
class PreludeShelf {
public:
    using Make = std::function<catalogue::Result<media::PreludeMade>(
        const media::ClipOrder&, const std::filesystem::path& folder, std::stop_token)>;

    // A thousand answers at 640x360, or half as many at 1920x1080.
    static constexpr std::uintmax_t usual_bytes = 1u << 30;

    // @param root        the module's folder
    // @param most_bytes  ceiling for the whole folder; and as much again stays free on the disk
    // @param make        media::make_prelude; another for tests
    PreludeShelf(std::filesystem::path root, std::filesystem::path folder,
                 std::uintmax_t most_bytes, Make make);

    // An AnswerWork: makes the answer's prelude unless it is there. When there is no room, what has
    // not been asked for the longest is deleted, but nothing that was asked for since the program
    // started: then no more are made. An answer whose prelude cannot be made plays without.
    void keep(const catalogue::Answer& answer, const std::stop_token& stop);

private:
    bool make_room();

    const std::filesystem::path root_;
    const std::filesystem::path folder_;
    const std::uintmax_t most_bytes_;
    const Make make_;
    const std::filesystem::file_time_type began_;
    bool full_ = false;
};

}  // namespace app
