// Controls for settings: one of several, a step up or down, on or off. Each says the height that it
// needs before it is drawn, because what it stands in scrolls.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "player/ui/controls.h"

namespace ui {

// How a choice looks, in small: words on their ground.
struct Sample {
    Colour ground;
    Colour ink;
    Colour mark;  // a stroke below the letters
};

struct ChoiceSpec {
    std::string_view label;
    std::optional<Sample> sample = {};
};

// One of several, side by side in as many rows as are needed; one stop for Tab, with arrows between
// them. `name` is what is chosen ("Colours"): said before each label.
struct ChoicesSpec {
    const char* id = "";
    std::string_view name = {};
    std::span<const ChoiceSpec> choices;
    std::size_t chosen = 0;
    bool tabs = false;  // the parts of a panel: no outline, a bar below the present one
};
float choices_height(const ChoicesSpec& spec, float width);
// The one that was picked.
std::optional<std::size_t> choices(const Rect& place, const ChoicesSpec& spec);

// A value between "less" and "more". At an end its button does nothing, but keeps the keyboard.
struct StepperSpec {
    const char* id = "";
    std::string_view less;  // names of the buttons: "Smaller captions"
    std::string_view more;
    std::string_view value = {};   // "125 %"
    std::string_view widest = {};  // of the values: the buttons stay where they are
    std::string_view less_command = {};
    std::string_view more_command = {};
    bool can_less = true;
    bool can_more = true;
};
float stepper_height();
// -1, 0 or 1.
int stepper(const Rect& place, const StepperSpec& spec);

struct SwitchSpec {
    const char* id = "";
    std::string_view label;
    bool on = false;
    std::string_view command = {};
    Type type = Type::BodyStrong;
    int most_lines = 3;
};
// Where its words begin.
float switch_indent();
float switch_height(const SwitchSpec& spec, float width);
// True when it was pressed.
bool switch_row(const Rect& place, const SwitchSpec& spec);

}  // namespace ui
