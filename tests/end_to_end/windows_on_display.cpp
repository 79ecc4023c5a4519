#include "tests/end_to_end/windows_on_display.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <vector>

#include "tests/end_to_end/display_handle.h"

namespace end_to_end {

namespace {

// A property as its words of 32 bits, or its bytes, whatever it is kept as.
template <class Unit>
std::vector<Unit> property(Display* display, Window window, const char* name, Atom type) {
    constexpr long most = 4096;
    Atom kept_type = None;
    int format = 0;
    unsigned long items = 0;
    unsigned long left = 0;
    unsigned char* value = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, name, False), 0, most, False, type,
                       &kept_type, &format, &items, &left, &value);
    std::vector<Unit> found;
    if (value != nullptr && format == (sizeof(Unit) == 1 ? 8 : 32)) {
        const Unit* first = reinterpret_cast<const Unit*>(value);
        found.assign(first, first + items);
    }
    if (value != nullptr) XFree(value);
    return found;
}

std::optional<Window> find_window(Display* display, std::string_view title) {
    const Atom utf8 = XInternAtom(display, "UTF8_STRING", False);
    for (const Window window :
         property<Window>(display, DefaultRootWindow(display), "_NET_CLIENT_LIST", XA_WINDOW)) {
        const std::vector<char> name = property<char>(display, window, "_NET_WM_NAME", utf8);
        if (std::string_view(name.data(), name.size()) == title) return window;
    }
    return std::nullopt;
}

// A window that was listed may be gone when it is asked for; that is an answer, too.
int ignore(Display*, XErrorEvent*) {
    return 0;
}

}  // namespace

std::optional<PlaceOnScreen> place_of_window(const std::string& name, std::string_view title) {
    const DisplayHandle display = open_display(name);
    XErrorHandler before = XSetErrorHandler(ignore);
    std::optional<PlaceOnScreen> place;
    if (const std::optional<Window> window = find_window(display.get(), title)) {
        XWindowAttributes looks{};
        Window child = None;
        PlaceOnScreen found;
        if (XGetWindowAttributes(display.get(), *window, &looks) != 0 &&
            XTranslateCoordinates(display.get(), *window, DefaultRootWindow(display.get()), 0, 0,
                                  &found.x, &found.y, &child) != 0) {
            found.width_px = looks.width;
            found.height_px = looks.height;
            place = found;
        }
    }
    XSync(display.get(), False);
    XSetErrorHandler(before);
    return place;
}

bool move_window(const std::string& name, std::string_view title, int x, int y) {
    const DisplayHandle display = open_display(name);
    const std::optional<Window> window = find_window(display.get(), title);
    if (!window) return false;
    XMoveWindow(display.get(), *window, x, y);
    XSync(display.get(), False);
    return true;
}

}  // namespace end_to_end
