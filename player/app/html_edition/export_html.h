// The HTML edition: a module as static files, for browsers, without the program and a server.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"

namespace app {

struct HtmlOrder {
    // What the page itself speaks ("cy"); empty: the module's language, where the program has it.
    std::string language = {};
    bool job_last = false;  // jobs are covered whenever the page is opened
};

// Writes the edition of the module in `folder` into `out`, which must not exist or be empty. Films
// are hard-linked where the disk allows it, else copied. Answers that are withheld or withdrawn are
// not there, nor is a film that holds such an answer among others. Says on `notes`
// every film that browsers cannot play or that was left out, with what to do.
catalogue::Outcome export_html(const std::filesystem::path& folder,
                               const std::filesystem::path& out, const HtmlOrder& order,
                               std::ostream& notes, const Progress& progress);

}  // namespace app
