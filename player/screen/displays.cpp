#include "player/screen/displays.h"

#include <SDL.h>

#include <algorithm>
#include <string_view>

#include "player/screen/pixels.h"

#ifdef CROSSCUT_HAS_XRANDR
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <memory>
#endif

namespace screen {

namespace {

void add(std::vector<RectPx>& all, const RectPx& place) {
    if (is_empty(place)) return;
    const bool mirrors = std::any_of(all.begin(), all.end(), [&](const RectPx& one) {
        return one.x == place.x && one.y == place.y;
    });
    if (!mirrors) all.push_back(place);
}

#ifdef CROSSCUT_HAS_XRANDR

// SDL on X11 looks for displays once, when it starts. The X server is asked over a connection of
// our own, because SDL's has a queue that it reads alone.
class XDisplays {
public:
    XDisplays() : display_(XOpenDisplay(nullptr)) {
        int event_base = 0;
        int error_base = 0;
        int major = 0;
        int minor = 0;
        knows_monitors_ = display_ != nullptr &&
                          XRRQueryExtension(display_.get(), &event_base, &error_base) != 0 &&
                          XRRQueryVersion(display_.get(), &major, &minor) != 0 &&
                          (major > 1 || minor >= 5);
    }

    std::vector<RectPx> ask() const {
        std::vector<RectPx> all;
        if (!knows_monitors_) return all;
        int count = 0;
        XRRMonitorInfo* monitors =
            XRRGetMonitors(display_.get(), DefaultRootWindow(display_.get()), True, &count);
        for (int i = 0; i < count; ++i)
            add(all, {monitors[i].x, monitors[i].y, monitors[i].width, monitors[i].height});
        if (monitors != nullptr) XRRFreeMonitors(monitors);
        return all;
    }

private:
    struct Close {
        void operator()(Display* display) const { XCloseDisplay(display); }
    };
    std::unique_ptr<Display, Close> display_;
    bool knows_monitors_ = false;
};

std::vector<RectPx> asked_of_x() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (driver == nullptr || std::string_view(driver) != "x11") return {};
    static const XDisplays x;
    return x.ask();
}

#else
std::vector<RectPx> asked_of_x() {
    return {};
}
#endif

}  // namespace

std::vector<RectPx> displays() {
    std::vector<RectPx> all = asked_of_x();
    if (!all.empty()) return all;
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect place{};
        if (SDL_GetDisplayBounds(i, &place) == 0) add(all, {place.x, place.y, place.w, place.h});
    }
    return all;
}

std::optional<RectPx> display_of(std::span<const RectPx> all, const RectPx& window) {
    std::optional<RectPx> best;
    for (const RectPx& one : all) {
        if (!best || area_of(common(one, window)) > area_of(common(*best, window))) best = one;
    }
    return best;
}

std::optional<RectPx> other_display(std::span<const RectPx> all, const RectPx& window) {
    const std::optional<RectPx> own = display_of(all, window);
    for (const RectPx& one : all) {
        if (one != *own) return one;
    }
    return std::nullopt;
}

}  // namespace screen
