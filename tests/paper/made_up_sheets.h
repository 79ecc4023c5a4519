// Sheets, a module and a notebook made up for tests of what is printed.
#pragma once

#include <string>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/notebook.h"
#include "player/paper/sheet.h"

namespace paper_test {

// "moira", a hill farmer, and "dev", an engineer, who both answer "w1" and "w2" (sensitive); the
// film of an answer is trimmed from 00:10 on. "amara" took back her consent.
catalogue::Module module();

// Pins of Moira (at 0:42, quoted) and Dev, a thought, a question to ask, something about oneself.
catalogue::Notebook notebook();

// One block of each kind.
paper::Sheet every_block();

struct Named {
    std::string name;
    paper::Sheet sheet;
};
// Every sheet that there is, of made-up contents and of the plans that come with the program.
std::vector<Named> every_sheet();

bool has(const std::string& text, const std::string& words);

}  // namespace paper_test
