// An answer's first seconds as a small film of their own. Films keep a whole picture only every few
// seconds, and all pictures from there on have to be decoded before an in-point can be shown. What
// was decoded once is kept, and shown at once while the film itself is still decoded up to it.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "player/media/film/film_stamp.h"

namespace media {

// The file of a clip's prelude in a folder of preludes: another one whenever the film has changed
// (its size or its time) or the clip's in- or out-point.
// @param clip  with in- and out-point
std::string prelude_name(const ClipOrder& clip, const FilmStamp& film);
// The same for the film as it is now. Nothing when it is not there, when the clip is a whole film,
// and when stopped: then it does not wait for the disk any longer. Not for the main thread.
std::optional<std::string> prelude_name(const ClipOrder& clip, const std::stop_token& stop = {});

enum class PreludeMade {
    Made,
    NotUseful,  // the film can begin there as fast, or has no pictures
};

// Makes the prelude of `clip` in `folder`, unless it is there. Decodes up to ten seconds of film
// and encodes three: a second or two of one core, in threads of its own that inherit the priority
// of the caller's. Fails when the film cannot be played or the file not be written, and when it is
// stopped on the way; nothing half made stays.
catalogue::Result<PreludeMade> make_prelude(const ClipOrder& clip,
                                            const std::filesystem::path& folder,
                                            std::stop_token stop);

}  // namespace media
