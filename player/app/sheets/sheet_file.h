// Sheets of paper as files.
#pragma once

#include <filesystem>
#include <string>

#include "catalogue/problem.h"
#include "player/paper/sheet.h"

namespace app {

// What can be written, as the ending of a file's name: ".pdf", ".html", ".md".
bool is_sheet_file(const std::filesystem::path& file);

// What a sheet is called that is kept now: a name that says when and what, and nobody's.
std::string sheet_name_for(const std::string& what);

// A sheet as it is to be in a file.
struct SheetDocument {
    std::filesystem::path file;
    std::string text;
    paper::FittedSheet fitted;
};

// Makes the sheet fit its pages, as the ending of `file` says. Nothing is written. One thread.
catalogue::Result<SheetDocument> sheet_document(const paper::Sheet& sheet,
                                                const std::filesystem::path& file);

// The same, and saves it.
// @returns how it was made to fit
catalogue::Result<paper::FittedSheet> save_sheet(const paper::Sheet& sheet,
                                                 const std::filesystem::path& file);

}  // namespace app
