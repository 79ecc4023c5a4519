#include "player/app/caption_shelf.h"

namespace app {

const std::vector<catalogue::CaptionCue>& CaptionShelf::of(const std::filesystem::path& file) {
    const auto known = read_.find(file);
    if (known != read_.end()) {
        return known->second;
    }
    std::vector<catalogue::CaptionCue>& cues = read_[file];
    catalogue::Result<std::string> text = files_.read(file);
    if (!text) {
        problems_.push_back(text.error());
        return cues;
    }
    catalogue::CaptionReading reading = catalogue::read_captions(*text, file);
    problems_.insert(problems_.end(), reading.problems.begin(), reading.problems.end());
    cues = std::move(reading.cues);
    return cues;
}

}  // namespace app
