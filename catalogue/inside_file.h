// The one way to a file that a module names. Platform code of the folder lives behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// Says what is wrong with a relative path as an author wrote it: empty, absolute, "..", a drive
// letter, a backslash, a device name (CON, NUL, COM1 ...), a NUL or control character.
// Pure: looks at no file.
Outcome check_relative_path(const std::string& text);

// An open file descriptor; closes it.
class InsideFile {
public:
    // Takes over `descriptor`.
    InsideFile(int descriptor, std::uint64_t size_bytes);
    ~InsideFile();
    InsideFile(InsideFile&& other) noexcept;
    InsideFile& operator=(InsideFile&& other) noexcept;

    int descriptor() const { return descriptor_; }
    std::uint64_t size_bytes() const { return size_bytes_; }

private:
    int descriptor_ = -1;
    std::uint64_t size_bytes_ = 0;
};

// Opens `relative` for reading below `root`, folder by folder, following no symbolic link and
// waiting for no device: only a regular file that is not empty is opened.
Result<InsideFile> open_inside(const std::filesystem::path& root,
                               const std::filesystem::path& relative);

// After open_inside() has failed: whether the place where the file lies is out of reach, and the
// file with it (a stick that was taken out, a share that is gone), so that it may come back.
bool out_of_reach(const std::filesystem::path& root, const std::filesystem::path& relative);

// The whole text of an open file from its start. Fails when it holds more than `limit_bytes` or
// cannot be read; the problem has no place.
Result<std::string> read_whole(const InsideFile& file, std::size_t limit_bytes);

// Names of the entries directly in the folder `relative` below `root`, sorted; links are not
// followed on the way there. Empty when there is no such folder. What the entries are is not
// looked at.
std::vector<std::string> names_inside(const std::filesystem::path& root,
                                      const std::filesystem::path& relative);

}  // namespace catalogue
