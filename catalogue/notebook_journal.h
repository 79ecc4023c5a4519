// What is written down between two savings of a notebook: record after record, each a length, a
// CRC-32C and a text. A record that was cut off by a power cut, and everything behind one that is
// damaged, does not count. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalogue {

// No record is longer: a length beyond it is damage.
inline constexpr std::size_t most_record_bytes = 32U << 20U;

// What is appended to the journal for `text`.
std::string journal_record(std::string_view text);

struct JournalReading {
    std::optional<std::string> first;   // the text of the first record
    std::optional<std::string> latest;  // the text of the last whole record
    std::size_t records = 0;            // whole ones
    std::size_t whole_bytes = 0;        // where the last whole record ends
};

// `journal` may be anything. What follows the first record that is not whole is passed over.
JournalReading read_journal(std::string_view journal);

}  // namespace catalogue
