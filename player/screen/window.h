// One window on the screen: film, captions and interface, drawn by the GPU where there is one and
// by the processor where there is none. Same code above it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "player/media/picture.h"
#include "player/screen/mesh.h"

namespace screen {

// Pixels with premultiplied alpha (B, G, R, A in memory), to be blended over the film.
struct Overlay {
    std::uint64_t serial = 0;  // differs whenever the pixels differ
    RectPx place;
    std::vector<std::uint8_t> pixels;  // 4 * place.width * place.height bytes
};

struct Scene {
    std::uint32_t backdrop_rgb = 0;            // 0xRRGGBB: where nothing else is
    const media::Picture* film = nullptr;      // may be nothing
    RectPx film_place;                         // where the film goes; already has its aspect
    std::span<const Overlay> overlays;         // captions
    const Mesh* interface = nullptr;           // on top
};

struct WindowOptions {
    std::string title;
    int width_px = 1280;
    int height_px = 720;
    std::optional<RectPx> place;  // as kept from the last time
    bool full_screen = false;
    bool force_software = false;  // for tests and benches
};

// Main thread only.
class Window {
public:
    static catalogue::Result<Window> open(const WindowOptions& options);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    int width_px() const;
    int height_px() const;
    float density() const;  // pixels per point of a high-density display
    bool full_screen() const;
    void set_full_screen(bool on);
    RectPx place() const;  // of the window when it is not full screen
    bool software() const;

    // A texture from R, G, B, A pixels (not premultiplied). Lives until it is dropped.
    TextureId make_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px);
    void drop_texture(TextureId texture);

    // Draws and shows. Costs little when only the film, or nothing, changed since the last call.
    void show(const Scene& scene);

    // What was last shown, as B, G, R, X rows without gaps. For the tour and tests.
    std::vector<std::uint8_t> pixels() const;

private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
