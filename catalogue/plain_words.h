// Words that everybody says, whatever they talk about: they ask, point and join. Pure.
#pragma once

#include <string_view>

namespace catalogue {

// Of English and Welsh. `folded` is in small letters without accents, as a search has it; of
// "wouldn't" it is what stands before the apostrophe, or all of it without one.
bool is_plain_word(std::string_view folded);

}  // namespace catalogue
