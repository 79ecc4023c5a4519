// Reads and saves the program's own small documents. A document on disk is always a whole one: the
// old or the new.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/problem.h"
#include "player/app/storage/disk.h"

namespace app {

// Writes aside in the same folder, flushes, reads it back, renames over the old file and flushes
// the folder. Makes the folder (for this user only) when it is not there. When it fails before the
// renaming the old document stays; when only the last flush fails, the new one is there, but a
// power cut may bring back the old.
catalogue::Outcome save_document(const std::filesystem::path& file, std::string_view text,
                                 Disk& disk = real_disk());

// Makes `file`, which must not be there, with all of `text`, flushes it and reads it back. The
// folder is not flushed.
// @returns an errno; what was begun may be left behind unless it is EEXIST
int write_new_file(const std::filesystem::path& file, std::string_view text, Disk& disk);

// All of `text`, however little the disk takes at a time, and flushed; an errno.
int write_and_flush(int descriptor, std::string_view text, Disk& disk);

// Nothing when there is no such file; a problem when there is one that cannot be read.
catalogue::Result<std::optional<std::string>> load_document(const std::filesystem::path& file,
                                                            Disk& disk = real_disk());

}  // namespace app
