// In which language the program speaks. Main thread.
#pragma once

#include <string>
#include <string_view>

#include "catalogue/translation.h"

namespace app {

// "cy", "en": the first language of the list LANGUAGE that the program has, or else that of LC_ALL,
// LC_MESSAGES or LANG, whichever is set first; English, where it has none of them. "en_XA" makes
// every sentence longer, in brackets: for looking at screens in a language that nobody reads.
std::string language_of_environment();

// The program's language for a document in `tag` ("cy" for "cy-GB"); English, where it has none.
std::string language_of(std::string_view tag);

// The sentences of a language ("cy"); nullptr for English, where there is no such language, or its
// file cannot be read. What was read once stays.
const catalogue::Translation* translation_of(std::string_view code);

// Makes the program speak `wanted` ("cy"; empty: what the environment names). English, where there
// is no such language or its file cannot be read. What was read once stays.
//
// @returns whether it spoke another one before
bool speak_language(std::string_view wanted);

}  // namespace app
