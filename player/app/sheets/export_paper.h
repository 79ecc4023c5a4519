// Sheets of paper out of modules, plans and notebooks, from the command line.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace app {

// What all sheets are made with. The ending of `out` says what is written: .pdf, .html or .md.
struct PaperOrder {
    std::filesystem::path module;  // its folder
    std::filesystem::path out;     // must not be there yet, nor lie in the module
    bool andika = false;           // in the letters for people who learn to read
    bool job_last = false;         // nobody's job is named
};

// `plan` is a plan's file, or the id of one in the module or of those that come with the program.
catalogue::Outcome export_handout(const PaperOrder& order, const std::string& plan, int week,
                                  std::ostream& notes);

// Of the lesson that is under way with this module on this computer.
catalogue::Outcome export_record(const PaperOrder& order, std::ostream& notes);

// By ids, as the module has them.
catalogue::Outcome export_worksheet(const PaperOrder& order, const std::string& person,
                                    const std::string& question, std::ostream& notes);

catalogue::Outcome export_notebook(const PaperOrder& order, const std::filesystem::path& notebook,
                                   std::ostream& notes);

// Says on `notes` which lines are on it, each with its id, so that any of them can be named in
// `without` the next time.
catalogue::Outcome export_hook_sheet(const PaperOrder& order, const std::filesystem::path& notebook,
                                     const std::vector<std::string>& without, std::ostream& notes);

}  // namespace app
