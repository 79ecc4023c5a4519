// Which savings a notebook's document has taken in, so that of two documents anybody can tell
// whether one holds all of the other. It is the writers' business: no part of the Notebook, and in
// no hand-in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace catalogue {

// For each writer (one run of the program, eight digits) the number of its last saving.
using Lineage = std::map<std::string, std::uint64_t>;

// Beyond them some are left out: what they wrote is then offered again, never lost.
inline constexpr std::size_t most_writers = 1000;
inline constexpr std::size_t most_lineage_bytes = 40'000;

// At least as much of every writer.
bool holds_all_of(const Lineage& one, const Lineage& other);
// The larger number of each.
Lineage joined(Lineage one, const Lineage& other);

// `text`, from to_text(), with this lineage instead of the one that it has.
std::string with_lineage(std::string_view text, const Lineage& lineage);
std::string without_lineage(std::string_view text);

// Empty when there is none, or when the text is damaged.
Lineage lineage_in(std::string_view text);

}  // namespace catalogue
