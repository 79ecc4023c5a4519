// Which of several fields is written in.
#pragma once

#include "player/ui/widgets.h"

namespace ui {

// Whether this control of the last frame is the field that typed letters go into. Main thread only;
// while an Interface lives.
bool types_in(const WidgetRecord& control);

}  // namespace ui
