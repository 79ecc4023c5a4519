// The machine's hardware for decoding, by way of FFmpeg. Private to player/media.
#pragma once

#include "player/media/av_handles.h"
#include "player/media/pictures/hardware.h"

namespace media {

// Opens decoders on the device of this platform, which is made ready when the first is opened (that
// may take some tenths of a second). Empty where there is no device, or where none is wanted.
Hardware::Open decoders_of_machine();

// A frame as hardware gives it, with the two colours in one plane (NV12, P010), as the processor's
// decoders give it: planar, 8 bits or 10 of 16. Nothing for other formats, or without memory.
FrameHandle planar(const AVFrame& frame);

}  // namespace media
