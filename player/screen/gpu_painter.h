// Draws with the GPU, through SDL's renderer. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "player/media/pictures/picture_scaler.h"
#include "player/screen/painter.h"
#include "player/screen/sdl_handles.h"

namespace screen {

class GpuPainter : public Painter {
public:
    GpuPainter(SDL_Window* window, RendererHandle renderer);

    void add_texture(TextureId id, std::span<const std::uint8_t> rgba, int width_px,
                     int height_px) override;
    void add_letters(TextureId id, std::span<const std::uint8_t> coverage, int width_px,
                     int height_px) override;
    void drop_texture(TextureId id) override;
    ShowCost show(const Scene& scene) override;
    void wait_for_refresh(bool wait) override { SDL_RenderSetVSync(renderer_.get(), wait ? 1 : 0); }
    void repaint() override { everything_ = true; }
    void textures_lost() override;
    std::vector<std::uint8_t> pixels() override;
    RectPx size() const override;

private:
    struct KeptTexture {
        int width_px = 0;
        int height_px = 0;
        std::vector<std::uint8_t> rgba;  // to make it anew when the GPU forgot it
        TextureHandle texture;
    };
    // What a film texture must have been made for to take a picture.
    struct FilmShape {
        int width_px = 0;
        int height_px = 0;
        std::uint32_t format = 0;
        SDL_YUV_CONVERSION_MODE mode = SDL_YUV_CONVERSION_BT709;

        bool operator==(const FilmShape&) const = default;
    };
    struct ShownOverlay {
        std::uint64_t serial = 0;
        RectPx place;
        TextureHandle texture;
    };

    static std::optional<SDL_YUV_CONVERSION_MODE> mode_of(const media::Picture& picture);
    void load(KeptTexture& kept) const;
    bool take_film(const Scene& scene);
    void load_film(const media::Picture& picture);
    bool take_overlays(std::span<const Overlay> overlays);
    TextureHandle overlay_texture(const Overlay& overlay) const;
    bool take_interface(const Mesh* mesh);
    void draw();
    void draw_interface();

    SDL_Window* window_;
    RendererHandle renderer_;  // before the textures: goes after them
    std::unordered_map<TextureId, KeptTexture> textures_;

    media::PictureScaler scaler_;  // for colours that the renderer does not know
    std::vector<std::uint8_t> scaled_film_;
    FilmShape film_shape_;
    TextureHandle film_texture_;
    std::optional<std::uint64_t> film_serial_;  // of the picture in film_texture_
    RectPx film_place_;

    std::vector<ShownOverlay> overlays_;
    std::uint32_t backdrop_rgb_ = 0;
    Mesh interface_;
    RectPx shown_size_;
    bool everything_ = true;
};

}  // namespace screen
