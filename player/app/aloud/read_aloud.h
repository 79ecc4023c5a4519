// What is read aloud, and when. Pure but for what was said before.
//
// Nothing is read over an answer. What is asked for (the control that the keyboard has come to) is
// said at once, and the film waits meanwhile: an answer may last for minutes, and who moves about
// wants to know where they are now. What nobody asked for (the question, what the stage says,
// captions) is only read while nothing plays.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "player/ui/widgets.h"

namespace app {

// A control in words: "Captions, on, switch".
std::string spoken(const ui::WidgetRecord& control);

// The control that the keyboard is on, in words; empty when on none. `typing`: it is in a field.
std::string spoken_focus(std::span<const ui::WidgetRecord> controls, bool typing);

struct Readable {
    std::string focus;
    std::string prompt;   // what is asked, who answers, what the stage says
    std::string caption;  // lines on the film
    bool playing = false;
};

class ReadAloud {
public:
    // What of it is to be said now, if anything.
    std::optional<std::string> next(const Readable& now);
    // Everything counts as new again.
    void forget() { said_ = {}; }

private:
    Readable said_;
};

}  // namespace app
