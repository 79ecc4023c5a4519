#include "catalogue/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t quoted_characters = 60;

// What Windows-1252 has in 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Appends one character of `text` at `at` in a form that can be shown; moves `at` on.
void append_printable(std::string& out, std::string_view text, std::size_t& at) {
    const std::size_t length = utf8_sequence_length(text.substr(at));
    if (length == 0) {
        append_utf8(out, 0xFFFD);
        ++at;
        return;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool c1_control =
        length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (byte == '\n' || byte == '\t' || byte == '\r') {
        out += ' ';
    } else if (byte < 0x20 || byte == 0x7F || c1_control) {
        append_utf8(out, 0xFFFD);
    } else {
        out.append(text, at, length);
    }
    at += length;
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i) { return i < text.size() && (at(i) & 0xC0) == 0x80; };
    const unsigned char first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        if (first == 0xE0 && at(1) < 0xA0) return 0;  // overlong
        if (first == 0xED && at(1) > 0x9F) return 0;  // surrogate
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (first == 0xF0 && at(1) < 0x90) return 0;  // overlong
        if (first == 0xF4 && at(1) > 0x8F) return 0;  // above U+10FFFF
        return 4;
    }
    return 0;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_sequence_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string utf8_from_latin1(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && byte <= 0x9F && windows_1252[byte - 0x80u] != 0) {
            append_utf8(text, windows_1252[byte - 0x80u]);
        } else {
            append_utf8(text, byte);
        }
    }
    return text;
}

void append_utf8(std::string& text, char32_t character) {
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = 0xFFFD;
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        if (characters == quoted_characters) {
            out += "...";
            break;
        }
        append_printable(out, text, at);
    }
    out += '\'';
    return out;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        append_printable(out, text, at);
    }
    return out;
}

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
    const std::size_t apart =
        one.size() > other.size() ? one.size() - other.size() : other.size() - one.size();
    if (apart > limit) return limit + 1;

    // Three rows of the table of distances between the beginnings of the two words.
    std::vector<std::size_t> before(other.size() + 1), above(other.size() + 1),
        row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const bool same = lower(one[i - 1]) == lower(other[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(one[i - 1]) == lower(other[j - 2]) &&
                lower(one[i - 2]) == lower(other[j - 1])) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[other.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    // Longer words are garbage, not slips; they would only cost time.
    if (word.empty() || word.size() > 100) return std::nullopt;
    const std::size_t limit = std::clamp<std::size_t>((word.size() + 1) / 3, 1, 3);
    std::size_t best = limit + 1;
    std::optional<std::string> found;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate, limit);
        // A word without a letter in common is no guess but a riddle.
        if (distance >= std::max(word.size(), candidate.size())) continue;
        if (distance < best) {
            best = distance;
            found = candidate;
        } else if (distance == best && distance <= limit) {
            found.reset();
        }
    }
    return found;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string_view otherwise) {
    if (const auto meant = nearest(word, candidates)) {
        return _("did you mean {}?", in_quotes(*meant));
    }
    return std::string{otherwise};
}

std::string first_characters(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t taken = 0; taken < most && at < text.size(); ++taken) {
        at += std::max<std::size_t>(utf8_sequence_length(text.substr(at)), 1);
    }
    return std::string{text.substr(0, at)};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace catalogue
