// Tables as spreadsheets have them (RFC 4180), and the times in them. Private to the folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/media_time.h"

namespace catalogue {

// More rows than this are not read: csv_rows() gives at most one more.
inline constexpr std::size_t max_csv_rows = 10'000;

struct CsvRow {
    int line = 0;  // from 1
    std::vector<std::string> fields;
};

// Rows that are not empty, divided by commas, semicolons or tabs, whichever the first line has most
// of. Fields in quotes may hold the divider, line ends and doubled quotes; the apostrophe before
// what begins like a formula is taken off.
std::vector<CsvRow> csv_rows(std::string_view text);

// A field to be written, in quotes where it needs them. None can become a formula: what begins like
// one gets an apostrophe before it.
std::string csv_field(std::string_view value);

// "75", "1:15", "00:01:15.250" or "1:15,25", as spreadsheets make them of each other.
std::optional<SourceTime> lenient_time(std::string_view text);

}  // namespace catalogue
