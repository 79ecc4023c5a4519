#include <string_view>

#include "lessons/mix.h"

namespace lessons {

namespace {

// Crockford's base 32: no I, L, O (they look like digits) and no U.
constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t most_digits = 7;  // 32 bits

std::uint32_t scrambled(std::uint32_t x) {
    x ^= x >> 16U;
    x *= 0x85EBCA6BU;
    x ^= x >> 13U;
    x *= 0xC2B2AE35U;
    x ^= x >> 16U;
    return x;
}

std::optional<std::uint32_t> value_of(char letter) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O') letter = '0';
    if (letter == 'I' || letter == 'L') letter = '1';
    const std::size_t place = digits.find(letter);
    if (place == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint32_t>(place);
}

// How many bytes at the start of `text` only divide: a space, a hyphen, or one of the dashes that
// text editors make of it (U+2010 to U+2015).
std::size_t divider_length(std::string_view text) {
    if (std::string_view(" \t\r\n-_").find(text.front()) != std::string_view::npos) return 1;
    const bool dash = text.size() >= 3 && text.substr(0, 2) == "\xE2\x80" &&
                      static_cast<unsigned char>(text[2]) >= 0x90 &&
                      static_cast<unsigned char>(text[2]) <= 0x95;
    return dash ? 3 : 0;
}

}  // namespace

std::string seed_text(Seed seed) {
    const std::size_t count = seed < short_seeds ? most_digits - 1 : most_digits;
    std::string text;
    for (std::size_t digit = count; digit-- > 0;) {
        text += digits[(seed >> (5 * digit)) & 31U];
        if (text.size() == 4) text += '-';
    }
    return text;
}

std::optional<Seed> seed_from_text(const std::string& text) {
    std::uint64_t seed = 0;
    std::size_t count = 0;
    for (std::string_view rest = text; !rest.empty();) {
        if (const std::size_t skipped = divider_length(rest); skipped > 0) {
            rest.remove_prefix(skipped);
            continue;
        }
        const std::optional<std::uint32_t> value = value_of(rest.front());
        if (!value || ++count > most_digits) return std::nullopt;
        seed = seed * 32 + *value;
        rest.remove_prefix(1);
    }
    if (count == 0 || seed > 0xFFFFFFFFU) return std::nullopt;
    return static_cast<Seed>(seed);
}

Seed next_seed(Seed seed) {
    const Seed next = seed * 1664525U + 1013904223U;
    return seed < short_seeds ? next & (short_seeds - 1) : next;
}

std::uint32_t lot(Seed seed, std::uint32_t turn, std::uint32_t index) {
    return scrambled(scrambled(scrambled(seed + 0x9E3779B9U) + turn) + index);
}

std::optional<int> opening_person(const Grid& grid, Seed seed) {
    std::optional<int> drawn;
    std::uint32_t lowest = 0;
    for (int person = 0; person < grid.people; ++person) {
        bool answers = false;
        for (int question = 0; question < grid.questions && !answers; ++question) {
            answers = grid.playable({person, question});
        }
        if (!answers) continue;
        const std::uint32_t theirs = lot(seed, 0xFFFFFFFFU, static_cast<std::uint32_t>(person));
        if (!drawn || theirs < lowest) {
            drawn = person;
            lowest = theirs;
        }
    }
    return drawn;
}

}  // namespace lessons
