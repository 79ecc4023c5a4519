#include "catalogue/notebook_journal.h"

#include <cstdint>

#include "catalogue/checksum.h"

namespace catalogue {
namespace {

constexpr std::size_t number_bytes = 4;
constexpr std::size_t head_bytes = 2 * number_bytes;

std::string bytes_of(std::uint32_t number) {
    std::string bytes;
    for (std::size_t i = 0; i < number_bytes; ++i) {
        bytes += static_cast<char>(number >> 8 * i & 0xFFU);
    }
    return bytes;
}

std::uint32_t number_of(std::string_view bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < number_bytes; ++i) {
        number |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
    }
    return number;
}

}  // namespace

std::string journal_record(std::string_view text) {
    const std::string length = bytes_of(static_cast<std::uint32_t>(text.size()));
    // The length is under the sum, too: a journal of zeros holds no records.
    const std::string sum = bytes_of(crc32c(length + std::string{text}));
    return length + sum + std::string{text};
}

JournalReading read_journal(std::string_view journal) {
    JournalReading reading;
    std::string_view latest;
    while (journal.size() - reading.whole_bytes >= head_bytes) {
        const std::string_view record = journal.substr(reading.whole_bytes);
        const std::size_t length = number_of(record);
        if (length > most_record_bytes || record.size() - head_bytes < length) break;
        const std::string_view text = record.substr(head_bytes, length);
        const std::string summed = std::string{record.substr(0, number_bytes)} + std::string{text};
        if (number_of(record.substr(number_bytes)) != crc32c(summed)) break;
        latest = text;
        if (!reading.first) reading.first = std::string{text};
        ++reading.records;
        reading.whole_bytes += head_bytes + length;
    }
    if (reading.records > 0) reading.latest = std::string{latest};
    return reading;
}

}  // namespace catalogue
