#include "player/screen/window.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "player/screen/open_painter.h"
#include "player/screen/platform.h"
#include "player/screen/sdl_handles.h"

namespace screen {

namespace {

// A place that was kept may lie on a display that is gone. At least a corner to take hold of must
// be on one of them.
bool is_reachable(const RectPx& place) {
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect display{};
        if (SDL_GetDisplayUsableBounds(i, &display) != 0) continue;
        const bool across =
            place.x + place.width >= display.x + 100 && place.x + 100 <= display.x + display.w;
        const bool down = place.y >= display.y && place.y + 50 <= display.y + display.h;
        if (across && down) return true;
    }
    return false;
}

// The display that SDL knows at this place; -1: none, because it was plugged in since.
int sdl_display_at(const RectPx& place) {
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect known{};
        if (SDL_GetDisplayBounds(i, &known) == 0 && known.x == place.x && known.y == place.y &&
            known.w == place.width && known.h == place.height) {
            return i;
        }
    }
    return -1;
}

// Where SDL knows the display it asks the window system for it; else the window is as large as the
// display, without a frame.
void put_on_display(SDL_Window* window, const RectPx& display) {
    SDL_SetWindowFullscreen(window, 0);
    SDL_SetWindowBordered(window, SDL_FALSE);
    SDL_SetWindowPosition(window, display.x, display.y);
    SDL_SetWindowSize(window, display.width, display.height);
    if (!is_off_screen() && sdl_display_at(display) >= 0) {
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
}

}  // namespace

struct Window::Impl {
    WindowHandle window;
    std::unique_ptr<Painter> painter;  // after the window: goes before it
    bool software = true;
    RectPx windowed_place;            // as it was before full screen
    bool full_screen_unseen = false;  // off screen: the window keeps its size, whatever is shown
    TextureId next_texture = 1;
    ShowCost cost;

    bool is_full_screen() const {
        if (full_screen_unseen) return true;
        return (SDL_GetWindowFlags(window.get()) & SDL_WINDOW_FULLSCREEN) != 0;
    }
    RectPx place_now() const {
        RectPx place;
        SDL_GetWindowPosition(window.get(), &place.x, &place.y);
        SDL_GetWindowSize(window.get(), &place.width, &place.height);
        // X11 puts the frame, not its contents, where a new window is wanted: without this a window
        // would sink by the height of its title bar each time it is opened where it was.
        const char* driver = SDL_GetCurrentVideoDriver();
        int top = 0;
        int left = 0;
        if (driver != nullptr && std::string_view(driver) == "x11" &&
            SDL_GetWindowBordersSize(window.get(), &top, &left, nullptr, nullptr) == 0) {
            place.x -= left;
            place.y -= top;
        }
        return place;
    }
};

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

catalogue::Result<Window> Window::open(const WindowOptions& options) {
    RectPx place{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width_px,
                 options.height_px};
    if (options.place && is_reachable(*options.place)) place = *options.place;
    if (options.fills) place = *options.fills;
    place.width = std::max(place.width, smallest_width);
    place.height = std::max(place.height, smallest_height);

    auto opened = open_painter(options.title, place, options.force_software);
    if (!opened) return opened.error();

    auto impl = std::make_unique<Impl>();
    impl->window = std::move(opened->window);
    impl->painter = std::move(opened->painter);
    impl->software = opened->software;
    SDL_Window* window = impl->window.get();
    SDL_SetWindowMinimumSize(window, smallest_width, smallest_height);
    impl->windowed_place = impl->place_now();
    if (options.full_screen) SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    if (options.keeps_focus_away) SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "1");
    SDL_ShowWindow(window);
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "0");
    if (options.fills) put_on_display(window, *options.fills);
    return Window(std::move(impl));
}

WindowId Window::id() const {
    return SDL_GetWindowID(impl_->window.get());
}
int Window::width_px() const {
    return impl_->painter->size().width;
}
int Window::height_px() const {
    return impl_->painter->size().height;
}

float Window::density() const {
    int width = 0;
    SDL_GetWindowSize(impl_->window.get(), &width, nullptr);
    return width > 0 ? static_cast<float>(width_px()) / static_cast<float>(width) : 1.0F;
}

bool Window::full_screen() const {
    return impl_->is_full_screen();
}

void Window::set_full_screen(bool on) {
    if (on == full_screen()) return;
    if (is_off_screen()) {
        impl_->full_screen_unseen = on;
        return;
    }
    if (on) impl_->windowed_place = impl_->place_now();
    SDL_SetWindowFullscreen(impl_->window.get(), on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

void Window::fill(const RectPx& display) {
    put_on_display(impl_->window.get(), display);
}

RectPx Window::place() const {
    return impl_->is_full_screen() ? impl_->windowed_place : impl_->place_now();
}

void Window::take_keyboard() {
    SDL_RaiseWindow(impl_->window.get());
}

void Window::set_title(const std::string& title) {
    SDL_SetWindowTitle(impl_->window.get(), title.c_str());
}

bool Window::software() const {
    return impl_->software;
}

void Window::keep_awake(bool on) {
    const bool kept = SDL_IsScreenSaverEnabled() == SDL_FALSE;
    if (on == kept) return;
    if (on) {
        SDL_DisableScreenSaver();
    } else {
        SDL_EnableScreenSaver();
    }
}

void Window::show_pointer(bool on) {
    SDL_ShowCursor(on ? SDL_ENABLE : SDL_DISABLE);
}

TextureId Window::make_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px) {
    assert(rgba.size() == 4 * static_cast<std::size_t>(width_px) * height_px);
    const TextureId id = impl_->next_texture++;
    impl_->painter->add_texture(id, rgba, width_px, height_px);
    return id;
}

TextureId Window::make_letters(std::span<const std::uint8_t> coverage, int width_px,
                               int height_px) {
    assert(coverage.size() == static_cast<std::size_t>(width_px) * height_px);
    const TextureId id = impl_->next_texture++;
    impl_->painter->add_letters(id, coverage, width_px, height_px);
    return id;
}

void Window::drop_texture(TextureId texture) {
    impl_->painter->drop_texture(texture);
}
void Window::show(const Scene& scene) {
    impl_->cost = impl_->painter->show(scene);
}
void Window::wait_for_refresh(bool wait) {
    impl_->painter->wait_for_refresh(wait);
}
void Window::repaint() {
    impl_->painter->repaint();
}
void Window::textures_lost() {
    impl_->painter->textures_lost();
}
ShowCost Window::last_cost() const {
    return impl_->cost;
}
std::vector<std::uint8_t> Window::pixels() const {
    return impl_->painter->pixels();
}

}  // namespace screen
