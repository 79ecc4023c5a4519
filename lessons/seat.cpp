#include "lessons/seat.h"

#include <charconv>
#include <cstdlib>

namespace lessons {
namespace {

constexpr std::string_view digits = "0123456789";

// Small letters, digits, and whatever is not ASCII as it is.
std::string letters_of(std::string_view said) {
    std::string letters;
    for (const char c : said) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                          (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (capital) letters += static_cast<char>(c - 'A' + 'a');
        if (kept) letters += c;
    }
    return letters;
}

}  // namespace

std::optional<Seat> seat_from(std::string_view said) {
    // Divided before the signs go: "row 2, 4" is not "row 24".
    const std::size_t last = said.find_last_of(digits);
    const std::size_t before = last == said.npos ? said.npos : said.find_last_not_of(digits, last);
    const std::size_t first = before == said.npos ? 0 : before + 1;
    Seat seat{letters_of(said), std::nullopt};
    int number = 0;
    if (last != said.npos &&
        std::from_chars(said.data() + first, said.data() + last + 1, number).ec == std::errc{}) {
        seat = {letters_of(said.substr(0, first)) + letters_of(said.substr(last + 1)), number};
    }
    if (seat.row.empty() && !seat.number) return std::nullopt;
    return seat;
}

bool are_beside(const Seat& one, const Seat& other) {
    if (one == other) return true;
    return one.row == other.row && one.number && other.number &&
           std::llabs(static_cast<long long>(*one.number) - *other.number) == 1;
}

}  // namespace lessons
