// Pictures of a module (faces, rooms) for the interface.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "player/media/clip_order.h"

namespace media {

struct Still {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;  // R, G, B, A rows without gaps; alpha is not multiplied in
};

// Reads a PNG or JPEG file through the guarded opener, upright, scaled down to at most `max_px` on
// its longer side. Decodes in the caller's thread: milliseconds for a portrait. Waits for the disk,
// and for a place that is out of reach to come back, until stopped. Any thread.
catalogue::Result<Still> read_still(const FilmFile& file, int max_px, std::stop_token stop = {});

// The same at exactly this size: scaled until it fills it, and cut where it is longer: at both
// sides alike; above less than below, because faces are in the upper part of a tall picture.
catalogue::Result<Still> read_still_cut(const FilmFile& file, int width_px, int height_px,
                                        std::stop_token stop = {});

}  // namespace media
