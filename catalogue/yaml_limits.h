// How much a YAML document may hold, so that reading it takes neither seconds nor gigabytes.
// Private to the folder.
#pragma once

#include <string_view>

#include "catalogue/lines.h"
#include "catalogue/report.h"

namespace catalogue {

// Whether a text may be given to a parser, and a problem when it may not: too many lines, a line
// that is too long, or brackets that are far too deep.
//
// @param lines  of `text`
bool within_yaml_limits(const Lines& lines, std::string_view text, Report& report);

// What is said of lists and maps that are more than max_yaml_depth levels deep.
Problem yaml_too_deep(const Place& where);

}  // namespace catalogue
