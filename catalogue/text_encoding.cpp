#include "catalogue/text_encoding.h"

#include <algorithm>
#include <optional>

#include "catalogue/text.h"

namespace catalogue {
namespace {

std::string utf8_from_utf16(std::string_view bytes, bool big_endian) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit_at = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t character = unit_at(i);
        if (character >= 0xD800 && character <= 0xDBFF && i + 3 < bytes.size()) {
            const char32_t low = unit_at(i + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        append_utf8(text, character);
    }
    return text;
}

std::string with_replacements(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_sequence_length(bytes.substr(at));
        if (length == 0) {
            append_utf8(text, 0xFFFD);
            ++at;
        } else {
            text.append(bytes, at, length);
            at += length;
        }
    }
    return text;
}

// How many characters of plain ASCII, which nothing has to be done about, start at `at`. Nearly all
// of a file is such runs.
std::size_t plain_run(std::string_view text, std::size_t at) {
    const auto plain = [](char c) { return c >= ' ' && c < 0x7F; };
    const auto start = text.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<std::size_t>(std::find_if_not(start, text.end(), plain) - start);
}

}  // namespace

Decoded decoded(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv)) return {utf8_from_utf16(bytes.substr(2), false)};
    if (bytes.starts_with("\xFE\xFF"sv)) return {utf8_from_utf16(bytes.substr(2), true)};
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);

    const std::optional<std::size_t> first_bad = find_invalid_utf8(bytes);
    if (!first_bad) return {std::string{bytes}};

    // A byte gone wrong in a UTF-8 file must not spoil its other letters, and a file in an older
    // encoding hardly ever has valid sequences: the majority decides.
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_sequence_length(bytes.substr(at));
        if (length == 0) ++bad;
        if (length > 1) ++good;
        at += std::max<std::size_t>(length, 1);
    }
    if (good > bad) return {with_replacements(bytes), Encoding::DamagedUtf8, *first_bad};
    return {utf8_from_latin1(bytes), Encoding::Latin1, *first_bad};
}

char32_t take_character(std::string_view text, std::size_t& at) {
    const std::size_t length = utf8_sequence_length(text.substr(at));
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
    };
    char32_t character = 0xFFFD;
    if (length == 1) character = byte(0);
    if (length == 2) character = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (length == 3) {
        character = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    }
    if (length == 4) {
        character = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                    (byte(3) & 0x3F);
    }
    at += std::max<std::size_t>(length, 1);
    return character;
}

bool is_control(char32_t character) {
    // U+FEFF has been left in the middle of many files by putting files together.
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0xFEFF;
}

std::string with_plain_lines(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t run = plain_run(text, at);
        plain.append(text, at, run);
        at += run;
        if (at == text.size()) break;
        const std::size_t start = at;
        const char32_t character = take_character(text, at);
        if (character == '\r') {
            if (at == text.size() || text[at] != '\n') plain += '\n';
        } else if (character == '\n' || character == '\t' || !is_control(character)) {
            plain.append(text, start, at - start);
        }
    }
    return plain;
}

}  // namespace catalogue
