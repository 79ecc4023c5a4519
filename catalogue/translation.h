// The program's sentences in one other language, as a .po file has them (GNU gettext). Read as it
// lies there: nothing has to be compiled, and a translator sees a change at the next start.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

struct Translation {
    std::string language = {};  // "cy"
    // The English sentence (of a plural: that for one), and what is said instead: one text, or one
    // for each of the language's plural forms.
    std::unordered_map<std::string, std::vector<std::string>> sentences;
    std::string plural_rule = "n != 1";  // which form a number has, as C writes it
    std::size_t plural_forms = 2;
    bool stretched = false;  // not a language: every sentence as `stretched_text` makes it
};

// The form of a number by a rule such as "n==1 ? 0 : n==2 ? 1 : 2"; less than `forms`. Nothing of
// the rule is trusted: what cannot be understood gives the last form.
std::size_t plural_form(std::string_view rule, std::size_t forms, unsigned long number);

// Whether the places for values ("{}", "{:.0f}") of a translation are those of the English text, so
// that filling them in cannot fail. `Some`: it may leave some out, as "one person" does.
enum class Places { All, Some };
bool same_places(std::string_view english, std::string_view translated, Places wanted);

struct TranslationReading {
    Translation translation;
    std::vector<Problem> problems;
};
// Sentences that are not translated, marked fuzzy or have other places for values are left out, so
// that English is said; the last with a problem.
TranslationReading read_translation(std::string_view po, const std::filesystem::path& file);

// For screens in a language that nobody reads: accents, longer by 40 %, in brackets. What is not
// in brackets was not translated; what is cut has no room. Places for values stay.
std::string stretched_text(std::string_view english);

}  // namespace catalogue
