// In which languages the texts of a module are there, for its author. `own` is the module's own
// language, as a tag. Pure.
#pragma once

#include <string>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/problem.h"

namespace catalogue {

// "Texts: all 140 in en-GB, 12 of 140 in cy". Empty where there is only one language.
std::string text_coverage(const AuthorNotes& notes, const std::string& own);

// Per document and language which of its texts are not in it, at the first of them. The languages
// are the own one and all that any text is in.
std::vector<Problem> texts_to_translate(const AuthorNotes& notes, const std::string& own);

}  // namespace catalogue
