// Until when what was written is kept before somebody is asked whether it is still needed: to the
// end of a school year. Pure: today comes in.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/preferences.h"

namespace catalogue {

using Date = std::chrono::year_month_day;

// The first such day that is at least a month after `begun`: what begins in the last weeks of the
// holidays is for the school year that comes.
Date kept_until(Date begun, KeepDay ends);

// "2027-08-31".
std::string date_text(Date date);
std::optional<Date> date_from(std::string_view text);

// A small document that says until when one thing is kept; nothing when it does not say so.
std::string keep_mark_text(Date until);
std::optional<Date> read_keep_mark(std::string_view text, const std::filesystem::path& file);

}  // namespace catalogue
