// The files that the program itself brings: letters, tables.
#pragma once

#include <filesystem>
#include <string>

#include "catalogue/problem.h"

namespace catalogue {

// All bytes of `file`, read in one piece. Fails where it cannot be read or is empty: then the
// program has to be installed again.
Result<std::string> read_own_file(const std::filesystem::path& file);

}  // namespace catalogue
