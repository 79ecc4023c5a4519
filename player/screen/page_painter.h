// Draws a page of large type for a room to read from the back row, with Pango and Cairo: any
// script, a picture at its side.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "player/screen/window.h"

namespace screen {

// R, G, B, A, not premultiplied, in rows without gaps.
struct PagePicture {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;
};

struct Page {
    std::string above;                           // smaller: who speaks
    std::string words;                           // as large as they fit
    std::string below;                           // smaller: the time that is left
    std::shared_ptr<const PagePicture> picture;  // at the left; may be nothing
    std::uint32_t ground_rgb = 0x000000;         // 0xRRGGBB
    std::uint32_t words_rgb = 0xFFFFFF;
    std::uint32_t quiet_rgb = 0xC8C8C8;  // above and below

    bool operator==(const Page&) const = default;
};

// The least that words of a page measure on a screen of this size: 40 px at 1920x1080.
int least_page_letter_px(int width_px, int height_px);

// Main thread only. Texts are untrusted, and only text.
class PagePainter {
public:
    // `font_folder` holds Inter; other scripts come from the fonts of the machine.
    explicit PagePainter(const std::filesystem::path& font_folder);
    ~PagePainter();

    // The page over the whole of `place`, opaque; nothing for no page. Paints again only when
    // something changed; the span is valid until the next call. Words that are too long even at
    // their least size end in an ellipsis.
    std::span<const Overlay> paint(const std::optional<Page>& page, const RectPx& place);

    // Of the words that were painted last.
    int letter_px() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
