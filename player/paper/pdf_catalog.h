// What cairo 1.16 cannot say in a PDF's catalog. Private to the folder.
#pragma once

#include <string>
#include <string_view>

namespace paper {

// Appends an update to a PDF, as its format has it: the document is tagged, a reader shows its
// title and not its file name, and `language` (may be empty) is what it is written in. A PDF that
// is not built as cairo builds it comes back as it is.
std::string with_catalog_entries(std::string pdf, std::string_view language);

}  // namespace paper
