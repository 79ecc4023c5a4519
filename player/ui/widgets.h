// What can be used on the screen, as data: for the keyboard's order, for the tests and for whoever
// drives the program by name. Valid from the end of a frame to the end of the next.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ui {

enum class Role { Button, Toggle, Choice, ListItem, Slider, TextField };

// The parts of the screen, in the order in which F6 walks them.
enum class Area {
    Panel,
    Line,
    Faces,
    Questions,
    Transcript,
    Transport,
    Ways,
    Modules,
    Place,
    Wall
};

struct PlacePx {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
};

struct WidgetRecord {
    std::uint32_t id = 0;
    Role role = Role::Button;
    Area area = Area::Panel;
    std::string name;  // what it is called: never empty
    std::string tooltip;
    std::string value;  // of a slider or a text field; "on", "off" of a toggle
    PlacePx place;      // what can be seen of it
    bool enabled = true;
    bool chosen = false;      // the current one of its list
    bool visible = true;      // false: scrolled out of sight
    bool scrolls = false;     // it can be scrolled into sight
    bool cut = false;         // only a part can be seen
    bool focused = false;     // the keyboard is on it
    std::uint32_t list = 0;   // of the list it is a row of: one stop for Tab, arrows inside
    bool reachable = true;    // false: a panel lies over it
    std::uint32_t panel = 0;  // that it is in; 0: the screen itself
};

struct TextRecord {
    std::string text;
    PlacePx place;  // what can be seen of it
    float em_px = 0;
    // Something of it is not seen, and scrolling would not bring it.
    bool cut = false;
    std::uint32_t panel = 0;  // that it is in; 0: the screen itself
    std::string whole;  // it ends in dots in place of the rest of this; empty: nothing is missing
};

// Main thread only; while an Interface lives.
std::span<const WidgetRecord> widgets();
std::span<const TextRecord> drawn_texts();

}  // namespace ui
