// Sheets of paper as files.
#pragma once

#include <filesystem>

#include "catalogue/problem.h"
#include "player/paper/sheet.h"

namespace app {

// What can be written, as the ending of a file's name: ".pdf", ".html", ".md".
bool is_sheet_file(const std::filesystem::path& file);

// Makes the sheet fit its pages and saves it as the ending of `file` says.
// @returns how it was made to fit
catalogue::Result<paper::FittedSheet> save_sheet(const paper::Sheet& sheet,
                                                 const std::filesystem::path& file);

}  // namespace app
