// How the program was set: what the settings panel shows and the settings file keeps. Plain values;
// any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalogue {

enum class ThemeChoice { Dark, Light, HighContrast, Cream };
enum class CaptionFont { Inter, Andika, OpenDyslexic };
enum class CaptionColours { WhiteOnBlack, YellowOnBlack, BlackOnWhite, BlackOnCream };
enum class CaptionGround { SeeThrough, Solid, Outline };  // behind the words
enum class CaptionPosition { Bottom, Top, BelowPicture };
enum class CaptionLanguages { First, Second, Both };  // where the module has two
enum class KeepDay { LastOfJune, LastOfJuly, LastOfAugust, LastOfDecember };  // of every year

// What the file calls a choice.
template <class Choice>
struct ChoiceName {
    Choice choice;
    std::string_view name;
};

inline constexpr std::array theme_names{
    ChoiceName{ThemeChoice::Dark, "dark"},
    ChoiceName{ThemeChoice::Light, "light"},
    ChoiceName{ThemeChoice::HighContrast, "high-contrast"},
    ChoiceName{ThemeChoice::Cream, "cream"},
};
inline constexpr std::array caption_font_names{
    ChoiceName{CaptionFont::Inter, "inter"},
    ChoiceName{CaptionFont::Andika, "andika"},
    ChoiceName{CaptionFont::OpenDyslexic, "opendyslexic"},
};
inline constexpr std::array caption_colours_names{
    ChoiceName{CaptionColours::WhiteOnBlack, "white-on-black"},
    ChoiceName{CaptionColours::YellowOnBlack, "yellow-on-black"},
    ChoiceName{CaptionColours::BlackOnWhite, "black-on-white"},
    ChoiceName{CaptionColours::BlackOnCream, "black-on-cream"},
};
inline constexpr std::array caption_ground_names{
    ChoiceName{CaptionGround::SeeThrough, "see-through"},
    ChoiceName{CaptionGround::Solid, "solid"},
    ChoiceName{CaptionGround::Outline, "outline"},
};
inline constexpr std::array caption_position_names{
    ChoiceName{CaptionPosition::Bottom, "bottom"},
    ChoiceName{CaptionPosition::Top, "top"},
    ChoiceName{CaptionPosition::BelowPicture, "below-picture"},
};

inline constexpr std::array caption_languages_names{
    ChoiceName{CaptionLanguages::First, "first"},
    ChoiceName{CaptionLanguages::Second, "second"},
    ChoiceName{CaptionLanguages::Both, "both"},
};

inline constexpr std::array keep_day_names{
    ChoiceName{KeepDay::LastOfJune, "06-30"},
    ChoiceName{KeepDay::LastOfJuly, "07-31"},
    ChoiceName{KeepDay::LastOfAugust, "08-31"},
    ChoiceName{KeepDay::LastOfDecember, "12-31"},
};

// The program's own sentences. Each language calls itself by its own name.
struct Language {
    std::string_view code;  // as in assets/locale/cy.po
    std::string_view name;
    bool checked = true;  // by somebody who speaks it
};
inline constexpr std::array languages{
    Language{"en", "English"},
    Language{"cy", "Cymraeg", false},
};

// 0xRRGGBB of the words and of what is behind them: 12:1 at least, where the picture shows through.
struct CaptionInk {
    std::uint32_t letters = 0;
    std::uint32_t ground = 0;
};
CaptionInk ink_of(CaptionColours colours);

// What the keys and the panel step through: 1 is the usual size.
inline constexpr std::array interface_sizes{0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};
inline constexpr std::array caption_sizes{0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0};

// The size before or after `from` in one of the lists above; nothing at its end.
std::optional<double> smaller_size(std::span<const double> sizes, double from);
std::optional<double> larger_size(std::span<const double> sizes, double from);

inline constexpr double quietest_lufs = -40;
inline constexpr double loudest_lufs = -10;

inline constexpr int slowest_voice = -100;
inline constexpr int fastest_voice = 100;
inline constexpr int voice_step = 20;

struct CaptionPreferences {
    bool shown = true;
    double size = 1.0;  // 0.75 to 3; 1 is 5 % of the picture's shorter side
    CaptionFont font = CaptionFont::Inter;
    CaptionColours colours = CaptionColours::WhiteOnBlack;
    CaptionGround ground = CaptionGround::SeeThrough;
    CaptionPosition position = CaptionPosition::Bottom;
    bool speakers = false;  // the speaker's name, where the file gives one
    CaptionLanguages languages = CaptionLanguages::First;

    bool operator==(const CaptionPreferences&) const = default;
};

struct Preferences {
    ThemeChoice theme = ThemeChoice::Dark;
    double interface_size = 1.0;  // 0.75 to 2
    bool reduced_motion = false;
    double loudness_lufs = -23.0;  // of every answer, by EBU R128
    bool single_keys = true;       // letters, digits and signs alone are commands
    bool read_aloud = false;
    int voice_rate = 0;                          // -100 to 100; 0 is the machine's usual one
    bool job_last = false;                       // person first, job last
    bool descriptions = false;                   // what is to be seen, in words
    KeepDay keep_until = KeepDay::LastOfAugust;  // what was written (keep_until.h)
    std::string language = {};                   // "en", "cy"; empty: as this computer is set
    CaptionPreferences captions = {};

    bool operator==(const Preferences&) const = default;
};

}  // namespace catalogue
