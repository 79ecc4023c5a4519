// Times as authors write them: "mm:ss.mmm" or "hh:mm:ss.mmm".
#pragma once

#include <string>
#include <string_view>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace catalogue {

// Reads "mm:ss.mmm" (two or three digits of minutes) or "hh:mm:ss.mmm" (minutes up to 59), and
// nothing else: no sign, no blanks, always three digits of milliseconds. The problem has no
// place; the caller knows where the text was.
Result<SourceTime> parse_time(std::string_view text);

// "00:12.000", and from one hour on "01:02:03.500". Rounded to the nearest millisecond.
// `time` is not negative.
std::string format_time(SourceTime time);

}  // namespace catalogue
