// Text from outside is made valid before a library sees it.
#pragma once

#include <string>
#include <string_view>

namespace screen {

// Valid UTF-8: what is none becomes U+FFFD, one for each byte that fits nowhere.
std::string clean_utf8(std::string_view text);

}  // namespace screen
