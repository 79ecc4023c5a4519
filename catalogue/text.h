// Small tools for text from outside: checking it, quoting it in messages, guessing what was
// meant. Private to the folder.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalogue {

// The length of the valid UTF-8 sequence at the start of `text` (1 to 4); 0 when there is none.
// Overlong forms, surrogates and what is above U+10FFFF are not valid.
std::size_t utf8_sequence_length(std::string_view text);

// The place of the first byte that is not UTF-8; nothing when the text is valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Every byte as one character of ISO 8859-1, with Windows' own quotes and dashes in 0x80 to 0x9F.
std::string utf8_from_latin1(std::string_view bytes);

// The character as UTF-8; U+FFFD for what is not a character.
void append_utf8(std::string& text, char32_t character);

// Text for a message: in single quotes, shortened to about 60 characters, without control
// characters or broken UTF-8, so that it can be shown anywhere.
std::string in_quotes(std::string_view text);

// The same without quotes and without shortening.
std::string printable(std::string_view text);

// The number of letters to add, take away, change or swap with their neighbour to get from one
// word to the other, capital letters apart; more than `limit` is returned as limit + 1.
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

// The candidate that was probably meant: near enough, and nearer than every other.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// "did you mean 'x'?", or `otherwise` when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string_view otherwise);

// Up to so many characters from the beginning.
std::string first_characters(std::string_view text, std::size_t most);

// Blanks, tabs and line ends at both ends taken off.
std::string_view trimmed(std::string_view text);

}  // namespace catalogue
