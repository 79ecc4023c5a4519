// The icons in use, as code points of the Lucide font (assets/fonts/lucide.ttf).
#pragma once

#include <array>
#include <cstdint>

namespace ui {

enum class Icon : std::uint32_t {
    None = 0,
    Again = 0xE148,         // rotate-ccw
    Bin = 0xE18D,           // trash-2
    Board = 0xE1C1,         // layout-dashboard
    Captions = 0xE3A4,      // captions
    CaptionsOff = 0xE5C1,   // captions-off
    Check = 0xE06C,         // check
    ChevronLeft = 0xE06E,   // chevron-left
    ChevronRight = 0xE06F,  // chevron-right
    Code = 0xE0EF,          // hash
    Close = 0xE1B2,         // x
    Cover = 0xE0BB,         // eye-off
    Description = 0xE575,   // message-square-text
    Erase = 0xE28F,         // eraser
    Folder = 0xE247,        // folder-open
    FullScreen = 0xE112,    // maximize
    GoTo = 0xE151,          // search
    Hang = 0xE24A,          // arrow-left-right
    Help = 0xE082,          // circle-question-mark
    Information = 0xE0F9,   // info
    Keep = 0xE14D,          // save
    Lock = 0xE10B,          // lock
    Mix = 0xE15E,           // shuffle
    Modules = 0xE100,       // library
    More = 0xE0B6,          // ellipsis
    Mute = 0xE1AC,          // volume-x
    Next = 0xE160,          // skip-forward
    NoAnswer = 0xE11C,      // minus
    Less = NoAnswer,
    Notebook = 0xE596,     // notebook-pen
    OtherPath = 0xE440,    // split
    Pause = 0xE12E,        // pause
    People = 0xE1A4,       // users
    Pin = 0xE259,          // pin
    Play = 0xE13C,         // play
    Plus = 0xE13D,         // plus
    Previous = 0xE15F,     // skip-back
    Print = 0xE141,        // printer
    Problem = 0xE193,      // triangle-alert
    Questions = 0xE106,    // list
    Reshuffle = 0xE145,    // refresh-cw
    Sensitive = 0xE077,    // circle-alert
    Settings = 0xE154,     // settings
    SmallScreen = 0xE11A,  // minimize
    Stop = 0xE083,         // circle-stop
    Talk = 0xE40D,         // messages-square
    Uncover = 0xE0BA,      // eye
    Transcript = 0xE45F,   // scroll-text
    Upload = 0xE19E,       // upload
    Volume = 0xE1AB,       // volume-2
    Wall = 0xE0E9,         // grid-3x3
    WholeCase = 0xE468,    // user-round
};

// For the font builder: every icon above.
inline constexpr std::array all_icons{
    Icon::Again,        Icon::Captions,   Icon::CaptionsOff, Icon::Check,       Icon::ChevronLeft,
    Icon::ChevronRight, Icon::Code,       Icon::Close,       Icon::Cover,       Icon::Description,
    Icon::Folder,       Icon::FullScreen, Icon::GoTo,        Icon::Hang,        Icon::Help,
    Icon::Information,  Icon::Lock,       Icon::Mix,         Icon::Modules,     Icon::Mute,
    Icon::Next,         Icon::NoAnswer,   Icon::OtherPath,   Icon::Pause,       Icon::People,
    Icon::Play,         Icon::Plus,       Icon::Previous,    Icon::Problem,     Icon::Questions,
    Icon::Reshuffle,    Icon::Sensitive,  Icon::Settings,    Icon::SmallScreen, Icon::Talk,
    Icon::Transcript,   Icon::Uncover,    Icon::Volume,      Icon::Wall,        Icon::WholeCase,
    Icon::Bin,          Icon::Board,      Icon::More,        Icon::Notebook,    Icon::Pin,
    Icon::Print,        Icon::Erase,      Icon::Keep,        Icon::Stop,        Icon::Upload,
};

}  // namespace ui
