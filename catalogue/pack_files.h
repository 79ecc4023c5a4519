// The files in a pack, behind the door of inside_file.h. Private to the folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/inside_file.h"

namespace catalogue {

// `path` is one that check_relative_path() allows.
Result<InsideFile> open_in_pack(const std::filesystem::path& pack, const std::string& path);
std::vector<std::string> names_in_pack(const std::filesystem::path& pack,
                                       const std::string& folder);

}  // namespace catalogue
