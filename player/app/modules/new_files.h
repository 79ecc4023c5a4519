// Writing what is not there yet: never over anything.
#pragma once

#include <filesystem>
#include <span>

#include "catalogue/first_documents.h"
#include "catalogue/problem.h"

namespace app {

// A pack is one file, which nothing is written into: what is changed is the folder that it was made
// of.
catalogue::Outcome is_to_be_written(const std::filesystem::path& module);

// Writes the documents into `folder`, and the folders that they need. Where one of them is there
// already nothing is written at all; when writing fails those that were written go again.
catalogue::Outcome write_new_documents(const std::filesystem::path& folder,
                                       std::span<const catalogue::TextDocument> documents);

}  // namespace app
