// How loud an answer is, and what brings it to the loudness of all others. Includes nothing of
// FFmpeg.
#pragma once

#include <stop_token>

#include "player/media/clip_order.h"

namespace media {

// At and below EBU R128's absolute gate there is nothing to be heard.
inline constexpr double nothing_heard_lufs = -70.0;

// Decibels to add so that a clip is heard at `target_lufs`, and so that its true peak does not rise
// above -1 dBTP (EBU R128's limit): the louder of two wishes gives way. A clip in which nothing is
// to be heard, and one of which nothing is known, stays as it is.
double loudness_gain_db(const std::optional<Loudness>& loudness, double target_lufs);

// The factor for samples.
float factor_of_db(double db);

// EBU R128 integrated loudness and true peak of exactly what is heard of a clip, between its in-
// and its out-point, at 48 kHz in stereo. Reads and decodes its sound only, hundreds of times
// faster than it plays; still nothing for the main thread. Fails as playing would, and when it was
// stopped on the way.
catalogue::Result<Loudness> measure_loudness(const ClipOrder& clip, std::stop_token stop);

}  // namespace media
