// A sheet as a page for browsers: everything in one file, to be read, heard or printed.
#pragma once

#include <string>

#include "player/paper/sheet.h"

namespace paper {

// Everything is escaped, nothing runs and nothing is fetched. In the sizes of the PDF, printed a
// little smaller where it is one side: the browser may have other letters. Where they are very
// wide a full side may still become two.
std::string to_html(const FittedSheet& fitted);

}  // namespace paper
