// Draws captions with libass.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "player/screen/window.h"

namespace screen {

struct CaptionStyle {
    double size = 1.0;  // 1 = 5 % of the film's height
};

// Main thread only. Text is untrusted; braces and backslashes in it are only text.
class CaptionPainter {
public:
    explicit CaptionPainter(const std::filesystem::path& font_folder, std::string font_family);
    ~CaptionPainter();

    // The captions to be seen now, oldest first, over a film at `film`; `keep_free_below_px` is how
    // much of the film's lower edge is covered by controls: captions rise above it. Paints again
    // only when something changed; the span is valid until the next call.
    std::span<const Overlay> paint(const std::vector<std::string>& texts, RectPx film,
                                   int keep_free_below_px, const CaptionStyle& style);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
