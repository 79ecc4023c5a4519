#include "tests/end_to_end/private_display.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "tests/end_to_end/screen_grab.h"

namespace end_to_end {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds time_to_start{30s};

// The number that the server writes once it takes connections.
std::string number_from(int fd) {
    std::string number;
    pollfd written{fd, POLLIN, 0};
    while (number.empty() || number.back() != '\n') {
        std::array<char, 16> some{};
        if (::poll(&written, 1, static_cast<int>(time_to_start.count())) != 1) return {};
        const ssize_t size = ::read(fd, some.data(), some.size());
        if (size <= 0) return {};
        number.append(some.data(), static_cast<std::size_t>(size));
    }
    number.pop_back();
    return number;
}

// A window manager that is up says so on the root window.
bool wait_managed(Display* display) {
    const Atom sign = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    const Window root = DefaultRootWindow(display);
    XSelectInput(display, root, PropertyChangeMask);
    const auto deadline = std::chrono::steady_clock::now() + time_to_start;
    while (std::chrono::steady_clock::now() < deadline) {
        Atom type = None;
        int format = 0;
        unsigned long items = 0;
        unsigned long left = 0;
        unsigned char* value = nullptr;
        XGetWindowProperty(display, root, sign, 0, 1, False, XA_WINDOW, &type, &format, &items,
                           &left, &value);
        if (value != nullptr) XFree(value);
        if (type == XA_WINDOW && items == 1) return true;
        pollfd changed{ConnectionNumber(display), POLLIN, 0};
        ::poll(&changed, 1, 100);
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
        }
    }
    return false;
}

}  // namespace

PrivateDisplay::PrivateDisplay(const std::filesystem::path& folder, int width_px, int height_px)
    : width_px_(width_px), height_px_(height_px) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    Launch server;
    server.command = {"Xvfb",      "-displayfd", fmt::format("{}", server.inherited_as),
                      "-screen",   "0",          fmt::format("{}x{}x24", width_px, height_px),
                      "-nolisten", "tcp",        "-noreset"};
    server.log = folder / "xvfb.log";
    server.inherited_fd = ends[1];
    server_ = std::make_unique<ChildProcess>(server);
    ::close(ends[1]);
    const std::string number = number_from(ends[0]);
    ::close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb did not start: see " + server.log.string());
    name_ = ":" + number;

    Launch manager;
    manager.command = {"openbox"};
    manager.environment = {{"DISPLAY", name_},
                           {"HOME", folder.string()},
                           {"XDG_CONFIG_HOME", (folder / "config").string()},
                           {"XDG_CACHE_HOME", (folder / "cache").string()}};
    manager.log = folder / "openbox.log";
    manager_ = std::make_unique<ChildProcess>(manager);
    const DisplayHandle display = open_display(name_);
    if (!wait_managed(display.get())) {
        throw std::runtime_error("openbox did not start: see " + manager.log.string());
    }
}

}  // namespace end_to_end
