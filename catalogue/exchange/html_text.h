// HTML of unknown origin as plain words. Private to the folder; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

// Paragraphs, each one line without a tag: what stands in scripts, styles and comments is left out,
// and "&eacute;" is a letter. A link to http or https keeps its address, behind its words in round
// brackets; any other link is its words alone.
std::vector<std::string> html_paragraphs(std::string_view html);

// Whether it is an address of the web that can be shown: http or https, without blanks.
bool is_web_address(std::string_view text);

}  // namespace catalogue
