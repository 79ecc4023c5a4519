// What tells that a film is still the one that something was found out about.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "player/media/clip_order.h"

namespace catalogue {
class InsideFile;
}

namespace media {

struct FilmStamp {
    std::uint64_t size_bytes = 0;
    std::int64_t modified_ns = 0;  // since 1970

    auto operator<=>(const FilmStamp&) const = default;
};

// Nothing when the film cannot be opened, or when stopped: then it does not wait for the disk any
// longer. Not for the main thread.
std::optional<FilmStamp> stamp_of(const FilmFile& film, const std::stop_token& stop = {});
// Of an open film, as it is now. Waits for the disk.
std::optional<FilmStamp> stamp_of(const catalogue::InsideFile& film);

// A name for what is made of a clip and kept, without an ending: another one whenever the film has
// changed (its size or its time) or the clip's in- or out-point.
std::string name_made_of(const ClipOrder& clip, const FilmStamp& film);

}  // namespace media
