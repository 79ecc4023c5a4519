#include "player/screen/open_painter.h"

#include "player/screen/software_painter.h"

namespace screen {

namespace {

WindowHandle hidden_window(const std::string& title, const RectPx& place, std::uint32_t flags) {
    return WindowHandle(SDL_CreateWindow(
        title.c_str(), place.x, place.y, place.width, place.height,
        SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | flags));
}

}  // namespace

catalogue::Result<OpenedPainter> open_painter(const std::string& title, const RectPx& place, bool) {
    OpenedPainter opened;
    opened.window = hidden_window(title, place, 0);
    if (opened.window == nullptr) {
        return catalogue::fail(
            {}, std::string("the window could not be opened: ") + SDL_GetError(),
            "log in to the desktop of this computer and start the program there");
    }
    opened.painter = std::make_unique<SoftwarePainter>(opened.window.get());
    return opened;
}

}  // namespace screen
