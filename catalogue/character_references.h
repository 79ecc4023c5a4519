// "&amp;", "&eacute;", "&#8217;" and their like, in captions and in HTML. Private to the folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalogue {

// The character reference at the start of `text`, which starts with '&': appends its character
// and returns its length, or 0 when it is none.
std::size_t append_reference(std::string& out, std::string_view text);

// What is no reference stays as it is.
std::string with_references_decoded(std::string_view text);

}  // namespace catalogue
