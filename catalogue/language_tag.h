// Names of languages as documents write them: "en-GB", "cy" (BCP 47). Capital letters do not count.
// Pure. Private to the folder.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalogue {

// Whether it can name a language: letters and digits in groups divided by '-', the first of two
// letters that are given to a language (ISO 639-1), or of three.
bool is_language_tag(std::string_view tag);

// "cy" of "cy-GB", in small letters.
std::string first_part(std::string_view tag);

// Which of `tags` a reader of `wanted` gets: that language, else the same without its region, else
// the same of another region; nothing where none is that language.
std::optional<std::size_t> nearest_language(std::span<const std::string> tags,
                                            std::string_view wanted);

}  // namespace catalogue
