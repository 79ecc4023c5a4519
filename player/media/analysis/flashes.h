// Flashing pictures, which can bring on a seizure in somebody with photosensitive epilepsy.
#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>

#include "player/media/clip_order.h"

namespace media {

struct Flashes {
    SourceTime first{};        // where a second begins in which they are too many
    SourceTime worst{};        // where the second begins in which they are most
    std::size_t a_second = 0;  // sudden changes in that one: two for each flash
};

// More than three flashes in a second are too many (WCAG 2.1, 2.3.1).
inline constexpr std::size_t most_changes_a_second = 6;

// Looks at every picture of a film, some seventy times as fast as playing: nothing for the main
// thread. A change is sudden when FFmpeg's filter `photosensitivity` gives it alone half of what it
// lets pass: a cut from grey to white, or a fade of less than seven pictures. That is a hint, no
// certified test. Nothing where a film has no pictures or no such second. Fails as playing would,
// and when it was stopped.
catalogue::Result<std::optional<Flashes>> find_flashes(const FilmFile& film,
                                                       std::stop_token stop = {});

}  // namespace media
