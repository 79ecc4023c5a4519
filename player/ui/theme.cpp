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

}  // namespace

double contrast(Colour one, Colour other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Palette& dark_palette() {
    static const Palette palette{
        .backdrop = rgb(0x0C1016),
        .surface = rgb(0x131922),
        .raised = rgb(0x1D2530),
        .hover = rgb(0x2A3441),
        .pressed = rgb(0x0F141B),
        .line = rgb(0x27303C),
        .edge = rgb(0x73839A),
        .text = rgb(0xF4F1EA),
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
    return palette;
}

ColourPairs pairs_of(const Palette& p) {
    ColourPairs all;
    const auto add = [&](const char* what, Colour front, Colour back, double least) {
        assert(all.count < all.pairs.size());
        all.pairs[all.count++] = {what, front, back, least};
    };
    for (const Colour ground : {p.backdrop, p.surface, p.raised, p.hover, p.pressed, p.chosen}) {
        add("text", p.text, ground, 4.5);
        add("quiet text", p.quiet, ground, 4.5);
        add("accent as text", p.accent, ground, 4.5);
        add("alert", p.alert, ground, 4.5);
        add("focus ring", p.focus, ground, 3);
        for (const Colour theme : p.themes)
            add("theme marker", theme, ground, 3);
    }
    for (const Colour ground : {p.backdrop, p.surface, p.raised, p.chosen}) {
        add("faint text", p.faint, ground, 4.5);
    }
    for (const Colour ground : {p.backdrop, p.surface, p.raised, p.hover}) {
        add("edge of a control", p.edge, ground, 3);
    }
    for (const Colour ground : {p.accent, p.accent_hover, p.accent_pressed}) {
        add("text on accent", p.on_accent, ground, 4.5);
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
