// Trying out the machine's hardware for decoding, of which a driver may end the program.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "player/media/pictures/hardware.h"

namespace app {

// A file that is there as long as a trial lasts. What is left of one says that the program ended in
// the middle of it.
class TrialMark {
public:
    static constexpr std::chrono::hours believed{24 * 30};  // drivers are mended, too

    explicit TrialMark(std::filesystem::path file) : file_(std::move(file)) {}

    // Any thread. A folder that cannot be written into leaves no mark.
    void begin() const;
    void end() const;
    // Whether one was left in the last month.
    bool was_left() const;

private:
    std::filesystem::path file_;
};

// Nothing where there is no hardware, or where trying it out has lately ended the program.
// @param state_folder  where the mark is; empty: none is left
std::shared_ptr<media::Hardware> hardware_to_try(const std::filesystem::path& state_folder);

}  // namespace app
