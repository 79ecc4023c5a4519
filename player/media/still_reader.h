// Pictures of a module (faces, rooms) for the interface.
#pragma once

#include <cstdint>
#include <vector>

#include "player/media/clip_order.h"

namespace media {

struct Still {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;  // R, G, B, A rows without gaps; alpha is not multiplied in
};

// Reads a PNG or JPEG file through the guarded opener, upright, scaled down to at most `max_px` on
// its longer side. Waits for the file and decodes in the caller's thread: milliseconds for a
// portrait. Any thread.
catalogue::Result<Still> read_still(const FilmFile& file, int max_px);

}  // namespace media
