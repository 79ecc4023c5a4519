// Words on their way to the screen: cleaned, shortened, folded for searching. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

inline constexpr std::uint32_t replacement_character = 0xFFFD;

// The code point at `at`, which moves past it. What is not valid UTF-8 gives U+FFFD and moves on
// by one byte. `at` is less than the text's size.
std::uint32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, std::uint32_t code_point);

// Valid UTF-8 without control characters: invalid bytes become U+FFFD, tabs and other controls a
// space. Line ends stay, as '\n'.
std::string clean_text(std::string_view text);
// The same, with line ends turned into spaces.
std::string clean_line(std::string_view text);

// Lower case and without accents, so that "Sián" is found by "sian". Latin letters only.
std::string folded(std::string_view text);
std::vector<std::string> words_of(std::string_view text);

// "MH" of "Moira Henderson"; "?" of nothing.
std::string initials(std::string_view name);

// "0:07", "12:34", "1:02:03". Less than nothing reads as nothing.
std::string clock_text(double seconds);

// The sentence with one folder less at the beginning of the path in it: of a path the end says
// more. "It is in /home/ann/a.html", "It is in …/ann/a.html", "It is in …/a.html"; then as it is.
std::string with_shorter_path(const std::string& sentence);

// "0800 1111" is not divided into two lines.
std::string numbers_together(std::string_view text);

std::string lower_first(std::string_view text);
std::string upper_first(std::string_view text);

// Text fields hold 16-bit characters. What lies above U+FFFF is given a place of its own on its
// way in and comes back on its way out, so that a typed path is not damaged. At most 1024 different
// characters a run; more become U+FFFD. Main thread only.
std::string to_field_text(std::string_view text);
std::string from_field_text(std::string_view text);

}  // namespace ui
