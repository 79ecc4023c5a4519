// Hearing a clip through as fast as it can be decoded, without playing it. Private to player/media.
#pragma once

#include <functional>
#include <span>
#include <stop_token>

#include "player/media/clip_order.h"

namespace media {

// Passes on exactly what is heard of a clip, between its in- and its out-point, at sound_rate_hz in
// stereo, block by block. Reads and decodes its sound only; nothing for the main thread. Fails as
// playing would, and when it was stopped on the way.
// @returns whether the film has any sound
catalogue::Result<bool> hear_through(const ClipOrder& clip, std::stop_token stop,
                                     const std::function<void(std::span<const float>)>& heard);

}  // namespace media
