#include "player/screen/platform.h"

#include <SDL.h>

#include <string_view>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "catalogue/words.h"
#include "player/screen/events.h"
#include "player/screen/speaker.h"
#include "player/screen/x11_errors.h"

namespace screen {
using catalogue::_;

catalogue::Result<Platform> Platform::open(Display display) {
    SDL_SetHint(SDL_HINT_APP_NAME, "Crosscut");
    // Without this SDL keeps the screen awake for as long as it runs; we ask only while a film
    // plays.
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    // The room's window must stay when the teacher clicks into the other one.
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    // On X11 and Windows the surface would go to the screen through OpenGL, which costs four times
    // as much where the processor plays the GPU.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (display == Display::OffScreen) {
        SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
    }
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return catalogue::fail({}, _("no display to open a window on: {}", SDL_GetError()),
                               _("start the program from the desktop of this computer"));
    }
    forgive_messages_to_lost_windows();
    set_queue_there(true);
    return Platform();
}

Platform::Platform(Platform&& other) noexcept : owns_(std::exchange(other.owns_, false)) {}

Platform::~Platform() {
    if (!owns_) return;
    set_queue_there(false);
    if (device_left_behind()) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);  // ending sound would wait for it
    } else {
        SDL_Quit();
    }
}

bool is_off_screen() {
    const char* driver = SDL_GetCurrentVideoDriver();
    const std::string_view name = driver != nullptr ? driver : "";
    return name == "dummy" || name == "offscreen";
}

int memory_mib() {
    return SDL_GetSystemRAM();
}

void give_large_blocks_back() {
#ifdef __GLIBC__
    // glibc keeps freed pictures in a heap for each of many threads, up to four times as much as is
    // in use: 484 MB instead of 117, seen after 60 moves in a module of 1080p films. Setting the
    // limit also keeps it from being raised. A plane of colour of a 720p film has 230 KB: blocks
    // below the limit are what heaps grow by, and the gaps that they leave take larger ones in.
    constexpr int large_bytes = 128 << 10;
    constexpr int heaps = 4;
    ::mallopt(M_MMAP_THRESHOLD, large_bytes);
    ::mallopt(M_ARENA_MAX, heaps);
#endif
}

void give_gaps_back() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

void show_document(const std::filesystem::path& file) {
    if (is_off_screen()) return;
    constexpr std::string_view plain = "/-._~";
    constexpr char digits[] = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos) {
            url += c;
        } else {
            url += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    SDL_OpenURL(url.c_str());
}

std::string clipboard_text() {
    if (SDL_HasClipboardText() == SDL_FALSE) return {};
    char* text = SDL_GetClipboardText();
    std::string copy = text != nullptr ? text : "";
    SDL_free(text);
    return copy;
}

void set_clipboard_text(const std::string& utf8) {
    SDL_SetClipboardText(utf8.c_str());
}

}  // namespace screen
