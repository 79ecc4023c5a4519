#include "player/ui/theme.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ui {

namespace {

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

constexpr Palette dark_palette{
    .backdrop = rgb(0x0C1016),
    .surface = rgb(0x131922),
    .raised = rgb(0x1D2530),
    .hover = rgb(0x2A3441),
    .pressed = rgb(0x0F141B),
    .field = rgb(0x0F141B),
    .line = rgb(0x27303C),
    .edge = rgb(0x73839A),
    .text = rgb(0xF4F1EA),
    .strong = rgb(0xFFFFFF),
    .quiet = rgb(0xB6C0CC),
    .faint = rgb(0x8D99A9),
    .accent = rgb(0xF5B04C),
    .accent_hover = rgb(0xFFC470),
    .accent_pressed = rgb(0xD9932F),
    .on_accent = rgb(0x1B1204),
    .chosen = rgb(0x382B17),
    .focus = rgb(0xA6D8FF),
    .focus_gap = rgb(0x0C1016),
    .alert = rgb(0xFF9C8F),
    .themes = {rgb(0xFF8E7A), rgb(0x58CDB9), rgb(0xB9A5FF), rgb(0xC9D663), rgb(0x7DC3FF),
               rgb(0xFF9DCB), rgb(0xE6C79A), rgb(0x9FDB8B)},
};

constexpr Palette light_palette{
    .backdrop = rgb(0xF3F5F8),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xF7F9FB),
    .hover = rgb(0xE3E9F0),
    .pressed = rgb(0xD6DEE8),
    .field = rgb(0xFFFFFF),
    .line = rgb(0xD5DBE3),
    .edge = rgb(0x677485),
    .text = rgb(0x151A21),
    .strong = rgb(0x000000),
    .quiet = rgb(0x414B58),
    .faint = rgb(0x5A6573),
    .accent = rgb(0x8A4700),
    .accent_hover = rgb(0x753B00),
    .accent_pressed = rgb(0x5E2F00),
    .on_accent = rgb(0xFFFFFF),
    .chosen = rgb(0xFBEBD3),
    .focus = rgb(0x0A5BC4),
    .focus_gap = rgb(0xFFFFFF),
    .alert = rgb(0xA81818),
    .themes = {rgb(0xA8321C), rgb(0x006B5C), rgb(0x5B3FBF), rgb(0x5A6200), rgb(0x0A5F9E),
               rgb(0xA62468), rgb(0x7A4E12), rgb(0x2F6B1A)},
};

constexpr Palette high_contrast_palette{
    .backdrop = rgb(0x000000),
    .surface = rgb(0x000000),
    .raised = rgb(0x000000),
    .hover = rgb(0x333333),
    .pressed = rgb(0x1A1A1A),
    .field = rgb(0x000000),
    .line = rgb(0x808080),
    .edge = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .strong = rgb(0xFFFF00),
    .quiet = rgb(0xFFFFFF),
    .faint = rgb(0xC8C8C8),
    .accent = rgb(0xFFE600),
    .accent_hover = rgb(0xFFF27A),
    .accent_pressed = rgb(0xE0C800),
    .on_accent = rgb(0x000000),
    .chosen = rgb(0x3A3300),
    .focus = rgb(0x00FFFF),
    .focus_gap = rgb(0x000000),
    .alert = rgb(0xFFB0A6),
    .themes = {rgb(0xFFA08F), rgb(0x5FF0D8), rgb(0xCDBEFF), rgb(0xE2F06A), rgb(0x93D0FF),
               rgb(0xFFAFD8), rgb(0xFFDDA8), rgb(0xA9F090)},
};

constexpr Palette cream_palette{
    .backdrop = rgb(0xF4EAD3),
    .surface = rgb(0xFBF3E0),
    .raised = rgb(0xFFF9EB),
    .hover = rgb(0xEEE0C2),
    .pressed = rgb(0xE4D4B2),
    .field = rgb(0xFFFDF6),
    .line = rgb(0xDCCDAC),
    .edge = rgb(0x7A6B52),
    .text = rgb(0x2B2115),
    .strong = rgb(0x140F08),
    .quiet = rgb(0x544533),
    .faint = rgb(0x66563F),
    .accent = rgb(0x00607A),
    .accent_hover = rgb(0x004F66),
    .accent_pressed = rgb(0x003E50),
    .on_accent = rgb(0xFFFFFF),
    .chosen = rgb(0xD9E8E4),
    .focus = rgb(0x7A2EA8),
    .focus_gap = rgb(0xFFF9EB),
    .alert = rgb(0x9C1F12),
    .themes = {rgb(0x9C3015), rgb(0x00624F), rgb(0x5B3AA8), rgb(0x555800), rgb(0x13578F),
               rgb(0x98205C), rgb(0x704410), rgb(0x33610F)},
};

}  // namespace

double contrast(Colour one, Colour other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Palette& palette_of(catalogue::ThemeChoice theme) {
    switch (theme) {
        case catalogue::ThemeChoice::Dark:
            return dark_palette;
        case catalogue::ThemeChoice::Light:
            return light_palette;
        case catalogue::ThemeChoice::HighContrast:
            return high_contrast_palette;
        case catalogue::ThemeChoice::Cream:
            return cream_palette;
    }
    return dark_palette;
}

ColourPairs pairs_of(const Palette& p) {
    ColourPairs all;
    const auto add = [&](const char* what, Colour front, Colour back, double least) {
        assert(all.count < all.pairs.size());
        all.pairs[all.count++] = {what, front, back, least};
    };
    for (const Colour ground :
         {p.backdrop, p.surface, p.raised, p.hover, p.pressed, p.chosen, p.field}) {
        add("text", p.text, ground, 4.5);
        add("quiet text", p.quiet, ground, 4.5);
        add("accent as text", p.accent, ground, 4.5);
        add("alert", p.alert, ground, 4.5);
        add("focus ring", p.focus, ground, 3);
        for (const Colour theme : p.themes)
            add("theme's name and marker", theme, ground, 4.5);
    }
    for (const Colour ground : {p.backdrop, p.surface, p.raised, p.chosen}) {
        add("faint text", p.faint, ground, 4.5);
    }
    for (const Colour ground : {p.backdrop, p.surface, p.raised, p.hover, p.pressed, p.field}) {
        add("edge of a control", p.edge, ground, 3);
    }
    for (const Colour ground : {p.accent, p.accent_hover, p.accent_pressed}) {
        add("text on accent", p.on_accent, ground, 4.5);
    }
    for (const Colour ground : {p.text, p.strong, p.quiet}) {
        add("symbol on the play button, words of a tooltip", p.backdrop, ground, 4.5);
    }
    add("focus ring and its gap", p.focus, p.focus_gap, 3);
    add("accent and the gap of the ring", p.accent, p.focus_gap, 3);
    return all;
}

TypeStyle style_of(Type type) {
    switch (type) {
        case Type::Small:
            return {16, false};
        case Type::SmallStrong:
            return {16, true};
        case Type::Body:
            return {17, false};
        case Type::BodyStrong:
            return {17, true};
        case Type::Lead:
            return {21, true};
        case Type::Title:
            return {28, true};
        case Type::Display:
            return {36, true};
        case Type::Poster:
            return {50, true};
    }
    return {16, false};
}

float size_of(IconSize size) {
    switch (size) {
        case IconSize::Small:
            return 20;
        case IconSize::Medium:
            return 26;
        case IconSize::Large:
            return 44;
    }
    return 20;
}

}  // namespace ui
