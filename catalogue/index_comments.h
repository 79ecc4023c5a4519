// What somebody noted in an index, when a tool writes it anew. Pure. Private to the folder.
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// `written`, with the comments of `before`, which is the same index as it was: each stands where it
// stood, above or behind the line of the same key. What was noted at a line that is not there any
// more comes to the end. Where a text runs over several lines no comment can be told from it, and
// none is taken.
std::string with_comments(std::string_view before, const std::string& written);

}  // namespace catalogue
