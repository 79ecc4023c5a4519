// How a pack is laid out: a zip (PKWARE's APPNOTE, with zip64) as values and bytes. Private to the
// folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// The first entry of a pack, stored: programs tell by its bytes what the file is.
inline constexpr const char* pack_type_name = "mimetype";
inline constexpr const char* pack_type = "application/vnd.crosscut.module+zip";

namespace pack {

// CRC-32 of what came before and of `bytes` after it; of nothing it is 0.
std::uint32_t checksum_of(std::uint32_t before, std::string_view bytes);

}  // namespace pack

struct PackEntry {
    std::uint64_t header = 0;  // where its local header begins
    std::uint64_t limit = 0;   // where the next thing in the pack begins
    std::uint64_t packed_bytes = 0;
    std::uint64_t size_bytes = 0;
    std::uint32_t checksum = 0;  // CRC-32 of what it holds
    bool deflated = false;       // else it lies there as it is, and is read in place
};

struct PackDirectory {
    std::map<std::string, PackEntry> entries;  // by checked relative path
    std::vector<Problem> problems;             // entries that are left out, and why
};

// Reads what is in the open file, without reading any of it. A pack that is damaged as a whole, or
// made to do harm (parts that lie over each other), is refused; an entry that a module must not
// have is left out. Problems are placed at `pack`.
Result<PackDirectory> read_pack_directory(int descriptor, std::uint64_t size_bytes,
                                          const std::filesystem::path& pack);

// Where the bytes of an entry begin, by its local header, which has to agree.
Result<std::uint64_t> begin_of(const PackEntry& entry, const std::string& name, int descriptor);

// What an entry that is deflated holds: an open descriptor of a file in memory, whose time is
// `modified_ns`. Never more than the directory says, and the checksum is compared.
Result<int> inflate_entry(const PackEntry& entry, const std::string& name, int descriptor,
                          std::int64_t modified_ns);

// Says that an entry does not hold what it was made of.
Problem damaged_in_pack(const std::string& name);

// For writing, of stored entries.
std::string local_header(const PackEntry& entry, const std::string& name);
// The directory and its end, to be written at `position`; entries in the order in which they lie.
std::string directory_text(const std::vector<std::pair<std::string, PackEntry>>& entries,
                           std::uint64_t position);

}  // namespace catalogue
