// A sheet as Markdown, to be changed in any editor.
#pragma once

#include <string>
#include <string_view>

#include "player/paper/sheet.h"

namespace paper {

// CommonMark. Everything is escaped, so that a reader of Markdown finds exactly the sheet's words;
// lines to write on are horizontal rules.
std::string to_markdown(const FittedSheet& fitted);

// Words without anything that Markdown would take for its own.
std::string markdown_escaped(std::string_view text);

}  // namespace paper
