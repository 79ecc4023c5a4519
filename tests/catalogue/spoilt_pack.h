// Packs made byte by byte, for everything in them to be wrong.
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/pack_bytes.h"
#include "catalogue/pack_format.h"

namespace spoilt {

struct Entry {
    std::string name;
    std::string bytes;  // as they lie in the pack
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t size = 0;                   // it says of itself; 0: as many as there are bytes
    std::uint32_t mode = 0;                   // of Unix
    std::string local_name{};                 // empty: as in the directory
    std::optional<std::uint32_t> checksum{};  // nothing: of the bytes as they lie there
    int header = -1;  // where the directory says that it is; -1: where it is
};

struct Pack {
    std::vector<Entry> entries;
    int more_entries = 0;     // the end counts so many too many
    std::uint16_t disk = 0;   // it says that it is this part
    std::string comment{};    // after the end
    int directory_shift = 0;  // the end is wrong by so much
};

inline std::string bytes_of(const Pack& pack) {
    using catalogue::pack::append_number;
    std::string text;
    std::string directory;
    for (const Entry& entry : pack.entries) {
        const std::size_t header =
            entry.header < 0 ? text.size() : static_cast<std::size_t>(entry.header);
        const std::uint32_t size =
            entry.size == 0 ? static_cast<std::uint32_t>(entry.bytes.size()) : entry.size;
        const std::string& local = entry.local_name.empty() ? entry.name : entry.local_name;
        const auto common = [&](std::string& to) {
            append_number(to, 20, 2);
            append_number(to, entry.flags, 2);
            append_number(to, entry.method, 2);
            append_number(to, 0, 4);
            append_number(to, entry.checksum.value_or(catalogue::pack::checksum_of(0, entry.bytes)),
                          4);
            append_number(to, entry.bytes.size(), 4);
            append_number(to, size, 4);
        };
        append_number(text, catalogue::pack::local_mark, 4);
        common(text);
        append_number(text, local.size(), 2);
        append_number(text, 0, 2);
        text += local + entry.bytes;
        append_number(directory, catalogue::pack::entry_mark, 4);
        append_number(directory, 3U << 8, 2);
        common(directory);
        append_number(directory, entry.name.size(), 2);
        append_number(directory, 0, 2 + 2 + 2 + 2);
        append_number(directory, std::uint64_t{entry.mode} << 16, 4);
        append_number(directory, header, 4);
        directory += entry.name;
    }
    const std::size_t begin = text.size();
    text += directory;
    append_number(text, catalogue::pack::end_mark, 4);
    append_number(text, pack.disk, 2);
    append_number(text, 0, 2);
    const std::size_t count = pack.entries.size() + static_cast<std::size_t>(pack.more_entries);
    append_number(text, count, 2);
    append_number(text, count, 2);
    append_number(text, directory.size(), 4);
    append_number(text, begin + static_cast<std::size_t>(pack.directory_shift), 4);
    append_number(text, pack.comment.size(), 2);
    return text + pack.comment;
}

}  // namespace spoilt
