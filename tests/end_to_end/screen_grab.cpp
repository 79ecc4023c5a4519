#include "tests/end_to_end/screen_grab.h"

#include <X11/Xutil.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <stdexcept>

namespace end_to_end {

void CloseDisplay::operator()(_XDisplay* display) const {
    XCloseDisplay(display);
}

DisplayHandle open_display(const std::string& name) {
    DisplayHandle display(XOpenDisplay(name.c_str()));
    if (!display) throw std::runtime_error("no display " + name);
    return display;
}

ScreenGrab::ScreenGrab(Display* display, int width_px, int height_px)
    : display_(display), width_px_(width_px), height_px_(height_px) {
    const int screen = DefaultScreen(display);
    image_ = XShmCreateImage(display, DefaultVisual(display, screen),
                             static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, nullptr,
                             &segment_, static_cast<unsigned>(width_px),
                             static_cast<unsigned>(height_px));
    if (image_ == nullptr || image_->bits_per_pixel != 32) {
        throw std::runtime_error("the screen has no shared images of 32 bits");
    }
    const auto bytes =
        static_cast<std::size_t>(image_->bytes_per_line) * static_cast<std::size_t>(image_->height);
    segment_.shmid = ::shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (segment_.shmid < 0) throw std::runtime_error("no shared memory");
    segment_.shmaddr = static_cast<char*>(::shmat(segment_.shmid, nullptr, 0));
    image_->data = segment_.shmaddr;
    segment_.readOnly = False;
    XShmAttach(display, &segment_);
    XSync(display, False);
    ::shmctl(segment_.shmid, IPC_RMID, nullptr);  // gone with the last of us
}

ScreenGrab::~ScreenGrab() {
    XShmDetach(display_, &segment_);
    XSync(display_, False);
    XDestroyImage(image_);
    ::shmdt(segment_.shmaddr);
}

std::span<const std::uint8_t> ScreenGrab::look(int x, int y) {
    if (XShmGetImage(display_, DefaultRootWindow(display_), image_, x, y, AllPlanes) == 0) {
        return {};
    }
    return {reinterpret_cast<const std::uint8_t*>(image_->data),
            static_cast<std::size_t>(stride_bytes()) * static_cast<std::size_t>(height_px_)};
}

}  // namespace end_to_end
