// What the page of an HTML edition says itself, in the language that it is exported in. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/key_table.h"
#include "catalogue/translation.h"

namespace app {

struct EditionWords {
    std::string language = "en";
    // What is said instead, by the English sentence (of a plural: that for one): one text, or one
    // for each of the language's plural forms. English itself needs none.
    std::map<std::string, std::vector<std::string>> sentences;
    // Which form a number has, from 0 to 199. A larger one has the form of 100 and its last two
    // digits: no rule of GNU gettext's manual looks at more.
    std::vector<std::size_t> plural_forms;
    std::string without_scripts;  // for browsers that run none
};

// A sentence that a script says: _("one"), saidLater("one") or plural("one", "many", number).
struct ScriptSentence {
    std::string one;
    std::string many;  // empty: there is no plural

    bool operator==(const ScriptSentence&) const = default;
};

// In the order in which they stand there, without escapes: a sentence has no backslash in it.
std::vector<ScriptSentence> sentences_of(std::string_view script);

// @param translation  nullptr: English
EditionWords edition_words(std::string_view script, const catalogue::KeyTable& keys,
                           const catalogue::Translation* translation);

}  // namespace app
