// Draws on the processor, and only what changed. Private to this folder.
#pragma once

#include <optional>

#include "player/media/pictures/picture_scaler.h"
#include "player/screen/interface_layer.h"
#include "player/screen/painter.h"
#include "player/screen/region.h"
#include "player/screen/soft_screen.h"

namespace screen {

class SoftwarePainter : public Painter {
public:
    explicit SoftwarePainter(SDL_Window* window);

    void add_texture(TextureId id, std::span<const std::uint8_t> rgba, int width_px,
                     int height_px) override;
    void add_letters(TextureId id, std::span<const std::uint8_t> coverage, int width_px,
                     int height_px) override;
    void drop_texture(TextureId id) override;
    ShowCost show(const Scene& scene) override;
    void repaint() override { everything_ = true; }
    void textures_lost() override { everything_ = true; }
    std::vector<std::uint8_t> pixels() override;
    RectPx size() const override;

private:
    struct Placed {  // something with a serial number, and where it is
        std::uint64_t serial = 0;
        RectPx place;

        bool operator==(const Placed&) const = default;
    };
    struct Shown {
        std::uint32_t backdrop_rgb = 0;
        std::optional<Placed> film;
        std::vector<Placed> overlays;

        bool operator==(const Shown&) const = default;
    };

    void find_dirty(const Shown& wanted, const std::vector<RectPx>& interface_changed,
                    const RectPx& window);
    RectPx seen_of_film(const RectPx& place) const;
    void put_film(const Scene& scene, const Canvas& canvas, ShowCost& cost);
    void keep_film(const Scene& scene, ShowCost& cost);

    SDL_Window* window_;
    SoftScreen screen_;
    media::PictureScaler scaler_;
    InterfaceLayer layer_;
    SoftTextures textures_;
    Shown shown_;
    bool everything_ = true;
    Region dirty_;

    // The film alone, as large as it is shown: kept while it stands still and something over it
    // changes, so that it need not be scaled again for that.
    std::optional<Placed> kept_film_;
    std::vector<std::uint32_t> kept_film_pixels_;
};

}  // namespace screen
