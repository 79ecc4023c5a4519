// The bars that every picture of a test film carries: which film and which picture it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace support {

// Upright bars over the whole height, 52 modules wide: quiet zone, left finder, 8 bits of film id,
// 16 bits of picture number, 8 bits of checksum, right finder, quiet zone. They survive 4:2:0,
// compression, scaling down to about 200 pixels of width, and being anywhere in a screenshot.
inline constexpr int bar_modules = 52;

struct NumberedPicture {
    int film = 0;
    int number = 0;

    bool operator==(const NumberedPicture&) const = default;
};

// True for a white module. `picture`: film 0 to 255, number 0 to 65535.
std::vector<bool> bars_of(const NumberedPicture& picture);

// Where in a screenshot the bars were found, quiet zones included.
struct FoundPicture {
    NumberedPicture picture;
    double left_px = 0;
    double width_px = 0;
    int first_row = 0;  // of those that were looked at and showed these bars
    int last_row = 0;
};

// Looks for the bars in B, G, R, X pixels. Several rows have to agree.
//
// @param stride_bytes  from one row to the next
std::optional<FoundPicture> find_numbered_picture(std::span<const std::uint8_t> bgrx, int width_px,
                                                  int height_px, int stride_bytes);

// The same in one plane of grey.
std::optional<FoundPicture> find_in_grey(const std::uint8_t* grey, int width_px, int height_px,
                                         int stride_bytes);

}  // namespace support
