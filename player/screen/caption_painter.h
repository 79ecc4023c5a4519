// Draws captions with libass.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "player/screen/window.h"

namespace screen {

enum class CaptionFont { Inter, Andika, OpenDyslexic };
enum class CaptionGround { SeeThrough, Solid, Outline };
enum class CaptionEdge { Bottom, Top, Below };  // of the film; Below: not on it

struct CaptionStyle {
    double size = 1.0;     // 1 = 5 % of the film's height, or of its width where that is less
    double least_px = 18;  // of the letters, where a small film has room for them
    CaptionFont font = CaptionFont::Inter;
    std::uint32_t letters_rgb = 0xFFFFFF;  // 0xRRGGBB
    std::uint32_t ground_rgb = 0x000000;
    CaptionGround ground = CaptionGround::SeeThrough;
    CaptionEdge edge = CaptionEdge::Bottom;
    int lines = 2;  // that there is to be room for below a film

    bool operator==(const CaptionStyle&) const = default;
};

struct CaptionPlace {
    RectPx film;
    int below_px = 0;       // free room under the film, for CaptionEdge::Below
    int covered_above = 0;  // pixels of the film's upper edge that controls lie over
    int covered_below = 0;  // of the lower edge of film and room

    bool operator==(const CaptionPlace&) const = default;
};

// Words that stand at one edge in one look.
struct CaptionBlock {
    std::vector<std::string> texts;  // oldest first
    CaptionStyle style;

    bool operator==(const CaptionBlock&) const = default;
};

// The room under a film that the lines of captions need.
int caption_room_px(const RectPx& film, const CaptionStyle& style);

// Main thread only. Text is untrusted; braces and backslashes in it are only text.
class CaptionPainter {
public:
    // `font_folder` holds the fonts of CaptionFont.
    explicit CaptionPainter(const std::filesystem::path& font_folder);
    ~CaptionPainter();
    CaptionPainter(CaptionPainter&&) noexcept;

    // The captions to be seen now, oldest first. They keep off what controls cover. Paints again
    // only when something changed; the span is valid until the next call.
    std::span<const Overlay> paint(const std::vector<std::string>& texts, const CaptionPlace& place,
                                   const CaptionStyle& style);
    // The same for several blocks, each at an edge of its own.
    std::span<const Overlay> paint(const std::vector<CaptionBlock>& blocks,
                                   const CaptionPlace& place);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
