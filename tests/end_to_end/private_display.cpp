#include "tests/end_to_end/private_display.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
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

std::vector<std::string> server_of_one(int width_px, int height_px) {
    return {"Xvfb", "-screen", "0", fmt::format("{}x{}x24", width_px, height_px)};
}

// The timing of a mode means nothing where there is no monitor, but has to hang together.
std::string mode_line(int width_px, int height_px) {
    const int across = width_px + 160;
    const int down = height_px + 30;
    return fmt::format("{:.2f} {} {} {} {} {} {} {} {}", across * down * 60 / 1e6, width_px,
                       width_px + 40, width_px + 80, across, height_px, height_px + 3,
                       height_px + 8, down);
}

// Needs no rights to a console when it is told to leave consoles alone.
std::vector<std::string> server_of_several(const std::filesystem::path& folder, int width_px,
                                           int height_px) {
    const std::filesystem::path file = folder / "xorg.conf";
    std::ofstream(file) << "Section \"Device\"\n  Identifier \"none\"\n  Driver \"dummy\"\n"
                        << "  VideoRam 65536\nEndSection\n"
                        << "Section \"Monitor\"\n  Identifier \"made up\"\n"
                        << "  HorizSync 5.0-1000.0\n  VertRefresh 5.0-200.0\n"
                        << "  Modeline \"first\" " << mode_line(width_px, height_px)
                        << "\nEndSection\n"
                        << "Section \"Screen\"\n  Identifier \"all\"\n  Device \"none\"\n"
                        << "  Monitor \"made up\"\n  DefaultDepth 24\n"
                        << "  SubSection \"Display\"\n    Depth 24\n    Modes \"first\"\n"
                        << "  EndSubSection\nEndSection\n";
    return {"Xorg",      "-config",    file.string(), "-logfile", folder / "xorg.log",
            "-sharevts", "-novtswitch"};
}

}  // namespace

PrivateDisplay::PrivateDisplay(const std::filesystem::path& folder, int width_px, int height_px)
    : folder_(folder), width_px_(width_px), height_px_(height_px) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    Launch server;
    const bool may_be_several = std::getenv("CROSSCUT_SEVERAL_DISPLAYS") != nullptr;
    server.command = may_be_several ? server_of_several(folder, width_px, height_px)
                                    : server_of_one(width_px, height_px);
    for (const std::string& word :
         {std::string("-displayfd"), fmt::format("{}", server.inherited_as),
          std::string("-nolisten"), std::string("tcp"), std::string("-noreset")}) {
        server.command.push_back(word);
    }
    server.log = folder / "x-server.log";
    server.inherited_fd = ends[1];
    server_ = std::make_unique<ChildProcess>(server);
    ::close(ends[1]);
    const std::string number = number_from(ends[0]);
    ::close(ends[0]);
    if (number.empty()) throw std::runtime_error("no X server started: see " + server.log.string());
    name_ = ":" + number;

    if (may_be_several) ask_xrandr({});
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

void PrivateDisplay::ask_xrandr(const std::vector<std::string>& words) const {
    Launch xrandr;
    // As large as both displays even while there is one, so that who looks sees all; and a little
    // wider: a picture is told by what is beside it.
    constexpr int margin_px = 64;
    xrandr.command = {"xrandr", "--display", name_, "--fb",
                      fmt::format("{}x{}", width_px_ + projector_width_px + margin_px,
                                  std::max(height_px_, projector_height_px))};
    xrandr.command.insert(xrandr.command.end(), words.begin(), words.end());
    xrandr.log = folder_ / "xrandr.log";
    if (ChildProcess(xrandr).wait_ended(time_to_start) != 0) {
        throw std::runtime_error("xrandr failed: see " + xrandr.log.string());
    }
}

void PrivateDisplay::plug_in_projector() {
    const std::string mode = "projector";
    if (!projector_known_) {
        std::vector<std::string> words{"--newmode", mode};
        std::istringstream timing(mode_line(projector_width_px, projector_height_px));
        for (std::string word; timing >> word;)
            words.push_back(word);
        ask_xrandr(words);
        ask_xrandr({"--addmode", "DUMMY1", mode});
        projector_known_ = true;
    }
    ask_xrandr({"--output", "DUMMY1", "--mode", mode, "--right-of", "DUMMY0"});
}

void PrivateDisplay::pull_out_projector() {
    ask_xrandr({"--output", "DUMMY1", "--off"});
}

}  // namespace end_to_end
