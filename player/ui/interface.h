// The interface library's life: context, fonts, theme, and one frame after another. Nothing of
// Dear ImGui is seen outside this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "catalogue/preferences.h"
#include "catalogue/problem.h"

namespace ui {

// The font atlas, to be made a texture: all of it is white, with a byte of coverage for each pixel.
// Seen until the fonts are made anew.
struct FontAtlas {
    std::span<const std::uint8_t> coverage;
    int width_px = 0;
    int height_px = 0;
};

// One frame's triangles, as the screen wants them.
struct DrawnVertex {
    float x, y, u, v;
    std::uint32_t rgba;
};
struct DrawnCommand {
    std::uint64_t texture;
    int clip_x, clip_y, clip_width, clip_height;
    std::uint32_t first_index, index_count;
};
struct Drawn {
    std::vector<DrawnVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<DrawnCommand> commands;
};

// Keys that the interface itself uses (text fields, focus); all others are commands of the app.
enum class UiKey {
    Tab,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Delete,
    Backspace,
    Enter,
    Space,
    Escape,
    A,
    C,
    V,
    X,
    Y,
    Z
};

// Main thread only; one at a time. All places are pixels of the window.
class Interface {
public:
    // `asset_folder` holds fonts/. Fails when a font cannot be read. Nothing can be drawn before
    // set_display().
    static catalogue::Result<std::unique_ptr<Interface>> open(
        const std::filesystem::path& asset_folder);
    ~Interface();

    // Builds fonts and sizes for a display of this height (base design 1280x720); true when the
    // atlas changed and must be made a texture again, then told by set_atlas_texture().
    bool set_display(int width_px, int height_px, float density);
    // Size of everything that the user asked for, 0.75 to 2. Returns the same as set_display().
    bool set_scale(float scale);
    // From the next frame on.
    void set_theme(catalogue::ThemeChoice theme);
    void set_reduced_motion(bool reduced);
    FontAtlas atlas() const;
    // Whether there are letters for Type::Poster, which take a third of the atlas; without them
    // posters are in Type::Display. True when the atlas changed.
    bool set_posters(bool there);
    void set_atlas_texture(std::uint64_t texture);

    void mouse_moved(float x, float y);
    void mouse_left();  // the pointer is outside the window
    void mouse_button(int button, bool down);
    void mouse_wheel(float x, float y);
    void key(UiKey key, bool down, bool ctrl, bool shift, bool alt);
    void text(const std::string& utf8);  // typed

    // True while a text field has the focus: single keys are text, not commands.
    bool typing() const;
    // True while the keyboard is on a control, from Tab or F6 until drop_focus() or a click: Enter,
    // Space and the arrows are offered to it first.
    bool has_focus() const;

    // The keyboard's way through the last drawn frame. Each returns false when it did nothing, and
    // the key may mean something else.
    bool focus_next(bool backwards);       // Tab, Shift+Tab
    bool focus_area_next(bool backwards);  // F6, Shift+F6: faces, questions, transport, ways ...
    bool activate_focused();               // Enter, Space: like a click, in the next frame
    // Arrows, Home, End, and in a grid PageUp and PageDown: within a list, or of a slider.
    bool focus_move(UiKey key);
    void drop_focus();  // Escape

    // 0xRRGGBB: what is to be behind film and interface. The interface does not paint it.
    std::uint32_t backdrop_rgb() const;
    // The same beside a film that fills the screen, whatever the theme is.
    static std::uint32_t film_surround_rgb();

    void begin_frame(double seconds_since_last);
    Drawn end_frame();
    // True while something moves by itself (a fade, a text cursor): draw again soon.
    bool animating() const;

    void set_clipboard(std::function<std::string()> get,
                       std::function<void(const std::string&)> set);

private:
    Interface();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ui
