// The one way to a file that a module names. Platform code of the folder lives behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// Says what is wrong with a relative path as an author wrote it: empty, absolute, "..", a drive
// letter, a backslash, a device name (CON, NUL, COM1 ...), a NUL or control character.
// Pure: looks at no file.
Outcome check_relative_path(const std::string& text);

// A file of a module, open for reading: on the disk as it is, or a stretch of a pack. Any thread.
class InsideFile {
public:
    // Takes over `descriptor`; the file is `size_bytes` of it, from `begin` on.
    // @param checksum  CRC-32 of what a pack says that it holds; nothing: that need not be compared
    InsideFile(int descriptor, std::uint64_t size_bytes, std::uint64_t begin = 0,
               std::optional<std::uint32_t> checksum = std::nullopt);
    ~InsideFile();
    InsideFile(InsideFile&& other) noexcept;
    InsideFile& operator=(InsideFile&& other) noexcept;

    std::uint64_t size_bytes() const { return size_bytes_; }

    // Reads from `position` of this file, as pread() does: how many bytes, 0 at the end, or -1
    // and errno.
    std::ptrdiff_t read_at(std::uint64_t position, void* target, std::size_t size) const;
    // The same from the machine's memory only, without waiting for a disk; -1 where it is not
    // there.
    std::ptrdiff_t read_at_once(std::uint64_t position, void* target, std::size_t size) const;

    // As the disk has it now; a pack counts with all that is in it. Nothing when it cannot tell.
    struct State {
        std::uint64_t size_bytes = 0;
        std::int64_t modified_ns = 0;  // since 1970
    };
    std::optional<State> state() const;

    // Whether `whole`, all that was read of it, is what the pack was made of. True for a file that
    // is no part of one.
    bool is_as_packed(std::string_view whole) const;

    // The whole file on the disk, when this is all of it: for making a second name for it.
    std::optional<int> whole_file() const;

private:
    std::size_t there_of(std::uint64_t position, std::size_t size) const;

    int descriptor_ = -1;
    std::uint64_t begin_ = 0;
    std::uint64_t size_bytes_ = 0;
    std::uint64_t around_bytes_ = 0;  // of the file on the disk, beside these
    std::optional<std::uint32_t> checksum_;
};

// Opens `relative` for reading below `root`. In a folder it goes folder by folder, following no
// symbolic link and waiting for no device: only a regular file that is not empty is opened. Where
// `root` is a file it is a pack, and read in place.
Result<InsideFile> open_inside(const std::filesystem::path& root,
                               const std::filesystem::path& relative);

// After open_inside() has failed: whether the place where the file lies is out of reach, and the
// file with it (a stick that was taken out, a share that is gone), so that it may come back.
bool out_of_reach(const std::filesystem::path& root, const std::filesystem::path& relative);

// The whole text of an open file from its start. Fails when it holds more than `limit_bytes` or
// cannot be read; the problem has no place.
Result<std::string> read_whole(const InsideFile& file, std::size_t limit_bytes);

// Whether a module in `root` is a pack: a regular file.
bool is_pack(const std::filesystem::path& root);

// What is left out of the pack in `root`, and why; nothing for a folder.
std::vector<Problem> left_out_of(const std::filesystem::path& root);

// Reads all of the pack in `root`, films too, and compares it with its checksums.
// @param went_on  told how many bytes are done, of how many
// @returns what is damaged, placed at its path in the module; nothing for a folder
std::vector<Problem> damage_in(const std::filesystem::path& root,
                               const std::function<void(std::uint64_t, std::uint64_t)>& went_on);

// Names of the entries directly in the folder `relative` below `root` (empty: in `root` itself),
// sorted; links are not followed on the way there. Empty when there is no such folder. What the
// entries are is not looked at.
std::vector<std::string> names_inside(const std::filesystem::path& root,
                                      const std::filesystem::path& relative);

}  // namespace catalogue
