// The files of an HTML edition: films, pictures and stills brought beside the page.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace app {

// Films that may hold an answer which its person asked not to show: those of which they show only
// stretches. What else is in them cannot be known, so they are never handed on.
std::set<std::filesystem::path> films_held_back(const catalogue::Module& module);

// Why browsers may not play the film, as a sentence, and what to do; nothing when all play it.
std::optional<std::string> browser_trouble(const std::filesystem::path& root,
                                           const std::filesystem::path& film);

enum class Bringing {
    Copied,
    LinkedIfPossible,  // one file with two names where the disk allows it, else copied
};

// Brings a file that lies below `root` to `target`, which is not there yet, and makes the folders
// that it needs. What was begun may be left behind when it fails.
catalogue::Outcome bring_file_to(const std::filesystem::path& root,
                                 const std::filesystem::path& relative,
                                 const std::filesystem::path& target, Bringing how);

// Brings a file of the module below `out`, where it has the same path below "module/". A hard link
// where the disk allows it, else a copy.
// @returns its path from `out`, with '/'
catalogue::Result<std::string> bring_file(const std::filesystem::path& root,
                                          const std::filesystem::path& relative,
                                          const std::filesystem::path& out);

// Makes the still of an answer in "stills/" below `out`, or takes the one that the program keeps.
// @returns its path from `out`; empty when there is no picture to be had
std::string bring_still(const std::filesystem::path& root, const catalogue::Answer& answer,
                        const std::filesystem::path& out);

catalogue::Outcome write_text(const std::filesystem::path& file, std::string_view text);

}  // namespace app
