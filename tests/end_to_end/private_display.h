// A screen of our own, that nobody looks at: an X server with a window manager, for tests only.
//
// Usually Xvfb, which has one display for ever. With CROSSCUT_SEVERAL_DISPLAYS in the environment
// it is Xorg with its driver for no hardware, whose other displays are plugged in by xrandr.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

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

    // Beside the first display and as large as a projector; only where there may be several.
    void plug_in_projector();
    void pull_out_projector();
    static constexpr int projector_width_px = 1280;
    static constexpr int projector_height_px = 720;

private:
    void ask_xrandr(const std::vector<std::string>& words) const;

    std::filesystem::path folder_;
    bool projector_known_ = false;
    int width_px_;
    int height_px_;
    std::string name_;
    std::unique_ptr<ChildProcess> server_;
    std::unique_ptr<ChildProcess> manager_;  // ends before the server
};

}  // namespace end_to_end
