// Writes one film: H.264 and AAC in MP4.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "catalogue/problem.h"
#include "tools/make_sample/picture.h"

namespace sample {

inline constexpr int film_sound_rate_hz = 48'000;

struct FilmFormat {
    int width_px = 640;  // as stored
    int height_px = 360;
    int rate_fps = 25;
    int turn_degrees = 0;  // clockwise, to be done by the player: 0 or 90
};

enum class PictureKind { Usual, FirstOfAnswer };

// Says which encoder is missing on this machine, if one is.
catalogue::Outcome encoders_present();

// Keeps the encoders from writing to the terminal; what goes wrong is returned. Process-wide.
void silence_encoders();

class FilmEncoder {
public:
    static catalogue::Result<FilmEncoder> open(const std::filesystem::path& file,
                                               const FilmFormat& format);
    FilmEncoder(FilmEncoder&&) noexcept;
    FilmEncoder& operator=(FilmEncoder&&) noexcept;
    ~FilmEncoder();

    // Adds the next picture. A picture that begins an answer can be jumped to without decoding
    // those before it. `picture` is of the film's size and has no transparency.
    catalogue::Outcome add_picture(const Picture& picture, PictureKind kind);
    // The last picture stays for the time of one more, and costs nothing.
    void hold_picture();

    // Adds mono samples of film_sound_rate_hz, from -1 to 1.
    catalogue::Outcome add_sound(std::span<const float> samples);

    // Writes what is left. The file is whole only after this.
    catalogue::Outcome finish();

private:
    struct Parts;
    explicit FilmEncoder(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace sample
