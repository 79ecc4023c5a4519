#include "player/screen/x11_errors.h"

#ifdef CROSSCUT_HAS_XRANDR
#include <X11/Xlib.h>
#include <X11/Xproto.h>
#endif

namespace screen {

#ifdef CROSSCUT_HAS_XRANDR

namespace {

XErrorHandler handler_before = nullptr;

int take_error(Display* display, XErrorEvent* error) {
    if (error->error_code == BadWindow && error->request_code == X_SendEvent) return 0;
    return handler_before != nullptr ? handler_before(display, error) : 0;
}

}  // namespace

void forgive_messages_to_lost_windows() {
    const XErrorHandler before = XSetErrorHandler(take_error);
    if (before != take_error) handler_before = before;
}

#else
void forgive_messages_to_lost_windows() {}
#endif

}  // namespace screen
