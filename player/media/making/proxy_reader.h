// Opens proxies. Private to player/media.
#pragma once

#include "player/media/film/source.h"

namespace media {

// What a proxy says of itself.
inline constexpr const char* proxy_comment = "crosscut proxy 1";

// The proxy of a film as it is now, with the film's own times. Nothing when there is none that can
// be read: then the film has to be opened. Where there is no folder nothing is waited for, else the
// disks; `guard` outlives it.
// @param folder  of proxies; may be empty
std::optional<Source> open_proxy(const std::filesystem::path& folder, const FilmFile& film,
                                 ReadGuard& guard);

}  // namespace media
