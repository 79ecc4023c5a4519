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
#include "player/screen/events.h"
#include "player/screen/mesh.h"

namespace screen {

// Pixels with premultiplied alpha (B, G, R, A in memory), to be blended over the film.
struct Overlay {
    std::uint64_t serial = 0;  // differs whenever the pixels differ
    RectPx place;
    std::vector<std::uint8_t> pixels;  // 4 * place.width * place.height bytes
};

struct Scene {
    std::uint32_t backdrop_rgb = 0;        // 0xRRGGBB: where nothing else is
    const media::Picture* film = nullptr;  // may be nothing
    RectPx film_place;                     // where the film goes; already has its aspect
    std::span<const Overlay> overlays;     // captions
    const Mesh* interface = nullptr;       // on top
};

// What the last show() did, for tests and benches.
struct ShowCost {
    bool film_scaled = false;             // or, on a GPU, sent to it
    std::int64_t composed_px = 0;         // put together anew and brought to the screen
    std::int64_t interface_drawn_px = 0;  // of the interface, drawn from its triangles
    int sent_rectangles = 0;

    bool operator==(const ShowCost&) const = default;
};

struct WindowOptions {
    std::string title;
    int width_px = 1280;
    int height_px = 720;
    std::optional<RectPx>
        place;  // as kept from the last time, in points; off every display: not used
    std::optional<RectPx> fills;  // a whole display (displays()): without a frame, over everything
    bool keeps_focus_away = false;  // does not take the keyboard when it comes up
    bool full_screen = false;
    bool force_software = false;  // for tests and benches
};

inline constexpr int smallest_width = 640;  // of a window, in points
inline constexpr int smallest_height = 400;

// Main thread only, while the Platform lives. The environment's CROSSCUT_RENDERER may say
// "software" or "gpu", where the choice made here is wrong.
class Window {
public:
    // Fails when the window system refuses.
    static catalogue::Result<Window> open(const WindowOptions& options);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    WindowId id() const;  // as events name it
    int width_px() const;
    int height_px() const;
    float density() const;  // pixels per point of a high-density display
    bool full_screen() const;
    void set_full_screen(bool on);
    // Goes to a display and fills it; for windows that were opened to fill one.
    void fill(const RectPx& display);
    RectPx place() const;  // of the window when it is not full screen, in points
    void take_keyboard();  // and comes to the front
    void set_title(const std::string& title);
    bool software() const;
    // Keeps the screen from going dark or locked, as long as any film plays. For all windows at
    // once; asking again for the same is cheap.
    void keep_awake(bool on);
    // Whether the mouse pointer is to be seen over our windows.
    void show_pointer(bool on);

    // A texture from R, G, B, A pixels (not premultiplied). Lives until it is dropped.
    TextureId make_texture(std::span<const std::uint8_t> rgba, int width_px, int height_px);
    // A texture that is white all over: a byte of coverage for each of its pixels.
    TextureId make_letters(std::span<const std::uint8_t> coverage, int width_px, int height_px);
    void drop_texture(TextureId texture);

    // Draws and shows; nothing while the window is minimised. On a GPU it may wait for one refresh
    // of the screen. Costs little when only the film, or nothing, changed since the last call.
    void show(const Scene& scene);

    // Whether show() waits for the screen, as it does at first. Of two windows only one should:
    // each would wait for its own.
    void wait_for_refresh(bool wait);

    // The next show() draws everything again: the window was exposed.
    void repaint();
    // The GPU forgot its textures: makes them anew. Textures keep their ids.
    void textures_lost();
    ShowCost last_cost() const;

    // What was last shown, as B, G, R, X rows without gaps. For the tour and tests.
    std::vector<std::uint8_t> pixels() const;

private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace screen
