// The controls that screens are made of. Each is drawn, reported to the layer and gives back what
// happened to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/words.h"
#include "player/ui/paint.h"
#include "player/ui/widget_layer.h"

namespace ui {

using catalogue::_;
using catalogue::plural;

enum class ButtonStyle {
    Plain,   // outlined: most buttons
    Quiet,   // no ground until the pointer is on it
    Accent,  // the one thing to do next
};

struct ButtonSpec {
    const char* id = "";
    std::string_view label;      // drawn
    std::string_view said = {};  // its name, when the label alone does not say it
    Icon icon = Icon::None;
    std::string_view command = {};  // of the key table: its key is said in the tooltip
    ButtonStyle style = ButtonStyle::Plain;
    bool words = true;        // false: the icon alone is drawn, the label is the name
    bool words_last = false;  // where there is little room its words are the last to go
    bool enabled = true;
    bool chosen = false;    // a toggle that is on
    bool toggle = false;    // reads "on" or "off"
    bool at_start = false;  // words at the left, as in a list of buttons
};

// True when it was pressed. Words that do not fit into one line take two, in a place that is taller
// than a control, or are in smaller letters.
bool button(const Rect& place, const ButtonSpec& spec);
// Width that the button needs with its words, or without.
float button_width(const ButtonSpec& spec);
// Likewise, with its words in two lines and in smaller letters.
float button_width_in_two_lines(const ButtonSpec& spec);

struct SliderMove {
    bool moved = false;
    double value = 0;  // 0 to 1
    bool held = false;
};
// A bar from 0 to 1. `says` is its value in words; `steps` is how many steps the keyboard makes
// from one end to the other.
struct SliderSpec {
    const char* id = "";
    std::string_view name;
    std::string_view says;
    std::string_view command = {};
    double value = 0;
    int steps = 20;
    bool enabled = true;
    float bar_px = 0;  // thickness
    // A stretch of it that stands out, 0 to 1; only its beginning is marked while it has no end.
    std::optional<double> marked_from = {};
    std::optional<double> marked_to = {};
    std::string_view tooltip = {};  // instead of the name and its key
};
// Where along the bar the pointer is.
double pointer_along(const Rect& place);
SliderMove slider(const Rect& place, const SliderSpec& spec);

struct FieldEdit {
    bool changed = false;
    bool entered = false;  // Enter
};
// One line of text. `take_focus` puts the cursor into it.
FieldEdit text_field(const Rect& place, const char* id, std::string_view name,
                     std::string_view hint, std::string& text, bool take_focus);

// The words for a tooltip: "Next  (PageDown)".
std::string tooltip_for(std::string_view label, std::string_view command);

// A small framed piece of text, for keys. Returns the width used.
float key_cap(float x, float middle_y, std::string_view key, Colour text, Colour edge);
float key_cap_width(std::string_view key);

// A window over the whole display to draw in; panels lie over the screen.
void begin_surface(const char* id, const Rect& place);
void end_surface();

// A panel: ground, edge, title and close button. Returns the room inside; `closed` becomes true
// when it was closed. A covering panel keeps the keyboard.
struct PanelSpec {
    const char* id = "";
    std::string_view title;
    Icon icon = Icon::None;
    std::string_view command = {};  // the key that opens and closes it
    bool covering = true;
};
struct PanelRoom {
    Rect inside;
    bool closed = false;
};
PanelRoom begin_panel(const Rect& place, const PanelSpec& spec);
void end_panel();

std::uint32_t id_of(const char* id);
std::uint32_t id_of(const char* id, std::size_t number);

}  // namespace ui
