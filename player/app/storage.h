// Reads and saves the program's own small documents. A document on disk is always a whole one: the
// old or the new.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/problem.h"

namespace app {

// Writes aside in the same folder, flushes, and renames over the old file. Makes the folder (for
// this user only) when it is not there.
catalogue::Outcome save_document(const std::filesystem::path& file, std::string_view text);

// Nothing when there is no such file; a problem when there is one that cannot be read.
catalogue::Result<std::optional<std::string>> load_document(const std::filesystem::path& file);

}  // namespace app
