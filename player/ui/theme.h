// The design system: colour roles, type scale, spacing. Everything that the screens look like is
// decided here, and nothing else in this folder names a colour; a further theme is a further table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "catalogue/preferences.h"

namespace ui {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex)};
}

// Pictures are tinted with it: they stay as they are, or recede into what is behind them.
inline constexpr Colour as_it_is{255, 255, 255};
inline constexpr Colour receding{255, 255, 255, 90};
inline constexpr Colour see_through{0, 0, 0, 0};
inline constexpr Colour black_screen{0, 0, 0};  // and beside a film that fills the screen

// Contrast of two opaque colours as WCAG 2.2 counts it: 1 to 21.
double contrast(Colour one, Colour other);

inline constexpr std::size_t theme_colours = 8;  // themes of questions, then round again

// What a colour is for. Text and its grounds keep 4.5:1, controls and the focus ring 3:1: see
// pairs_of().
struct Palette {
    Colour backdrop;        // behind everything, and beside the film
    Colour surface;         // bars, lists
    Colour raised;          // buttons, cards, panels
    Colour hover;           // a control under the pointer
    Colour pressed;         // a control held down
    Colour field;           // where one types, or makes a tick
    Colour line;            // hairlines; decoration only
    Colour edge;            // outline of a control
    Colour text;            //
    Colour strong;          // the play button under the pointer
    Colour quiet;           // second-rank text
    Colour faint;           // of what cannot be used, or is not there
    Colour accent;          // "here": the current person, question and way
    Colour accent_hover;    //
    Colour accent_pressed;  //
    Colour on_accent;       // text on the accent
    Colour chosen;          // ground of the current row
    Colour focus;           // ring round what the keyboard is on
    Colour focus_gap;       // between ring and control
    Colour alert;           // problems
    std::array<Colour, theme_colours> themes;
};

const Palette& palette_of(catalogue::ThemeChoice theme);

// One pair that has to keep its distance; for the test and for authors of further themes.
struct ColourPair {
    const char* what;
    Colour front;
    Colour back;
    double least;
};
// Every pair of roles that meet on a screen. `count` pairs are filled in.
struct ColourPairs {
    std::array<ColourPair, 160> pairs;
    std::size_t count = 0;
};
ColourPairs pairs_of(const Palette& palette);

// Sizes of letters, in units of the base design (1280x720), as the height of the em square.
enum class Type {
    Small,        // names under faces, times, key caps
    SmallStrong,  //
    Body,         // lists, buttons, paragraphs
    BodyStrong,   //
    Lead,         // a person's name, the line that the class reads
    Title,        // panel titles, a question of two lines
    Display,      // a question of one line
    Poster,       // a prompt that a class talks about: for the back row
};
inline constexpr std::size_t type_count = 8;

enum class IconSize { Small, Medium, Large };
inline constexpr std::size_t icon_size_count = 3;

struct TypeStyle {
    float em;
    bool strong;
};
TypeStyle style_of(Type type);
float size_of(IconSize size);

inline constexpr float smallest_text_px = 16;

// Distances, in units of the base design: multiples of four.
namespace space {
inline constexpr float hair = 4;
inline constexpr float small = 8;
inline constexpr float medium = 12;
inline constexpr float large = 16;
inline constexpr float huge = 24;
}  // namespace space

inline constexpr float control_height = 40;  // of a button
inline constexpr float smallest_control_px = 24;
inline constexpr float smallest_button_px = 32;
inline constexpr float corner = 4;      // radius of small rounded corners
inline constexpr float fade_s = 0.12F;  // how long something takes to come and go
inline constexpr float tooltip_delay_s = 0.5F;

}  // namespace ui
