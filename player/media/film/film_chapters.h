// What a film says about its own parts.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "player/media/clip_order.h"

namespace media {

// As cameras with a marker button, and editing programs, write them into a film.
struct FilmChapter {
    TimeRange time;
    std::string title;  // as it stands there: any bytes

    bool operator==(const FilmChapter&) const = default;
};

// A film that has more was not made for people.
inline constexpr unsigned most_chapters = 1000;

// By their beginnings. Waits for the disk, until stopped: nothing for the main thread. Fails as
// playing would.
catalogue::Result<std::vector<FilmChapter>> chapters_in(const FilmFile& film, std::stop_token stop);

}  // namespace media
