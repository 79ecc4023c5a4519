// Where one written character ends and the next begins, as people count them: an accent belongs to
// its letter, a family of four is one picture. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ui {

// A subset of Unicode's grapheme clusters: marks, joiners, variation selectors, skin tones, tags
// and pairs of regional indicators stay with what they follow. Valid UTF-8 is expected; anything
// else counts byte by byte. Places are bytes, from 0 to the text's size.
std::size_t grapheme_after(std::string_view text, std::size_t at);
std::size_t grapheme_before(std::string_view text, std::size_t at);

// The beginning of the code point that `at` is in: no place within one is a place to cut.
std::size_t code_point_start(std::string_view text, std::size_t at);

// To the end of the word that begins at `at` or later, and to the beginning of the one before.
std::size_t word_after(std::string_view text, std::size_t at);
std::size_t word_before(std::string_view text, std::size_t at);

}  // namespace ui
