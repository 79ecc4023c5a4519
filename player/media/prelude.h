// An answer's first seconds as a small film of their own. Films keep a whole picture only every few
// seconds, and all pictures from there on have to be decoded before an in-point can be shown. What
// was decoded once is kept, and shown at once while the film itself is still decoded up to it.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "player/media/clip_order.h"

namespace media {

// The file of a clip's prelude in a folder of preludes: another one whenever the film has changed
// (its size or its time) or the clip's in- or out-point. Nothing when the film is not there, or
// when it is played as a whole. Asks the disk: not for the main thread.
std::optional<std::string> prelude_name(const ClipOrder& clip);

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
