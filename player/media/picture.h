// A decoded picture, upright, 8 bit, ready to be drawn. Shares its memory; cheap to copy.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "catalogue/media_time.h"

struct AVFrame;

namespace media {

enum class PixelLayout { I420, NV12 };
enum class ColourMatrix { Bt601, Bt709, Bt2020 };
enum class ColourRange { Limited, Full };

class Picture {
public:
    int width_px = 0;  // of the stored picture, after rotation
    int height_px = 0;
    double display_aspect = 1.0;  // width over height as it is to be shown
    PixelLayout layout = PixelLayout::I420;
    ColourMatrix matrix = ColourMatrix::Bt709;
    ColourRange range = ColourRange::Limited;
    catalogue::SourceTime time{};  // presentation time in the film
    catalogue::SourceDuration duration{};
    std::uint64_t cue = 0;     // of the order that it was decoded for
    std::uint64_t serial = 0;  // differs from every other picture's of this engine

    std::array<const std::uint8_t*, 3> planes{};
    std::array<int, 3> strides_bytes{};

    std::shared_ptr<const AVFrame> frame;  // keeps the planes alive; nobody else looks inside
};

}  // namespace media
