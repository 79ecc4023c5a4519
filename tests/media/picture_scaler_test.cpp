// Film on its way to the screen of a machine without a GPU, at every width that a window may give.
#include "player/media/pictures/picture_scaler.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

constexpr int film_width = 640;
constexpr int film_height = 360;

// Left of the middle one grey, right of it another.
struct TwoGreys {
    std::vector<std::uint8_t> luma;
    std::vector<std::uint8_t> chroma;
    media::Picture picture;

    TwoGreys(std::uint8_t left, std::uint8_t right)
        : luma(film_width * film_height), chroma(luma.size() / 4, 128) {
        for (std::size_t i = 0; i < luma.size(); ++i) {
            luma[i] = i % film_width < film_width / 2 ? left : right;
        }
        picture.width_px = film_width;
        picture.height_px = film_height;
        picture.range = media::ColourRange::Full;
        picture.strides_bytes = {film_width, film_width / 2, film_width / 2};
        picture.planes = {luma.data(), chroma.data(), chroma.data()};
    }
};

// Somewhere inside a screen; what is beside it must stay as it was.
struct Target {
    static constexpr int margin_px = 3;
    static constexpr std::uint8_t untouched = 0xA5;
    int width;
    int height;
    int stride_bytes = 4 * (width + 2 * margin_px);
    std::vector<std::uint8_t> bytes = std::vector<std::uint8_t>(
        static_cast<std::size_t>(stride_bytes) * (height + 2 * margin_px), untouched);

    std::uint8_t* at(int x, int y) {
        return bytes.data() + static_cast<std::ptrdiff_t>(y + margin_px) * stride_bytes +
               static_cast<std::ptrdiff_t>(4) * (x + margin_px);
    }
    // The largest distance from `grey` in columns [from, to).
    int farthest(int from, int to, int grey) {
        int most = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = from; x < to; ++x) {
                for (int channel = 0; channel < 3; ++channel) {
                    most = std::max(most, std::abs(at(x, y)[channel] - grey));
                }
            }
        }
        return most;
    }
    bool margins_untouched() {
        for (int y = -margin_px; y < height + margin_px; ++y) {
            for (int x = -margin_px; x < width + margin_px; ++x) {
                if (x >= 0 && x < width && y >= 0 && y < height) continue;
                for (int channel = 0; channel < 4; ++channel) {
                    if (at(x, y)[channel] != untouched) return false;
                }
            }
        }
        return true;
    }
};

}  // namespace

TEST_CASE("whatever the width, greys stay what they are, edges where they are, the rest alone") {
    const TwoGreys film{60, 190};
    media::PictureScaler scaler;
    for (const auto& [width, height] : {std::pair{640, 360},
                                        {33, 19},
                                        {159, 89},
                                        {160, 90},
                                        {161, 91},
                                        {320, 181},
                                        {478, 269},
                                        {479, 270},
                                        {798, 449},
                                        {799, 449},
                                        {1281, 721}}) {
        CAPTURE(width);
        CAPTURE(height);
        Target target{width, height};
        scaler.scale(film.picture, target.at(0, 0), target.stride_bytes, width, height);
        constexpr int blur = 4;  // pixels on either side of the edge may be a mixture
        CHECK(target.farthest(0, std::max(0, width / 2 - blur), 60) <= 3);
        CHECK(target.farthest(std::min(width, width / 2 + blur), width, 190) <= 3);
        CHECK(target.margins_untouched());
    }
}
