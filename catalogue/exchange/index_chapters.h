// Between a module's answers and chapters: what is handed out, and the index that comes back. Pure.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/exchange/chapters.h"
#include "catalogue/index_proposals.h"
#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace catalogue {

// The answers of a person that lie in `film`, by their beginnings: only those that may be shown,
// and only those whose in- and out-point are known.
std::vector<Chapter> chapters_of(const Module& module, std::size_t person,
                                 const std::filesystem::path& film);

// The chapters that a film carries in itself, as answers to be offered to its author.
std::vector<Proposal> proposed_by(const std::vector<Chapter>& chapters, const Module& module,
                                  std::size_t person);

// What an index says about itself.
struct IndexOrigin {
    std::string person;          // an id
    std::filesystem::path film;  // relative to the module
    std::uint64_t film_bytes = 0;
    std::string date;  // "2026-11-21"
};

struct IndexMaking {
    std::string yaml;       // of index/<person>.yaml
    std::size_t found = 0;  // answers in it
    std::vector<Problem> problems;
};

// Chapters become answers: by the question's id, else by its label or its text, capital letters
// apart. What fits no question, fits a second time, or overlaps another is a problem and left out.
IndexMaking index_from(const std::vector<Chapter>& chapters, const Module& module,
                       const IndexOrigin& origin, const std::filesystem::path& file_name);

}  // namespace catalogue
