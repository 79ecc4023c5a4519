// The end picture: what a screen would show of a film, pixel by pixel.
#pragma once

#include <cmath>
#include <vector>

#include "player/media/pictures/picture_scaler.h"
#include "tests/media/films.h"
#include "tests/support/card_film.h"

namespace support {

struct Screened {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> bgrx;

    // 0: red, 1: green, 2: blue.
    int at(int x, int y, int channel) const {
        return bgrx[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px) +
                         static_cast<std::size_t>(x)) +
                    2 - static_cast<std::size_t>(channel)];
    }
    // Of all channels within these pixels.
    double mean(int left, int top, int width, int height, int channel) const {
        double sum = 0;
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < left + width; ++x)
                sum += at(x, y, channel);
        }
        return sum / (width * height);
    }
};

// As large as the picture is, with square pixels.
inline Screened screened(const media::Picture& picture) {
    Screened shown;
    shown.height_px = picture.height_px;
    shown.width_px = static_cast<int>(std::lround(picture.display_aspect * picture.height_px));
    shown.bgrx.resize(4 * static_cast<std::size_t>(shown.width_px) *
                      static_cast<std::size_t>(shown.height_px));
    media::PictureScaler scaler;
    scaler.scale(picture, shown.bgrx.data(), 4 * shown.width_px, shown.width_px, shown.height_px);
    return shown;
}

inline void make_cards(const ScratchFolder& folder, const std::string& file,
                       const CardRecipe& recipe) {
    const auto made = make_card_film(folder.path() / file, recipe);
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : catalogue::to_text(made.error())));
}

}  // namespace support
