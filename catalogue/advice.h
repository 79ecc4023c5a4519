// What an author may want to think about once a module has no mistakes: nothing here is wrong.
// Pure; the author decides.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/captions.h"
#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace catalogue {

// How long a line of a caption may be, how many lines, and how fast it may have to be read. From
// the English Template Timed Text Style Guide of Netflix (backlothelp.netflix.com, article
// 219375728): 42 characters a line, two lines, 17 characters a second.
inline constexpr std::size_t longest_caption_line = 42;
inline constexpr std::size_t most_caption_lines = 2;
inline constexpr double fastest_characters_per_s = 17;

// A caption file by its name in the module.
using CaptionFiles = std::map<std::filesystem::path, std::vector<CaptionCue>>;

// In the order: who answered what, what is still to be filled in, captions, pictures, brands,
// loudness, links. Each has a file, what is seen, and what could be done. Nothing is said about
// somebody who withdrew. `notes` are of the same reading as the module.
std::vector<Problem> advice_on(const Module& module, const AuthorNotes& notes,
                               const CaptionFiles& captions);

// How the people of a module differ in what they told: "Left full-time education: 16 (2), 18
// (1), not told (3)". A line for each fact, where there is anybody; facts, and no word on what they
// should be.
std::vector<std::string> told_facts(const Module& module);

// Who has captions, and who made them: "Captions: checked by a person (3), none (1)".
std::string caption_status(const Module& module, const AuthorNotes& notes);

}  // namespace catalogue
