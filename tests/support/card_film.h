// Makes films at test time from cards that a test paints: for looking at shapes and colours.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "catalogue/problem.h"

namespace support {

// Colours as a screen takes them (R'G'B', 0 to 1), whatever the film then makes of them.
struct Colour {
    double r = 0;
    double g = 0;
    double b = 0;
};

// FFmpeg's names for what a film says about its colours ("bt709", "smpte170m", "bt2020nc" ...).
struct ColourTags {
    std::string matrix = "bt709";  // decides how the cards are stored, too
    std::string range = "tv";      // or "pc"
    std::string curve = "unknown";
    std::string primaries = "unknown";
    bool say_so = true;  // false: the film is silent about all of them
};

struct CardRecipe {
    int width_px = 320;
    int height_px = 192;
    int pictures = 3;
    int rate = 25;
    std::string codec = "libx264";
    std::string pixel_format = "yuv420p";
    std::string codec_options = "qp=0:preset=ultrafast";  // loses nothing
    std::string container_options;
    ColourTags colours;
    bool interlaced = false;  // even rows show moment 2n, odd rows moment 2n + 1
    int pixel_aspect_num = 1;
    int pixel_aspect_den = 1;
    std::optional<std::array<std::int32_t, 9>> display_matrix;
    // What is at a place of the stored picture in a moment (a picture, or a field).
    std::function<Colour(int x, int y, int moment)> paint;
};

// The container follows from the file's ending.
catalogue::Outcome make_card_film(const std::filesystem::path& file, const CardRecipe& recipe);

}  // namespace support
