// Records what the program shows and plays into an MP4 file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace media {

// One thread at a time; encodes in the caller's thread. Without finish() the file is unusable and
// is removed.
class FilmWriter {
public:
    // @param width_px, height_px  of the pictures that will be added; an odd last row or column
    //                             is left out
    static catalogue::Result<FilmWriter> open(const std::filesystem::path& file, int width_px,
                                              int height_px);
    ~FilmWriter();
    FilmWriter(FilmWriter&&) noexcept;
    FilmWriter& operator=(FilmWriter&&) noexcept;

    // A picture (B, G, R, X in memory, rows without gaps) that is shown from `time` on. A time
    // that is not later than the last one's (by at least a millisecond) is left out.
    catalogue::Outcome add_picture(std::span<const std::uint8_t> bgrx, catalogue::SourceTime time);

    // Interleaved stereo samples at sound_rate_hz: the next ones, from time 0 on.
    catalogue::Outcome add_sound(std::span<const float> stereo);

    // Ends the last picture at `end` and closes the file. Nothing may be added after it.
    catalogue::Outcome finish(catalogue::SourceTime end);

private:
    struct Impl;
    explicit FilmWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
