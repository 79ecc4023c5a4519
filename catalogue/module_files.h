// The files of a module through one small door, so that a folder, a packed module and a test's
// made-up files look alike. Everything behind the door is untrusted.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

inline constexpr std::size_t max_text_bytes = 4u << 20;  // no document of a module is larger

class ModuleFiles {
public:
    virtual ~ModuleFiles() = default;

    // The whole text of a document. Fails for anything that is not a regular file inside the
    // module, is larger than max_text_bytes or cannot be read.
    virtual Result<std::string> read(const std::filesystem::path& relative) const = 0;

    // Names of the files directly in `folder` that end in `extension` (".yaml"), sorted, relative
    // to the module. Empty when the folder is not there.
    virtual std::vector<std::filesystem::path> list(const std::filesystem::path& folder,
                                                    const std::string& extension) const = 0;

    // Whether a film, picture or caption file can be used: inside the module, a regular file,
    // not empty. The problem has no line; the caller knows where it was named.
    virtual Outcome usable(const std::filesystem::path& relative) const = 0;

    // Files that are there and yet do not count, and why: a pack may hold what a module must not.
    virtual std::vector<Problem> left_out() const { return {}; }
};

// A module on the disk: in a folder, or in a pack, which looks like one.
class FolderFiles final : public ModuleFiles {
public:
    explicit FolderFiles(std::filesystem::path root) : root_(std::move(root)) {}

    Result<std::string> read(const std::filesystem::path& relative) const override;
    std::vector<std::filesystem::path> list(const std::filesystem::path& folder,
                                            const std::string& extension) const override;
    Outcome usable(const std::filesystem::path& relative) const override;
    std::vector<Problem> left_out() const override;

private:
    std::filesystem::path root_;
};

// The files of another, each film, picture or caption file looked at only once: hundreds of answers
// may lie in one film, on a share where each look is a journey. What was found holds for as long as
// this lives. Keeps a reference to `files`. One thread uses it.
class FilesLookedAtOnce final : public ModuleFiles {
public:
    explicit FilesLookedAtOnce(const ModuleFiles& files) : files_(files) {}

    Result<std::string> read(const std::filesystem::path& relative) const override;
    std::vector<std::filesystem::path> list(const std::filesystem::path& folder,
                                            const std::string& extension) const override;
    Outcome usable(const std::filesystem::path& relative) const override;
    std::vector<Problem> left_out() const override;

private:
    const ModuleFiles& files_;
    mutable std::map<std::string, Outcome> looked_at_;
};

// A module made up in memory, for tests.
class MemoryFiles final : public ModuleFiles {
public:
    std::map<std::string, std::string> files;  // relative path, text

    Result<std::string> read(const std::filesystem::path& relative) const override;
    std::vector<std::filesystem::path> list(const std::filesystem::path& folder,
                                            const std::string& extension) const override;
    Outcome usable(const std::filesystem::path& relative) const override;
};

}  // namespace catalogue
