// A screen of our own, that nobody looks at: an X server with a window manager, for tests only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/end_to_end/child_process.h"

namespace end_to_end {

class PrivateDisplay {
public:
    // Starts both and waits until programs can use them; throws std::runtime_error when they do
    // not come. Logs go into `folder`.
    PrivateDisplay(const std::filesystem::path& folder, int width_px, int height_px);

    const std::string& name() const { return name_; }  // ":7"
    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }

private:
    int width_px_;
    int height_px_;
    std::string name_;
    std::unique_ptr<ChildProcess> server_;
    std::unique_ptr<ChildProcess> manager_;  // ends before the server
};

}  // namespace end_to_end
