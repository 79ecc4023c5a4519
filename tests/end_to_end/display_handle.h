// A connection to an X server, without the macros of its headers.
#pragma once

#include <memory>
#include <string>

struct _XDisplay;  // NOLINT(bugprone-reserved-identifier): Xlib's name of it

namespace end_to_end {

struct CloseDisplay {
    void operator()(_XDisplay* display) const;
};
using DisplayHandle = std::unique_ptr<_XDisplay, CloseDisplay>;

// Throws std::runtime_error when there is no such display.
DisplayHandle open_display(const std::string& name);

}  // namespace end_to_end
