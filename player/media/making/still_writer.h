// Pictures as files: PNG for those of the screen, JPEG for those of films.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "catalogue/problem.h"

namespace media {

// Writes `width_px` x `height_px` pixels (B, G, R, X in memory, rows without gaps). Takes tens of
// milliseconds and waits for the disk. Any thread.
catalogue::Outcome write_png(const std::filesystem::path& file, std::span<const std::uint8_t> bgrx,
                             int width_px, int height_px);

// The same as a JPEG file of good quality: about a twentieth of the pixels' bytes.
catalogue::Outcome write_jpeg(const std::filesystem::path& file, std::span<const std::uint8_t> bgrx,
                              int width_px, int height_px);

}  // namespace media
