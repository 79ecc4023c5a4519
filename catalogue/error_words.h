// What the system could not do, in words that a teacher understands.
#pragma once

#include <string>

namespace catalogue {

// Of `errno`: "there is no room left on it". For what is rare, the system's own words.
std::string words_of_error(int error);

}  // namespace catalogue
