// The captions of the films of one module, each file read once.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

#include "catalogue/captions.h"
#include "player/app/threads/background_reader.h"

namespace app {

// The cues of a caption file, sorted by in-point; empty when it cannot be read. Waits for a file
// whose share or stick is gone: not on the main thread.
//
// @returns nothing when it was stopped
std::optional<std::vector<catalogue::CaptionCue>> wait_for_captions(
    const std::filesystem::path& root, const std::filesystem::path& file,
    const std::stop_token& stop);

// Main thread only; waits for nothing.
class CaptionShelf {
public:
    // @param wake  called in another thread when captions are ready
    CaptionShelf(std::filesystem::path root, std::function<void()> wake);

    // The cues of a caption file, sorted by in-point; asks for them the first time. Empty while
    // they are not there, and when they cannot be read: `crosscut check` says why.
    const std::vector<catalogue::CaptionCue>& of(const std::filesystem::path& file);

    // True when captions have come since the last call: what shows them is to be drawn anew.
    bool take_news();

    // Whether looking for it has come to an end, well or not.
    bool looked_at(const std::filesystem::path& file) const { return looked_at_.contains(file); }

private:
    using Cues = std::vector<catalogue::CaptionCue>;

    void take_ready();

    std::map<std::filesystem::path, Cues> read_;
    std::set<std::filesystem::path> looked_at_;
    bool news_ = false;
    BackgroundReader<Cues> reader_;
};

}  // namespace app
