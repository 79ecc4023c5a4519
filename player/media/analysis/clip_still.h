// One picture that stands for an answer where many are shown at once.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "player/media/clip_order.h"

namespace media {

// The longer side of a still: large enough to be looked at alone, small enough to be kept for
// thousands of answers (about 12 KB each).
inline constexpr int still_side_px = 384;

// The file of a clip's still in a folder of stills: another one whenever the film has changed (its
// size or its time) or the clip's in- or out-point. Nothing when the film is not there, or when
// stopped. Asks the disk: not for the main thread.
std::optional<std::string> still_name(const ClipOrder& clip, const std::stop_token& stop = {});

enum class StillMade {
    Made,
    NoPicture,  // a film without pictures, or none could be decoded
};

// Makes the still of `clip` in `folder`, unless it is there: a JPEG of a picture about a third into
// the answer, or of a later one where that is nearly black. It is the key picture before that
// place where the answer holds one, which costs a few hundredths of a second; otherwise up to ten
// seconds of film are decoded, in the caller's thread. Fails when the film cannot be opened or the
// file not be written, and when it is stopped on the way; nothing half made stays.
catalogue::Result<StillMade> make_still(const ClipOrder& clip, const std::filesystem::path& folder,
                                        std::stop_token stop);

// How long the whole of a film is, as its container claims. Nothing when it claims nothing or
// cannot be opened, or when stopped. Waits for the disk.
std::optional<SourceDuration> claimed_length(const FilmFile& film, std::stop_token stop = {});

}  // namespace media
