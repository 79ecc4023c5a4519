// What tells that a film is still the one that something was found out about.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "player/media/clip_order.h"

namespace media {

struct FilmStamp {
    std::uint64_t size_bytes = 0;
    std::int64_t modified_ns = 0;  // since 1970

    auto operator<=>(const FilmStamp&) const = default;
};

// Nothing when the film cannot be opened. Waits for the disk: not for the main thread.
std::optional<FilmStamp> stamp_of(const FilmFile& film);

}  // namespace media
