// What the program says, in the language that was chosen. Sentences stand in the code in English
// and are said through `_`: tools/languages finds them there. Any thread.
//
//     _("Nobody is in this module yet")
//     _("Volume {:.0f} %", volume * 100)
//     plural("{} problem", "{} problems", problems.size())
//
// A sentence is translated whole, with places for its values: never glue two halves together.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/translation.h"

namespace catalogue {

// The language of everything that is said from now on; nullptr: English. `translation` has to live
// as long as the program: words that were given out point into it.
void speak(const Translation* translation);

// "en", "cy".
std::string_view spoken_language();

// The sentence in that language. English where there is no translation; `english` itself has to
// outlive what is made of it.
const char* _(const char* english);

// Marks a sentence of a table that is said later: _(row.label).
constexpr const char* said_later(const char* english) {
    return english;
}

// Private to the templates below.
std::string filled(fmt::string_view english, fmt::format_args values);
std::string filled_plural(fmt::string_view one, fmt::string_view many, std::size_t number,
                          fmt::format_args values);

// The same with values in its places.
template <class First, class... More>
std::string _(fmt::format_string<First, More...> english, First&& first, More&&... more) {
    return filled(english, fmt::make_format_args(first, more...));
}

// One of two English sentences, or of as many as the language has, by a number, which is the first
// value: plural("{} passage, from {}", "{} passages, from {}", passages, people).
template <class... More>
std::string plural(fmt::format_string<std::size_t&, More...> one,
                   fmt::format_string<std::size_t&, More...> many, std::size_t number,
                   More&&... more) {
    return filled_plural(one, many, number, fmt::make_format_args(number, more...));
}

}  // namespace catalogue
