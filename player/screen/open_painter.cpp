#include "player/screen/open_painter.h"
#include "catalogue/words.h"
#include "player/screen/platform.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "player/screen/gpu_painter.h"
#include "player/screen/software_painter.h"

namespace screen {
using catalogue::_;

namespace {

enum class Choice { Software, Gpu, WhicheverIsFaster };

Choice choice(bool force_software) {
    const char* told = std::getenv("CROSSCUT_RENDERER");
    if (told != nullptr && std::string_view(told) == "software") return Choice::Software;
    if (told != nullptr && std::string_view(told) == "gpu") return Choice::Gpu;
    if (force_software) return Choice::Software;
    // Drivers that show nothing: their renderers are software, or start a GPU for nobody.
    if (is_off_screen()) return Choice::Software;
    return Choice::WhicheverIsFaster;
}

// Asking OpenGL loads a compiler of 100 MB where there is no GPU. A Linux machine that has one also
// has a file for it.
bool may_have_gpu() {
#ifdef __linux__
    for (const char* path :
         {"/dev/dri", "/dev/nvidia0", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0"}) {
        std::error_code ignored;  // what cannot be looked at cannot be used either
        if (std::filesystem::exists(path, ignored)) return true;
    }
    return false;
#else
    return true;
#endif
}

bool names_a_processor(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 6> known{"llvmpipe", "softpipe",    "swrast",
                                                    "lavapipe", "swiftshader", "software"};
    return name == "gdi generic" ||
           std::any_of(known.begin(), known.end(),
                       [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

// Whether a renderer that calls itself accelerated is. OpenGL tells; others are believed.
bool is_gpu(SDL_Renderer* renderer) {
    SDL_RendererInfo info{};
    if (SDL_GetRendererInfo(renderer, &info) != 0) return false;
    if ((info.flags & SDL_RENDERER_ACCELERATED) == 0) return false;
    if (!std::string_view(info.name).starts_with("opengl")) return true;
    if (SDL_GL_GetCurrentContext() == nullptr) return true;
    constexpr unsigned gl_renderer = 0x1F01;  // GL_RENDERER, without OpenGL's own headers
    using GetString = const unsigned char* (*)(unsigned);
    const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
    if (get_string == nullptr) return true;
    const unsigned char* name = get_string(gl_renderer);
    return name == nullptr || !names_a_processor(reinterpret_cast<const char*>(name));
}

WindowHandle hidden_window(const std::string& title, const RectPx& place) {
    return WindowHandle(
        SDL_CreateWindow(title.c_str(), place.x, place.y, place.width, place.height,
                         SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI));
}

}  // namespace

catalogue::Result<OpenedPainter> open_painter(const std::string& title, const RectPx& place,
                                              bool force_software) {
    const auto refused = [] {
        return catalogue::fail({}, _("the window could not be opened: {}", SDL_GetError()),
                               _("start the program from the desktop of this computer"));
    };
    const Choice chosen = choice(force_software);
    if (chosen == Choice::Gpu || (chosen == Choice::WhicheverIsFaster && may_have_gpu())) {
        OpenedPainter opened;
        opened.window = hidden_window(title, place);
        if (opened.window == nullptr) return refused();
        // Presenting waits for the screen's refresh, so that no picture is torn in two.
        RendererHandle renderer(SDL_CreateRenderer(
            opened.window.get(), -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
        if (renderer != nullptr && (chosen == Choice::Gpu || is_gpu(renderer.get()))) {
            opened.painter = std::make_unique<GpuPainter>(opened.window.get(), std::move(renderer));
            opened.software = false;
            return opened;
        }
    }
    // A new window: one that had a renderer cannot give up its OpenGL again everywhere.
    OpenedPainter opened;
    opened.window = hidden_window(title, place);
    if (opened.window == nullptr) return refused();
    opened.painter = std::make_unique<SoftwarePainter>(opened.window.get());
    return opened;
}

}  // namespace screen
