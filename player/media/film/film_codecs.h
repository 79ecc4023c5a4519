// What a film is made of, for those who hand it to other players.
#pragma once

#include <string>

#include "player/media/clip_order.h"

namespace media {

class Source;

// FFmpeg's names; a stream that the film does not have is empty.
struct FilmCodecs {
    std::string pictures;             // "h264"
    std::string picture_format;       // "yuv420p"
    std::string sound;                // "aac"
    SourceDuration picture_length{};  // the mean; nothing where there are no pictures

    bool operator==(const FilmCodecs&) const = default;
};

// Reads the film up to its first picture. Fails when it is no film or is not there; waits for the
// disk.
catalogue::Result<FilmCodecs> codecs_of(const FilmFile& film);

// Of a film that was opened: reads on in it. Private to player/media.
FilmCodecs codecs_of(Source& source);

}  // namespace media
