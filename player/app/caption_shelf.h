// The captions of the films of one module, each file read once.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/module_files.h"

namespace app {

// Main thread only; reading a caption file takes a few milliseconds.
class CaptionShelf {
public:
    explicit CaptionShelf(std::filesystem::path root) : files_(std::move(root)) {}

    // The cues of a caption file, sorted by in-point; empty when it cannot be read.
    const std::vector<catalogue::CaptionCue>& of(const std::filesystem::path& file);

    // What was wrong with the files read so far.
    const std::vector<catalogue::Problem>& problems() const { return problems_; }

private:
    catalogue::FolderFiles files_;
    std::map<std::filesystem::path, std::vector<catalogue::CaptionCue>> read_;
    std::vector<catalogue::Problem> problems_;
};

}  // namespace app
