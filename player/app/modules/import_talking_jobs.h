// Makes a module of the folder of an original Talking Jobs player, which is only read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "catalogue/exchange/talking_jobs_module.h"
#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"
#include "player/app/html_edition/edition_files.h"

namespace app {

struct TalkingJobsOrder {
    catalogue::ImportOrder import;
    std::optional<std::filesystem::path> names;  // a file of catalogue::TalkingJobsNames
    Bringing films = Bringing::Copied;
};

struct TalkingJobsImport {
    // What was read, also where nothing could be made of it.
    std::size_t kinds = 0;
    std::size_t questions = 0;
    std::size_t interviews = 0;
    std::size_t responses = 0;
    std::size_t films = 0;                     // responses whose media file came along
    std::vector<catalogue::Problem> problems;  // by file
    bool made = false;
};

// Writes the module into `out`, a new folder outside of `original`. Fails where there is no such
// folder or writing fails; what was written until then stays.
//
// @param progress  told in files
catalogue::Result<TalkingJobsImport> import_talking_jobs(const std::filesystem::path& original,
                                                         const std::filesystem::path& out,
                                                         const TalkingJobsOrder& order,
                                                         const Progress& progress);

}  // namespace app
