// The present look: palette, scale and fonts. Shared by everything that draws; like the interface
// library's own context there is one at a time. Main thread only.
#pragma once

#include <array>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "player/ui/icons.h"
#include "player/ui/theme.h"

#include <imgui.h>

namespace ui {

// A disc of this radius within the font atlas: four quarters of it are the corners of a
// rectangle. Circle fans of large panels cost a processor ten times as much as rectangles.
struct CornerDisc {
    int radius_px = 0;
    int rectangle = -1;  // number within the atlas
    ImVec2 uv_min;
    ImVec2 uv_max;
};

struct Look {
    const Palette* palette = &palette_of(catalogue::ThemeChoice::Dark);
    float scale = 1;     // pixels of the display for one unit of the base design
    float density = 1;   // pixels for one point of a high-density display
    bool still = false;  // reduced motion: nothing comes and goes slowly
    std::array<ImFont*, type_count> fonts{};
    std::array<ImFont*, icon_size_count> icons{};
    std::array<CornerDisc, 4> discs{};  // radii: corner(), and 1 to 3 pixels less

    // Units of the base design to whole pixels.
    float px(float units) const { return std::round(units * scale); }
    float em_px(Type type) const;       // never below the smallest text
    float leading_px(Type type) const;  // from one line of a paragraph to the next
    float line_px(Type type) const;     // height of one line
    float control_px() const;           // height of a button
    float corner_px() const { return std::max(2.0F, px(corner)); }
    ImFont* font(Type type) const { return fonts[static_cast<std::size_t>(type)]; }
    ImFont* font(IconSize size) const { return icons[static_cast<std::size_t>(size)]; }
};

// The look in use; only while an Interface lives.
Look& look();
void use_look(Look* look);  // nullptr: none any more

inline float px(float units) {
    return look().px(units);
}
inline const Palette& palette() {
    return *look().palette;
}

// The font files, kept in memory for atlases of other sizes.
struct FontFiles {
    std::string regular;
    std::string strong;
    std::string icons;
};
catalogue::Result<FontFiles> read_font_files(const std::filesystem::path& folder);

// Builds the atlas of the current ImGui context for the look's scale and enters fonts and corner
// discs into it. `files` outlives the context. Without posters Type::Poster is Type::Display.
void build_fonts(Look& look, const FontFiles& files, bool posters);

}  // namespace ui
