// A sheet as a page for browsers: everything in one file, to be read, heard or printed.
#pragma once

#include <string>

#include "player/paper/sheet.h"

namespace paper {

// Everything is escaped, nothing runs and nothing is fetched. In the sizes of the PDF, but with
// the browser's letters, so that a full side may become two there.
std::string to_html(const FittedSheet& fitted);

}  // namespace paper
