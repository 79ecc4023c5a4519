// A Talking Jobs folder as a module: the documents to write, and the files to bring. Pure.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/exchange/talking_jobs.h"
#include "catalogue/first_documents.h"
#include "catalogue/problem.h"

namespace catalogue {

struct ImportedFile {
    enum class What {
        Film,
        Picture,
        Captions,      // to be brought as they are
        TtmlOfAnswer,  // to be written anew, with ends: `film` says how long they may last
    };
    What what;
    std::filesystem::path from;  // below the original folder, as it is there
    std::filesystem::path to;    // relative to the module
    std::filesystem::path film;  // of captions; below the original folder
};

struct ImportedModule {
    std::vector<TextDocument> documents;
    std::vector<ImportedFile> files;
    std::size_t responses = 0;  // whose media file is there
    // Warnings: what was left out, and media files that are not there.
    std::vector<Problem> problems;
};

struct ImportOrder {
    NewModule module;     // the id can be one
    bool agreed = false;  // everybody agreed in writing to be shown
};

// @param there  all files of the original folder, relative to it
ImportedModule module_from(const TalkingJobs& original,
                           const std::vector<std::filesystem::path>& there,
                           const ImportOrder& order);

}  // namespace catalogue
