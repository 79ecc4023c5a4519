// Text of unknown origin as UTF-8 with plain line ends. Private to the folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalogue {

enum class Encoding { Utf8, DamagedUtf8, Latin1 };

// A text of unknown origin as UTF-8.
struct Decoded {
    std::string text;
    Encoding encoding = Encoding::Utf8;
    std::size_t first_bad = 0;  // place of the first byte that is not UTF-8, in what came in
};

// UTF-16 with its mark, UTF-8 with or without one, and Windows-1252; broken bytes are U+FFFD.
Decoded decoded(std::string_view bytes);

// The characters of valid or broken UTF-8, one by one; what is broken is U+FFFD.
char32_t take_character(std::string_view text, std::size_t& at);

// Also the mark U+FEFF, which stands in the middle of files that were put together.
bool is_control(char32_t character);

// One '\n' for every kind of line end, tabs kept, other control characters taken out.
std::string with_plain_lines(std::string_view text);

}  // namespace catalogue
